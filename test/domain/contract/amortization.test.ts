import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { date } from '#src/domain/calendar.ts'
import {
  amortize,
  type InterestMethod,
  levelPayment,
  type ScheduleTerms,
  totalOf,
} from '#src/domain/contract/amortization.ts'
import type { DayCount } from '#src/domain/contract/day-count.ts'
import type { LoanContract } from '#src/domain/contract/loan.ts'
import { dueDate, periodsPerYear } from '#src/domain/contract/schedule.ts'
import { cents, parseDollars, parsePercent, toDollars } from '#src/domain/money.ts'
import levels from '#test/data/level-payments.json' with { type: 'json' }
import schedules from '#test/data/schedules.json' with { type: 'json' }
import loans from '#test/data/simple-interest-loans.json' with { type: 'json' }
import { anyContract } from '#test/support/arbitrary-loan.ts'
import { interestUnits, wholeCents } from '#test/support/oracle-nights.ts'

const money = (text: string) => parseDollars(text) ?? assert.fail(text)
const rate = (text: string) => parsePercent(text) ?? assert.fail(text)

const plain = {
  dayCount: 'actual/365',
  yearEnd: 'old',
  rounding: 'half-up',
  dailyRateDecimals: null,
  carryFractions: false,
  frequency: 'monthly',
} as const

/**
 * The source tries payments a cent apart until the last one is nearest to level; the formula gives
 * a cent less.
 */
const SEARCHED = ['fineract-emi-03']

test('published level payments with equal periods', () => {
  for (const example of levels.cases) {
    const terms = {
      ...plain,
      principal: money(example.amount),
      rate: rate(example.rate),
      start: date('2026-01-01'),
      firstDue: date('2026-02-01'),
      payments: example.payments,
    }
    assert.equal(toDollars(levelPayment(terms, 'periodic')), example.payment, example.id)
  }
})

test('the monthly simple interest example of the Federal Reserve', () => {
  const example = levels.cases.find((entry) => entry.id === 'fed-simple-interest-18800')
  assert.ok(example?.rows && example.totalInterest)
  const terms = {
    ...plain,
    principal: money(example.amount),
    rate: rate(example.rate),
    start: date('2026-01-01'),
    firstDue: date('2026-02-01'),
    payments: example.payments,
    payment: money(example.payment),
  }
  const rows = amortize(terms, 'periodic')
  const shown = rows.slice(0, 2).map(({ interest, principal, balance }) => ({
    interest: toDollars(interest),
    principal: toDollars(principal),
    balance: toDollars(balance),
  }))
  assert.deepEqual(shown, example.rows)
  // The guide multiplies 48 equal payments; a trued-up last payment differs by the roundings of 48
  // rows.
  const off = totalOf(rows, 'interest') - money(example.totalInterest)
  assert.ok(Math.abs(off) <= 48 / 2, `${off} cents`)
})

test('published schedules, row by row', () => {
  for (const example of schedules.cases) {
    const first = example.rows[0]
    assert.ok(first)
    const terms: ScheduleTerms = {
      ...plain,
      dayCount: example.dayCount as DayCount,
      yearEnd: 'new',
      rounding: 'half-even',
      principal: money(example.amount),
      rate: rate(example.rate),
      start: date(example.disbursed),
      firstDue: date(first.due),
      payments: example.rows.length,
    }
    const payment = money(first.payment)
    for (const method of methodsOf(example)) {
      if (!SEARCHED.includes(example.id)) {
        assert.equal(levelPayment(terms, method), payment, `${example.id}: level payment`)
      }
      const rows = amortize({ ...terms, payment }, method).map((row) => ({
        due: row.due,
        payment: row.payment,
        interest: row.interest,
        principal: row.principal,
        balance: row.balance,
      }))
      const expected = example.rows.map((row) => ({
        due: row.due,
        payment: money(row.payment),
        interest: money(row.interest),
        principal: money(row.principal),
        balance: money(row.balance),
      }))
      assert.deepEqual(rows, expected, `${example.id}, ${method}`)
    }
  }
})

/**
 * Where every month counts 30 days, whole months are periods; by the day February is only 30 days
 * long before the 29th.
 */
function methodsOf(example: { dayCount: string; disbursed: string }): InterestMethod[] {
  if (example.dayCount !== '30/360') return ['daily']
  return Number(example.disbursed.slice(8)) < 29 ? ['daily', 'periodic'] : ['periodic']
}

