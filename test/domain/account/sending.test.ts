import assert from 'node:assert/strict'
import { test } from 'node:test'
import { replay } from '#src/domain/account/replay.ts'
import { notSentReason, sourceProblem } from '#src/domain/account/sending.ts'
import { date } from '#src/domain/calendar.ts'
import { cents } from '#src/domain/money.ts'
import { BOARDING } from '#test/support/stored-account.ts'

const start = date('2026-01-15')
const ledger = replay([
  {
    id: 'b',
    seq: 1,
    effectiveDate: start,
    postedAt: '2026-01-15T12:00:00.000Z',
    payload: BOARDING,
  },
])
const verified = { state: 'verified', isRemoved: false } as const
const asked = {
  status: 'open',
  isFiled: false,
  ledger,
  source: verified,
  payment: { amount: cents(38_190), effectiveDate: date('2026-01-16') },
  onItsWay: 0,
  today: date('2026-01-16'),
} as const

test('an open account, a verified bank account, an amount that is owed: it goes', () => {
  assert.equal(notSentReason(asked), null)
})

test('what was right when it was set need not be at the cutoff', () => {
  assert.equal(notSentReason({ ...asked, status: 'closed' }), 'accountClosed')
  assert.equal(notSentReason({ ...asked, isFiled: true }), 'historyEnds')
  for (const state of ['unverified', 'checking', 'failed'] as const)
    assert.equal(sourceProblem({ state, isRemoved: false }), 'bankAccountNotVerified')
  assert.equal(sourceProblem({ state: 'stopped', isRemoved: false }), 'bankAccountStopped')
  assert.equal(sourceProblem({ ...verified, isRemoved: true }), 'bankAccountRemoved')
})

test('no more is taken than is owed on the day it counts, with what is on its way', () => {
  // 20,000.00 at 5.49 % for one day: interest of 3.0082 dollars, 3.01 with the payoff's rounding.
  const payment = { amount: cents(2_000_301), effectiveDate: date('2026-01-16') }
  assert.equal(notSentReason({ ...asked, payment }), null)
  const more = { ...payment, amount: cents(2_000_302) }
  assert.equal(notSentReason({ ...asked, payment: more }), 'amountAboveOwed')
  assert.equal(notSentReason({ ...asked, payment, onItsWay: 1 }), 'amountAboveOwed')
  // A run that is late counts what is owed now.
  const late = { ...asked, payment: more, today: date('2026-01-17') }
  assert.equal(notSentReason(late), null)
})
