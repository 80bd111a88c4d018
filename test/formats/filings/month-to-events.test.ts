import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newContractOpening } from '#src/domain/account/boarding.ts'
import type { Fact } from '#src/domain/account/extend.ts'
import { replayLoan } from '#src/domain/account/replay.ts'
import { date } from '#src/domain/calendar.ts'
import type { LoanContract } from '#src/domain/contract/loan.ts'
import { cents, ratePpb } from '#src/domain/money.ts'
import {
  eventsOfMonth,
  type MonthEvents,
  type Standing,
} from '#src/formats/filings/month-to-events.ts'
import { type Changes, filedLoanMonth } from './filed.ts'

const CONTRACT: LoanContract = {
  kind: 'loan',
  principal: cents(1_000_000),
  rate: ratePpb(120_000_000),
  start: date('2016-12-10'),
  firstDue: date('2017-01-10'),
  payments: 36,
  frequency: 'monthly',
  payment: cents(35_000),
  dayCount: 'actual/365',
  yearEnd: 'old',
  rounding: 'half-up',
  dailyRateDecimals: null,
  carryFractions: false,
  waterfall: ['interest', 'principal', 'lateCharges', 'fees'],
  smallRemainder: cents(200),
  lateCharge: null,
  ruleVersion: 'abs-ee',
}

test('one payment on the filed paid-through date', () => {
  const month = derived()
  assert.equal(month.dating, 'filed')
  assert.deepEqual(told(month.facts), ['2017-01-10 payment'])
  const [payment] = month.facts
  assert.ok(payment?.payload.kind === 'payment')
  assert.equal(payment.payload.amount, 35_000)
  assert.equal(payment.payload.toCharges, 0)
})

test('what went to neither interest nor principal is a fee, owed and paid that day', () => {
  const { facts } = derived({
    totalActualAmountPaid: '365',
    actualOtherCollectedAmount: '15',
  })
  assert.deepEqual(told(facts), ['2017-01-10 fee', '2017-01-10 payment'])
  const payment = facts.at(-1)?.payload
  assert.ok(payment?.kind === 'payment')
  assert.deepEqual([payment.amount, payment.toCharges], [36_500, 1_500])
})

test('a month without money has no event', () => {
  const month = derived(UNPAID)
  assert.equal(month.dating, 'noPayment')
  assert.deepEqual(month.facts, [])
})

test('rate, adjustment and extension are dated as far as the month tells', () => {
  const { facts } = derived({
    reportingPeriodInterestRatePercentage: '0.06',
    otherPrincipalAdjustmentAmount: '-33.36',
    reportingPeriodActualEndBalanceAmount: '9783.36',
    paymentExtendedNumber: '2',
  })
  assert.deepEqual(told(facts), [
    '2017-01-01 rate',
    '2017-01-10 payment',
    '2017-01-31 adjustment',
    '2017-01-31 extension',
  ])
  const adjustment = facts.find(({ payload }) => payload.kind === 'adjustment')?.payload
  assert.ok(adjustment?.kind === 'adjustment')
  assert.equal(adjustment.amount, 3336)
})

test('charged off with recoveries; a small one beside a payment is left to the ledger', () => {
  const lost = derived({
    ...UNPAID,
    chargedoffPrincipalAmount: '10000',
    reportingPeriodActualEndBalanceAmount: '0',
    interestPaidThroughDate: null,
    recoveredAmount: '400',
    repossessedProceedsAmount: '5000',
  })
  assert.deepEqual(told(lost.facts), [
    '2017-01-31 chargeOff',
    '2017-01-31 payment',
    '2017-01-31 proceeds',
  ])
  const small = derived({
    totalActualAmountPaid: '10100',
    actualPrincipalCollectedAmount: '9999.69',
    actualInterestCollectedAmount: '100.31',
    chargedoffPrincipalAmount: '0.31',
    reportingPeriodActualEndBalanceAmount: '0',
    interestPaidThroughDate: null,
  })
  assert.deepEqual(
    small.facts.map(({ payload }) => payload.kind),
    ['payment'],
  )
})

test('the day of a closing payment is the one whose interest was reported', () => {
  // 10,000.00 at 12 % /365: 3.2877 a day; 41 days after 2016-12-10 are 134.79.
  const closing = derived({
    totalActualAmountPaid: '10134.79',
    actualInterestCollectedAmount: '134.79',
    actualPrincipalCollectedAmount: '10000',
    reportingPeriodActualEndBalanceAmount: '0',
    interestPaidThroughDate: null,
  })
  assert.equal(closing.dating, 'inferred')
  assert.equal(closing.paidOn, '2017-01-20')
})

test('after the balance is zero, money is recovery; expenses alone are nobody else’s', () => {
  const after = derived({
    ...UNPAID,
    reportingPeriodBeginningLoanBalanceAmount: '0',
    reportingPeriodActualEndBalanceAmount: '0',
    recoveredAmount: '100',
    repossessedProceedsAmount: '-425',
  })
  assert.deepEqual(told(after.facts), ['2017-01-31 payment'])
})

test('a payment may be put on another day', () => {
  const on = date('2017-01-09')
  const month = eventsOfMonth(standing(), filedLoanMonth(), on)
  assert.ok(month.kind === 'events')
  assert.deepEqual(told(month.facts), ['2017-01-09 payment'])
})

test('months that say nothing that could be computed', () => {
  const cases: readonly (readonly [Changes, string])[] = [
    [{ totalActualAmountPaid: '-350', actualPrincipalCollectedAmount: '-450' }, 'moneyTakenBack'],
    [{ totalActualAmountPaid: '351' }, 'partsDoNotAddUp'],
    [{ reportingPeriodActualEndBalanceAmount: '9749' }, 'partsDoNotAddUp'],
    [{ interestPaidThroughDate: '12-10-2016' }, 'dayUnknown'],
    [{ interestPaidThroughDate: '02-01-2017' }, 'dayUnknown'],
  ]
  for (const [changes, reason] of cases)
    assert.deepEqual(eventsOfMonth(standing(), filedLoanMonth(changes)), {
      kind: 'underivable',
      reason,
    })
})

const UNPAID = {
  totalActualAmountPaid: '0',
  actualInterestCollectedAmount: '0',
  actualPrincipalCollectedAmount: '0',
  reportingPeriodActualEndBalanceAmount: '10000',
}

function derived(changes: Changes = {}): Extract<MonthEvents, { kind: 'events' }> {
  const month = eventsOfMonth(standing(), filedLoanMonth(changes))
  assert.ok(month.kind === 'events')
  return month
}

function standing(): Standing {
  const { position } = replayLoan([
    {
      id: '1',
      seq: 1,
      effectiveDate: CONTRACT.start,
      postedAt: '2016-12-10T00:00:00.000Z',
      payload: { kind: 'boarded', contract: CONTRACT, opening: newContractOpening(CONTRACT) },
    },
  ])
  return { position, paidThrough: CONTRACT.start }
}

function told(facts: readonly Fact[]): string[] {
  return facts.map(({ effectiveDate, payload }) => `${effectiveDate} ${payload.kind}`)
}