test('the year end that the contract names is worth a cent in the first month of a published schedule', () => {
  const example = schedules.cases.find((entry) => entry.id === 'fineract-emi-01')
  assert.ok(example?.rows[0])
  const of = (yearEnd: 'old' | 'new') =>
    amortize(
      {
        ...plain,
        dayCount: 'actual/actual',
        yearEnd,
        principal: money(example.amount),
        rate: rate(example.rate),
        start: date(example.disbursed),
        firstDue: date('2024-01-12'),
        payments: 6,
        payment: money('1725.56'),
      },
      'daily',
    )[0]?.interest
  assert.deepEqual([of('new'), of('old')], [10_181, 10_182])
})

test('a compliance engine’s level payment over an odd first period, with our last payment trued up', () => {
  const example = loans.cases.find((entry) => entry.id === 'sce-equal-us-rule')
  assert.ok(example?.payment && example.slots)
  const terms = {
    ...plain,
    principal: money(example.principal),
    rate: rate(example.rate),
    start: date(example.start),
    firstDue: date(example.firstDue),
    payments: example.slots,
  }
  assert.equal(toDollars(levelPayment(terms, 'daily')), example.payment)
  const rows = amortize({ ...terms, payment: money(example.payment) }, 'daily')
  const [first, last] = [rows[0], rows.at(-1)]
  assert.deepEqual([first?.interest, first?.principal, first?.balance], [4944, 80_748, 921_752])
  assert.deepEqual([last?.interest, last?.payment, last?.balance], [326, 85_695, 0])
  for (const { year, interest } of example.years ?? []) {
    const ofYear = rows.filter((row) => row.due.startsWith(String(year)))
    assert.equal(toDollars(totalOf(ofYear, 'interest')), interest, String(year))
  }
})

test('a schedule repays the amount financed, each row adds up, and the last row owes nothing', () => {
  fc.assert(
    fc.property(
      anyContract,
      fc.constantFrom('daily' as const, 'periodic' as const),
      (c, method) => {
        const rows = amortize({ ...c, payment: levelPayment(c, method) }, method)
        assert.equal(totalOf(rows, 'principal'), c.principal)
        assert.equal(rows.at(-1)?.balance, 0)
        let balance: number = c.principal
        for (const [index, row] of rows.entries()) {
          assert.equal(row.number, index + 1)
          assert.equal(row.due, dueDate(c, row.number))
          assert.equal(row.payment, row.interest + row.principal)
          balance -= row.principal
          assert.equal(row.balance, balance)
        }
      },
    ),
    { numRuns: 80 },
  )
})

test('the last payment is level but for the roundings before it, when every payment covers its interest', () => {
  fc.assert(
    fc.property(anyContract.filter(hasWholeRate), (c) => {
      const rows = amortize(c, 'daily')
      const last = rows.at(-1)
      assert.ok(last)
      if (rows.length < c.payments || rows.slice(0, -1).some((row) => row.principal === 0)) return
      // The payment and each row's interest are a cent off at most, and what is off grows with the
      // rate to the end.
      const years = c.payments / periodsPerYear(c.frequency) + 0.2
      const most = (2 * c.payments + 1) * Math.exp((c.rate / 1e9) * years * 1.05)
      assert.ok(Math.abs(last.payment - c.payment) <= most, `${last.payment} after ${c.payment}`)
    }),
    { numRuns: 80 },
  )
})

/** A daily rate cut to decimals earns less than the level payment was made for. */
function hasWholeRate(contract: LoanContract): boolean {
  return contract.dailyRateDecimals === null
}

test('each row’s interest is the oracle’s price of the nights since the row before', () => {
  fc.assert(
    fc.property(
      anyContract.filter((c) => !c.carryFractions),
      (c) => {
        let [from, principal] = [c.start, c.principal]
        for (const row of amortize(c, 'daily')) {
          const units = interestUnits(c, { principal, rate: c.rate, from, to: row.due })
          if (row.payment === c.payment && row.principal === 0) return
          assert.equal(row.interest, wholeCents(units, c.rounding), row.due)
          from = row.due
          principal = row.balance
        }
      },
    ),
    { numRuns: 60 },
  )
})

test('a payment too small for the interest lets it wait without interest on it', () => {
  const terms = {
    ...plain,
    principal: cents(1_000_000),
    rate: rate('10'),
    start: date('2026-01-01'),
    firstDue: date('2026-02-01'),
    payments: 12,
    payment: cents(5_000),
  }
  const rows = amortize(terms, 'daily')
  for (const row of rows.slice(0, -1)) {
    assert.deepEqual([row.interest, row.principal, row.balance], [5_000, 0, 1_000_000])
  }
  assert.equal(rows.at(-1)?.due, '2027-01-01')
  // A year of 10 % on 10,000.00 is 1,000.00, of which 550.00 was paid before.
  assert.equal(rows.at(-1)?.interest, 45_000)
})
