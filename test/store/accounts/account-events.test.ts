import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { date } from '#src/domain/calendar.ts'
import { cents } from '#src/domain/money.ts'
import {
  appendEvents,
  type NewEvent,
  readEvents,
  readEventsOf,
  readFirstEventsOf,
  verifyEvents,
} from '#src/store/accounts/account-events.ts'
import { type LockedAccount, lockAccount, readAccount } from '#src/store/accounts/accounts.ts'
import type { ChainProblem } from '#src/store/chain.ts'
import { connect, type Tx } from '#src/store/database.ts'
import { testDatabase } from '#test/support/database.ts'
import { BOARDED_AT, BOARDING, insertTestAccount, newEvent } from '#test/support/stored-account.ts'

const database = await testDatabase()
const { db, vault } = database
const superuser = connect({ url: database.superuserUrl, max: 1, applicationName: 'intruder' })
after(async () => {
  await superuser.destroy()
  await database.close()
})

function payment(on: string, amount: number): NewEvent {
  return newEvent(
    {
      kind: 'payment',
      amount: cents(amount),
      extra: 'principal',
      extraAmount: null,
      toCharges: cents(0),
      paymentId: null,
      channel: 'mail',
    },
    on,
  )
}

async function boarded(): Promise<string> {
  const stored = await db.transaction().execute((tx) => insertTestAccount(tx, vault))
  return stored.account.accountId
}

async function locked(tx: Tx, accountId: string): Promise<LockedAccount> {
  const account = await lockAccount(tx, accountId)
  assert(account)
  return account
}

async function add(accountId: string, events: readonly NewEvent[]): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const account = await locked(tx, accountId)
    const reviewOn = date('2026-04-01')
    await appendEvents(tx, vault, { account, events, status: 'open', reviewOn })
  })
}

async function problemsOf(accountId: string): Promise<ChainProblem[]> {
  const account = await readAccount(db, accountId)
  assert(account)
  const events = await readEvents(db, accountId)
  return verifyEvents(vault, { accountId, head: account.events, events })
}

test('events come back as they went in, in order, and the account moves with them', async () => {
  const accountId = await boarded()
  const added = [payment('2026-02-15', 38_190), payment('2026-02-10', 100)]
  await add(accountId, added)
  const events = await readEvents(db, accountId)
  assert.deepEqual(
    events.map(({ payload }) => payload),
    [BOARDING, ...added.map(({ payload }) => payload)],
  )
  assert.deepEqual(
    events.map(({ seq }) => seq),
    [1, 2, 3],
  )
  assert.equal(events[0]?.postedAt, BOARDED_AT)
  assert.equal(events[2]?.effectiveDate, '2026-02-10')
  const account = await readAccount(db, accountId)
  assert.equal(account?.events.count, 3)
  assert.equal(account?.lastEffectiveDate, '2026-02-15')
  assert.equal(account?.reviewOn, '2026-04-01')
  assert.deepEqual(await problemsOf(accountId), [])
})

test('events of several accounts are read at once', async () => {
  const ids = [await boarded(), await boarded()]
  await add(ids[1] ?? '', [payment('2026-02-15', 38_190)])
  const found = await readEventsOf(db, ids)
  assert.deepEqual(
    ids.map((id) => found.get(id)?.length),
    [1, 2],
  )
  const first = await readFirstEventsOf(db, ids)
  assert.deepEqual(
    ids.map((id) => first.get(id)),
    ids.map((id) => found.get(id)?.slice(0, 1)),
  )
})

test('fifty writers at once: no number is lost or used twice, and the chain is whole', async () => {
  const accountId = await boarded()
  const writers = Array.from({ length: 50 }, (_, at) =>
    add(accountId, [payment('2026-03-01', at + 1)]),
  )
  await Promise.all(writers)
  const events = await readEvents(db, accountId)
  assert.deepEqual(
    events.map(({ seq }) => seq),
    Array.from({ length: 51 }, (_, at) => at + 1),
  )
  const amounts = events.flatMap(({ payload }) =>
    payload.kind === 'payment' ? [payload.amount] : [],
  )
  assert.equal(new Set(amounts).size, 50)
  assert.deepEqual(await problemsOf(accountId), [])
})

test('an old picture of the account writes nothing', async () => {
  const accountId = await boarded()
  await assert.rejects(
    db.transaction().execute(async (tx) => {
      const account = await locked(tx, accountId)
      const first = { account, events: [payment('2026-02-15', 1)], status: 'open', reviewOn: null }
      await appendEvents(tx, vault, { ...first, status: 'open' })
      await appendEvents(tx, vault, {
        ...first,
        status: 'open',
        events: [payment('2026-02-15', 2)],
      })
    }),
  )
  assert.equal((await readEvents(db, accountId)).length, 1)
})

const tampering = {
  'an amount': [
    sql`update account_event set payload = jsonb_set(payload, '{amount}', '1')`,
    'changed',
  ],
  'a kind': [sql`update account_event set kind = 'fee'`, 'changed'],
  'an effective date': [
    sql`update account_event set effective_date = effective_date - 1`,
    'changed',
  ],
  'a posting time by a microsecond': [
    sql`update account_event set posted_at = posted_at + interval '1 microsecond'`,
    'changed',
  ],
  'a rule version': [sql`update account_event set rule_version = 'other'`, 'changed'],
  'a seal': [sql`update account_event set seal = sha256('x')`, 'changed'],
  'a row deleted': [sql`delete from account_event`, 'missing'],
} as const

for (const [what, [statement, problem]] of Object.entries(tampering)) {
  test(`${what}, changed by a superuser, is noticed at its row`, async () => {
    const accountId = await boarded()
    await add(accountId, [payment('2026-02-15', 38_190), payment('2026-03-15', 38_190)])
    for (const seq of [2, 3]) {
      const undone = new Error('undone')
      const attempt = superuser.transaction().execute(async (tx) => {
        await sql`${statement} where account_id = ${accountId} and seq = ${seq}`.execute(tx)
        const account = await locked(tx, accountId)
        const events = await readEvents(tx, accountId)
        const problems = verifyEvents(vault, { accountId, head: account.events, events })
        assert.deepEqual(problems, [{ problem, seq }])
        throw undone
      })
      await assert.rejects(attempt, undone)
    }
    assert.deepEqual(await problemsOf(accountId), [])
  })
}

test('an event put in and a tail cut with the count put back are noticed', async () => {
  const accountId = await boarded()
  await add(accountId, [payment('2026-02-15', 38_190)])
  await sql`
    insert into account_event
    select account_id, 3, gen_random_uuid(), effective_date, posted_at, kind, payload,
      rule_version, seal
    from account_event where account_id = ${accountId} and seq = 2
  `.execute(superuser)
  assert.deepEqual(await problemsOf(accountId), [{ problem: 'beyondHead', seq: 3 }])
  await sql`delete from account_event where account_id = ${accountId} and seq > 1`.execute(
    superuser,
  )
  assert.deepEqual(await problemsOf(accountId), [{ problem: 'missing', seq: 2 }])
  await sql`
    update account set event_count = 1, event_seal = (select seal from account_event e
      where e.account_id = account.account_id and seq = 1)
    where account_id = ${accountId}
  `.execute(superuser)
  assert.deepEqual(await problemsOf(accountId), [{ problem: 'head', seq: 1 }])
})
