// Histories of many accounts at once: the same events as one account's are read, without seals.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import type { EventPayload } from '#src/domain/account/event.ts'
import { date } from '#src/domain/calendar.ts'
import { cents } from '#src/domain/money.ts'
import { appendEvents, type NewEvent, readEvents } from '#src/store/accounts/account-events.ts'
import { lockAccount } from '#src/store/accounts/accounts.ts'
import { readHistoriesOf } from '#src/store/accounts/event-histories.ts'
import { bytesArray, plainArray } from '#src/store/accounts/plain-array.ts'
import { connect } from '#src/store/database.ts'
import { newTestId, testDatabase } from '#test/support/database.ts'
import { insertTestAccount, newEvent } from '#test/support/stored-account.ts'

const database = await testDatabase()
const { db, vault } = database
after(database.close)

async function accountWith(events: readonly NewEvent[]): Promise<string> {
  return db.transaction().execute(async (tx) => {
    const { accountId } = (await insertTestAccount(tx, vault)).account
    const account = await lockAccount(tx, accountId)
    assert(account)
    const reviewOn = date('2026-04-01')
    await appendEvents(tx, vault, { account, events, status: 'open', reviewOn })
    return accountId
  })
}

async function asRead(accountId: string) {
  const events = await readEvents(db, accountId)
  return events.map(({ accountId: _, ruleVersion: __, seal: ___, ...event }) => event)
}

const TEXTS = ['a "quoted" \\ word,]}', 'two\nlines\tand\u0001', 'señal \u{1F697}', '{"seq":1}', '']

test('a history is what is read of one account, whatever its words and moments', async () => {
  const events = TEXTS.map((reason, at): NewEvent => {
    const payload: EventPayload = { kind: 'extension', months: at + 1, reason }
    const milliseconds = ['', '.5', '.05', '.005', '.999'][at]
    return {
      ...newEvent(payload, '2026-03-01'),
      postedAt: `2026-03-02T00:00:0${at}${milliseconds}Z`,
    }
  })
  // What counts earlier is recorded later.
  const late = newEvent({ kind: 'chargeOff', reason: 'late' }, '2026-02-01')
  const bare = newEvent({ kind: 'chargeOff' } as EventPayload, '2026-03-01')
  const [one, other] = [await accountWith([...events, late, bare]), await accountWith([])]
  const histories = await readHistoriesOf(db, [other, newTestId(), one])
  assert.deepEqual(histories.of(one), await asRead(one))
  assert.equal(histories.of(one).length, TEXTS.length + 3)
  assert.deepEqual(histories.of(other), await asRead(other))
  assert.deepEqual(histories.of(newTestId()), [])
})

test('a history with a hole in it is refused', async () => {
  const fee = (amount: number) =>
    newEvent({ kind: 'fee', amount: cents(amount), name: 'x', citation: 'y' }, '2026-03-01')
  const accountId = await accountWith([fee(100), fee(200)])
  const superuser = connect({ url: database.superuserUrl, max: 1, applicationName: 'intruder' })
  await superuser
    .deleteFrom('account_event')
    .where('account_id', '=', accountId)
    .where('seq', '=', 2)
    .execute()
  await superuser.destroy()
  const histories = await readHistoriesOf(db, [accountId])
  assert.throws(() => histories.of(accountId), /events come whole and in the order of recording/)
})

test('arrays of plain values and of bytes arrive as they were', async () => {
  const ids = [newTestId(), newTestId()]
  const seals = [Buffer.from([0, 0x5c, 0x22, 255]), Buffer.alloc(0)]
  const { rows } = await sql`
    select * from unnest(${plainArray(ids)}::uuid[], ${plainArray(['2026-02-28', null])}::date[],
      ${plainArray(['2026-02-28T05:04:03.020Z', null])}::timestamptz[],
      ${plainArray([9_007_199_254_740_991, -1])}::bigint[], ${plainArray([true, false])}::boolean[],
      ${plainArray(['lateCharges', null])}::text[], ${bytesArray(seals)}::bytea[])
      as row (id, day, at, amount, is_so, name, seal)`.execute(db)
  assert.deepEqual(rows, [
    {
      id: ids[0],
      day: '2026-02-28',
      at: '2026-02-28T05:04:03.020Z',
      amount: 9_007_199_254_740_991,
      is_so: true,
      name: 'lateCharges',
      seal: seals[0],
    },
    { id: ids[1], day: null, at: null, amount: -1, is_so: false, name: null, seal: seals[1] },
  ])
  const none =
    await sql`select ${plainArray([])}::uuid[] as ids, ${bytesArray([])}::bytea[] as b`.execute(db)
  assert.deepEqual(none.rows, [{ ids: [], b: [] }])
})
