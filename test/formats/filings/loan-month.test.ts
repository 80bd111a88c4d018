import assert from 'node:assert/strict'
import { test } from 'node:test'
import { FiledValueProblem } from '#src/formats/boarding/filed-values.ts'
import { filedLoanMonth } from './filed.ts'

test('amounts in cents, absent ones as nothing, scheduled parts exactly', () => {
  const month = filedLoanMonth({
    scheduledInterestAmount: '245.39721406',
    scheduledPrincipalAmount: '94.91278594',
    recoveredAmount: null,
    currentDelinquencyStatus: '21',
  })
  assert.equal(month.begin, 1_000_000)
  assert.equal(month.end, 975_000)
  assert.equal(month.recovered, 0)
  assert.equal(month.daysPastDue, 21)
  assert.equal(month.rate, 120_000_000)
  assert.deepEqual(month.scheduledParts, { n: 34031n, d: 100n })
  assert.equal(month.scheduledInterest, 24540)
})

test('a month without a beginning balance is the one in which the loan was added', () => {
  const added = filedLoanMonth({ reportingPeriodBeginningLoanBalanceAmount: null })
  assert.equal(added.isAdded, true)
  assert.equal(added.begin, added.end)
  assert.equal(filedLoanMonth().isAdded, false)
})

test('what no record can lack or say is refused by its element', () => {
  const cases: readonly (readonly [string, string | null])[] = [
    ['assetNumber', null],
    ['reportingPeriodEndingDate', null],
    ['reportingPeriodEndingDate', '12-31-2016'],
    ['reportingPeriodEndingDate', '01-31-2019'],
    ['reportingPeriodActualEndBalanceAmount', null],
    ['totalActualAmountPaid', 'much'],
    ['interestPaidThroughDate', '12-31-2199'],
    ['interestPaidThroughDate', '2017-01-10'],
    ['paymentExtendedNumber', '900'],
    ['reportingPeriodInterestRatePercentage', '12'],
  ]
  for (const [field, value] of cases)
    assert.throws(
      () => filedLoanMonth({ [field]: value }),
      (error) => error instanceof FiledValueProblem && error.field === field,
      `${field} ${value}`,
    )
})
