// What an offer to put off payments says: worked by hand on 10,000.00 at 3.65 %, and on random lives
// of loans against what the ledger does once such an extension is recorded.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { newContractOpening } from '#src/domain/account/boarding.ts'
import { extend } from '#src/domain/account/extend.ts'
import type { LoanLedger } from '#src/domain/account/ledger.ts'
import { standingOn } from '#src/domain/account/standing.ts'
import { date } from '#src/domain/calendar.ts'
import type { LoanContract } from '#src/domain/contract/loan.ts'
import { dueDate } from '#src/domain/contract/schedule.ts'
import { type Cents, cents, ratePpb, ZERO_CENTS } from '#src/domain/money.ts'
import { planDeferment } from '#src/domain/orders/plan-deferment.ts'
import { nextInstallment } from '#src/domain/rules/installments.ts'
import { interestDue } from '#src/domain/rules/position.ts'
import { anyHistory, spanOf } from '#test/support/arbitrary-loan.ts'

const contract: LoanContract = {
  ...{ kind: 'loan', principal: cents(1_000_000), rate: ratePpb(36_500_000) },
  ...{ start: date('2026-01-01'), firstDue: date('2026-02-01'), payments: 12 },
  ...{ frequency: 'monthly', payment: cents(85_000), dayCount: 'actual/365', yearEnd: 'old' },
  ...{ rounding: 'half-up', dailyRateDecimals: null, carryFractions: false },
  waterfall: ['interest', 'principal', 'lateCharges', 'fees'],
  ...{ smallRemainder: ZERO_CENTS, lateCharge: null, ruleVersion: 'standard' },
}

let ids = 0
const newId = () => {
  ids += 1
  return `n${ids}`
}
const postedAt = '2041-01-01T12:00:00.000Z'

function boarded(terms: LoanContract): LoanLedger {
  const payload = {
    ...{ kind: 'boarded' as const, contract: terms, opening: newContractOpening(terms) },
  }
  const facts = [{ effectiveDate: terms.start, payload }]
  const { ledger } = extend([], facts, { through: terms.start, postedAt, newId })
  assert.ok(ledger.product === 'loan')
  return ledger
}

test('by hand: a dollar a day for the 28 days of February', () => {
  const planned = planDeferment(boarded(contract), { on: date('2026-01-15'), months: 1 })
  assert.ok(typeof planned !== 'string')
  assert.deepEqual(planned.moved, [
    { number: 1, amount: 85_000, due: '2026-02-01', newDue: '2026-03-01' },
  ])
  assert.deepEqual(planned.nextDue, { before: '2026-02-01', after: '2026-03-01' })
  assert.deepEqual(planned.lastDue, { before: '2027-01-01', after: '2027-02-01' })
  // 10,000.00 x 3.65 % / 365 = 1.00 a day.
  assert.deepEqual(planned.meanwhile, { from: '2026-02-01', days: 28, interest: 2_800 })
  assert.equal(planned.principal, 1_000_000)
  assert.equal(planned.interestLeft.more, planned.interestLeft.after - planned.interestLeft.before)
  assert.ok(planned.interestLeft.more >= 2_800)
})

test('what is late moves as well, and interest counts from today', () => {
  const planned = planDeferment(boarded(contract), { on: date('2026-03-11'), months: 2 })
  assert.ok(typeof planned !== 'string')
  assert.deepEqual(
    planned.moved.map(({ number, due, newDue }) => [number, due, newDue]),
    [
      [1, '2026-02-01', '2026-04-01'],
      [2, '2026-03-01', '2026-05-01'],
    ],
  )
  // March 11 to April 1.
  assert.deepEqual(planned.meanwhile, { from: '2026-03-11', days: 21, interest: 2_100 })
})

test('nothing is offered for no month, for more than six, or where it would still be late', () => {
  const ledger = boarded(contract)
  for (const months of [0, 7])
    assert.equal(planDeferment(ledger, { on: date('2026-01-15'), months }), 'nothingToMove')
  assert.equal(planDeferment(ledger, { on: date('2026-06-15'), months: 1 }), 'nothingToMove')
})

/** Interest of the rest of a loan, as its own pages foresee it. */
function foreseen(ledger: LoanLedger, on: ReturnType<typeof date>): Cents {
  const { projection } = standingOn(ledger, on)
  return cents(projection.interest + (projection.caughtUp?.split.interest ?? 0))
}

test('on random loans each figure is what the ledger says once the extension is recorded', () => {
  let offered = 0
  fc.assert(
    fc.property(anyHistory, fc.integer({ min: 1, max: 6 }), (events, months) => {
      const on = spanOf(events).last
      // With the late charges that are owed by then, as the verb loads it.
      const { ledger } = extend(events, [], { through: on, postedAt, newId })
      assert.ok(ledger.product === 'loan')
      const planned = planDeferment(ledger, { on, months })
      if (typeof planned === 'string') return
      offered += 1
      const payload = { kind: 'extension' as const, months, reason: 'test' }
      const facts = [{ effectiveDate: on, payload }]
      const { ledger: then } = extend(events, facts, { through: on, postedAt, newId })
      assert.ok(then.product === 'loan')
      const { position } = standingOn(then, on)
      const next = nextInstallment(position, on)
      assert.equal(next?.due, planned.nextDue.after)
      assert.equal(next?.number, planned.moved[0]?.number)
      const { contract: moved } = position
      assert.equal(dueDate(moved, moved.payments), planned.lastDue.after)
      for (const { number, newDue } of planned.moved) assert.equal(dueDate(moved, number), newDue)
      const owed = interestDue(position, planned.nextDue.after)
      const before = interestDue(position, planned.meanwhile.from)
      assert.equal(planned.meanwhile.interest, owed - before)
      assert.equal(planned.interestLeft.before, foreseen(ledger, on))
      assert.equal(planned.interestLeft.after, foreseen(then, on))
    }),
    { numRuns: 300, seed: 20261127 },
  )
  assert.ok(offered > 50, `${offered} offers`)
})
