import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import {
  type AccountAuditEntry,
  appendAccountAudit,
  readAccountAudit,
  verifyAccountAudit,
} from '#src/store/accounts/account-audit.ts'
import { lockAccount } from '#src/store/accounts/accounts.ts'
import { connect } from '#src/store/database.ts'
import { testDatabase } from '#test/support/database.ts'
import { insertTestAccount } from '#test/support/stored-account.ts'

const database = await testDatabase()
const { db, vault } = database
after(database.close)

const { account } = await db.transaction().execute((tx) => insertTestAccount(tx, vault))
const { accountId } = account

function append(entry: Partial<AccountAuditEntry>): Promise<unknown> {
  return db.transaction().execute(async (tx) => {
    const locked = await lockAccount(tx, accountId)
    assert(locked)
    const whole: AccountAuditEntry = {
      at: '2026-03-01T00:00:00.000Z',
      requestId: 'r-1',
      actor: { kind: 'obligor', id: 'o-1' },
      action: 'payment scheduled',
      details: { amount: 38_190, confirmation: 'KT4' },
      ...entry,
    }
    return appendAccountAudit(tx, vault, { account: locked, entry: whole })
  })
}

async function problems() {
  return db.transaction().execute(async (tx) => {
    const locked = await lockAccount(tx, accountId)
    assert(locked)
    const entries = await readAccountAudit(tx, accountId)
    return verifyAccountAudit(vault, { accountId, head: locked.audit, entries })
  })
}

test('lines written at once stand in one whole chain', async () => {
  await Promise.all(Array.from({ length: 20 }, (_, at) => append({ requestId: `r-${at}` })))
  const entries = await readAccountAudit(db, accountId)
  assert.equal(entries.length, 21)
  assert.equal(new Set(entries.map(({ requestId }) => requestId)).size, 21)
  assert.deepEqual(entries[1]?.details, { amount: 38_190, confirmation: 'KT4' })
  assert.deepEqual(await problems(), [])
})

test('a changed actor and a missing tail are noticed', async () => {
  const superuser = connect({ url: database.superuserUrl, max: 1, applicationName: 'intruder' })
  const row = (seq: number) => sql`account_id = ${accountId} and seq = ${seq}`
  const setActor = (kind: string) =>
    sql`update account_audit set actor_kind = ${kind} where ${row(5)}`.execute(superuser)
  await setActor('staff')
  assert.deepEqual(await problems(), [{ problem: 'changed', seq: 5 }])
  await setActor('obligor')
  await sql`delete from account_audit where ${row(21)}`.execute(superuser)
  assert.deepEqual(await problems(), [{ problem: 'missing', seq: 21 }])
  await superuser.destroy()
})
