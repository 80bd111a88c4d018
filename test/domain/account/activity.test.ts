// History as a person reads it: what counted, what the bank can still take back, and what did not
// count.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { book } from '#seeds/book.ts'
import { activityOf } from '#src/domain/account/activity.ts'
import { extend } from '#src/domain/account/extend.ts'
import type { LoanLedger } from '#src/domain/account/ledger.ts'
import { date } from '#src/domain/calendar.ts'
import { boardingFacts } from '#src/servicing/boarding/boarding-facts.ts'

const today = date('2026-11-24')
const calendar = { cutoff: '17:00', zone: 'America/New_York', clearingBankingDays: 5 }

function accountOf(number: string) {
  const story = book(today).find(({ record }) => record.accountNumber === number)
  assert.ok(story)
  let made = 0
  const newId = () => {
    made += 1
    return `event-${made}`
  }
  const at = { through: today, postedAt: '2026-11-24T12:00:00.000Z', newId }
  const account = extend<LoanLedger>([], boardingFacts(story.record), at)
  return { account, at, story }
}

test('newest first; the parts of each payment add up; an extra payment says where it went', () => {
  const { account } = accountOf('1048264417')
  const rows = activityOf(account, { today, calendar })
  assert.equal(rows.length, account.events.length)
  assert.deepEqual(
    [...rows].sort((a, b) => (a.effectiveDate < b.effectiveDate ? 1 : -1)),
    rows,
  )
  for (const row of rows) {
    if (!row.split) continue
    const { interest, principal, lateCharges, fees, suspense } = row.split
    assert.equal(interest + principal + lateCharges + fees + suspense, row.amount)
  }
  const [newest, second] = rows
  assert.deepEqual([newest?.amount, newest?.extra], [25_000, 'principal'])
  assert.equal(second?.extra, null)
})

test('money is returnable until the waiting time is over, then cleared, with the bank’s sixty days beside it', () => {
  const { account } = accountOf('1048264417')
  const clearingOn = (day: string) =>
    activityOf(account, { today: date(day), calendar })[0]?.clearing
  assert.deepEqual(clearingOn('2026-11-30'), {
    state: 'returnable',
    until: '2026-12-01',
    unauthorizedUntil: '2027-01-22',
  })
  assert.equal(clearingOn('2026-12-01')?.state, 'cleared')
})

test('a returned payment stays in sight, without a split, with its code', () => {
  const { account, at } = accountOf('1048264441')
  const payment = account.events.find(({ payload }) => payload.kind === 'payment')
  assert.ok(payment)
  const reversal = { kind: 'reversal', of: payment.id, reason: 'return', code: 'R01' } as const
  const facts = [{ effectiveDate: payment.effectiveDate, payload: reversal }]
  const rows = activityOf(extend<LoanLedger>(account.events, facts, at), { today, calendar })
  const row = rows.find(({ eventId }) => eventId === payment.id)
  assert.deepEqual(
    [row?.kind, row?.split, row?.clearing],
    ['returned', null, { state: 'returned', code: 'R01' }],
  )
  assert.ok(!rows.some(({ eventId, kind }) => eventId !== payment.id && kind === 'returned'))
})
