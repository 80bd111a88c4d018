import assert from 'node:assert/strict'
import { test } from 'node:test'
import { FiledValueProblem, FiledValues } from '#src/formats/boarding/filed-values.ts'
import { chainRow, sampleRow } from '#src/formats/filings/interest-row.ts'

// Ally Auto Receivables Trust 2017-3, June 2017. SEC EDGAR, Form ABS-EE, EX-102.
const CHAIN = {
  trust: 'Ally Auto Receivables Trust 2017-3',
  assetNumber: '19238442',
  reportingMonth: '2017-06',
  annualRate: '0.0274',
  interestFromDate_inferred: '2017-05-08',
  interestToDate_inferred: '2017-06-10',
  rule: 'R1',
  beginningBalance: '11291.44',
  totalPaid: '218.83',
  interestReported: '27.96',
  principalReported: '190.87',
  endingBalance: '11100.57',
}

// Toyota Auto Receivables 2017-A Owner Trust and others are in the examples.
const SAMPLE = {
  trust: 'Some Trust',
  assetNumber: '1',
  reportingMonth: '2017-02',
  kind: 'actual',
  rule: 'actual/365',
  payment: 'single',
  fromDate: '2017-01-10',
  toDate: '2017-02-10',
  balanceOrPayment: '1000',
  annualRate: '0.05',
  reported: '4.25',
}

test('a row of a chain, with the arithmetic that its rule stands for', () => {
  const row = chainRow(valuesOf(CHAIN))
  assert.equal(row.span.principal, 1_129_144)
  assert.equal(row.interest, 2796)
  const { dayCount, rounding, dailyRateDecimals } = row.convention
  assert.deepEqual([dayCount, rounding, dailyRateDecimals], ['actual/365', 'cut', 8])
  const second = chainRow(valuesOf({ ...CHAIN, rule: 'R2' })).convention
  assert.deepEqual(
    [second.dayCount, second.yearEnd, second.rounding, second.dailyRateDecimals],
    ['actual/actual', 'old', 'half-up', null],
  )
})

test('samples of interest paid and of interest scheduled', () => {
  const paid = sampleRow(valuesOf(SAMPLE))
  assert.ok(paid.kind === 'actual')
  assert.equal(paid.isSingle, true)
  assert.equal(paid.dayCount, 'actual/365')
  const scheduled = sampleRow(
    valuesOf({ ...SAMPLE, kind: 'scheduled', fromDate: '', toDate: '', remainingTerm: '60' }),
  )
  assert.ok(scheduled.kind === 'scheduled')
  assert.equal(scheduled.payment, 100_000)
  assert.equal(scheduled.remainingTerm, 60)
})

test('what is missing or wrong is refused by its column', () => {
  const wrong: readonly (readonly [object, string])[] = [
    [{ ...CHAIN, rule: 'R3' }, 'rule'],
    [{ ...CHAIN, interestToDate_inferred: '2017-05-01' }, 'interestToDate_inferred'],
    [{ ...CHAIN, interestFromDate_inferred: '05-08-2017' }, 'interestFromDate_inferred'],
    [{ ...CHAIN, interestFromDate_inferred: '1990-01-01' }, 'interestToDate_inferred'],
    [{ ...CHAIN, endingBalance: '' }, 'endingBalance'],
  ]
  for (const [row, field] of wrong) assert.throws(() => chainRow(valuesOf(row)), isAbout(field))
  for (const [row, field] of [
    [{ ...SAMPLE, kind: 'other' }, 'kind'],
    [{ ...SAMPLE, kind: 'scheduled', remainingTerm: '700' }, 'remainingTerm'],
    [{ ...SAMPLE, annualRate: '5' }, 'annualRate'],
  ] as const)
    assert.throws(() => sampleRow(valuesOf(row)), isAbout(field))
})

function valuesOf(row: object): FiledValues {
  const cells = Object.entries(row).filter(([, value]) => value !== '')
  return new FiledValues(new Map(cells))
}

function isAbout(field: string): (error: unknown) => boolean {
  return (error) => error instanceof FiledValueProblem && error.field === field
}
