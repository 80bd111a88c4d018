import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { date } from '#src/domain/calendar.ts'
import { connect } from '#src/store/database.ts'
import {
  appendAccessAudit,
  readAccessAudit,
  readLoginActivity,
  verifyAccessAudit,
} from '#src/store/logins/access-audit.ts'
import {
  type AccessChain,
  chainOfLogin,
  chainOfStaff,
  chainOfUnknownNames,
  readAccessChains,
} from '#src/store/logins/access-chain.ts'
import { newTestId, testDatabase } from '#test/support/database.ts'

const database = await testDatabase()
const { db, vault } = database
after(database.close)

function append(chain: AccessChain, entry: { requestId: string; loginId: string | null }) {
  const whole = {
    ...entry,
    at: '2026-03-01T10:00:00.000Z',
    action: 'sign-in refused',
    address: '192.0.2.1',
    device: 'Firefox on Linux',
    details: { lane: 'name' },
  }
  return db.transaction().execute((tx) => appendAccessAudit(tx, vault, { chain, entry: whole }))
}

async function problemsOf(chain: AccessChain) {
  const head = (await readAccessChains(db)).get(chain)
  assert(head)
  return verifyAccessAudit(vault, { chain, head, entries: await readAccessAudit(db, chain) })
}

test('a chain that many begin and lengthen at once is whole; others are apart', async () => {
  const unknown = chainOfUnknownNames(date('2026-03-01'))
  const [loginId, staffId] = [newTestId(), newTestId()]
  await Promise.all(
    Array.from({ length: 50 }, (_, at) => [
      append(unknown, { requestId: `u-${at}`, loginId: null }),
      append(at % 2 === 0 ? chainOfLogin(loginId) : chainOfStaff(staffId), {
        requestId: `l-${at}`,
        loginId: at % 2 === 0 ? loginId : null,
      }),
    ]).flat(),
  )
  const entries = await readAccessAudit(db, unknown)
  assert.deepEqual(
    entries.map(({ seq }) => seq),
    Array.from({ length: 50 }, (_, at) => at + 1),
  )
  for (const chain of [unknown, chainOfLogin(loginId), chainOfStaff(staffId)]) {
    assert.deepEqual(await problemsOf(chain), [])
  }
  const activity = await readLoginActivity(db, { loginId, limit: 10 })
  assert.deepEqual(
    activity.map(({ seq }) => seq),
    [25, 24, 23, 22, 21, 20, 19, 18, 17, 16],
  )
})

test('a changed line and a missing tail are noticed', async () => {
  const chain = chainOfLogin(newTestId())
  for (const requestId of ['a', 'b', 'c']) await append(chain, { requestId, loginId: null })
  const superuser = connect({ url: database.superuserUrl, max: 1, applicationName: 'intruder' })
  const row = sql`chain = ${chain} and seq = 2`
  await sql`update access_audit set address = '192.0.2.9' where ${row}`.execute(superuser)
  assert.deepEqual(await problemsOf(chain), [{ problem: 'changed', seq: 2 }])
  await sql`delete from access_audit where chain = ${chain} and seq > 1`.execute(superuser)
  await superuser.destroy()
  assert.deepEqual(await problemsOf(chain), [
    { problem: 'missing', seq: 2 },
    { problem: 'missing', seq: 3 },
  ])
})
