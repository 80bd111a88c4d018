import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { date } from '#src/domain/calendar.ts'
import { levelPayment } from '#src/domain/contract/amortization.ts'
import { type CreditTerms, solveApr } from '#src/domain/contract/apr.ts'
import { type CashFlow, presentValue } from '#src/domain/contract/present-value.ts'
import { FREQUENCIES, periodsPerYear } from '#src/domain/contract/schedule.ts'
import { fraction, toDecimal, ZERO } from '#src/domain/fraction.ts'
import { cents, parseDollars, ratePpb } from '#src/domain/money.ts'
import vectors from '#test/data/apr-appendix-j.json' with { type: 'json' }

const money = (text: string) => parseDollars(text) ?? assert.fail(text)
const flow = (amount: number, periods: number, more: Partial<CashFlow> = {}): CashFlow => {
  return { amount: cents(amount), periods, fraction: ZERO, count: 1, ...more }
}

function percentOf(terms: CreditTerms) {
  const solved = solveApr(terms)
  assert.ok(solved.ok, solved.ok ? '' : solved.problem)
  return solved.percent
}

function problemOf(advances: CashFlow[], payments: CashFlow[]) {
  const solved = solveApr({ advances, payments, periodsPerYear: fraction(12n) })
  return solved.ok ? toDecimal(solved.percent, 4) : solved.problem
}

test('published rates, from whole periods and fractions', () => {
  for (const example of vectors.cases) {
    const { fraction: part, periods, periodsPerYear: perYear } = example
    if (part === undefined || periods === undefined || perYear === undefined) continue
    const [n = '0', d = '1'] = part.split('/')
    let before = 0
    const payments = example.payments.map(({ amount, count }) => {
      const at = flow(money(amount), periods + before, { fraction: fraction(BigInt(n), BigInt(d)) })
      before += count
      return { ...at, count }
    })
    const advances = [flow(money(example.amount), 0)]
    const percent = percentOf({ advances, payments, periodsPerYear: fraction(BigInt(perYear)) })
    for (const text of [example.expected, example.computed]) {
      if (text !== undefined) {
        assert.equal(toDecimal(percent, text.split('.')[1]?.length ?? 0), text, example.id)
      }
    }
  }
})

/** Advances of one loan, all before its payments, in any order of rows. */
const anyTerms = fc
  .record({
    advances: fc.array(
      fc.record({ amount: fc.integer({ min: 1_000, max: 9_999_999 }), periods: fc.nat(3) }),
      { minLength: 1, maxLength: 4 },
    ),
    payments: fc.array(
      fc.record({
        weight: fc.integer({ min: 1, max: 100 }),
        periods: fc.integer({ min: 4, max: 80 }),
        part: fc.nat(30),
        count: fc.integer({ min: 1, max: 24 }),
      }),
      { minLength: 1, maxLength: 5 },
    ),
    charge: fc.integer({ min: 0, max: 300 }),
    perYear: fc.constantFrom(1n, 2n, 4n, 12n, 13n, 24n, 26n, 52n),
  })
  .map(({ advances, payments, charge, perYear }): CreditTerms => {
    const lent = advances.reduce((sum, { amount }) => sum + amount, 0)
    const weights = payments.reduce((sum, { weight, count }) => sum + weight * count, 0)
    const each = Math.ceil((lent * (100 + charge)) / 100 / weights)
    return {
      advances: advances.map(({ amount, periods }) => flow(amount, periods)),
      payments: payments.map(({ weight, periods, part, count }) =>
        flow(weight * each, periods, { fraction: fraction(BigInt(part), 30n), count }),
      ),
      periodsPerYear: fraction(perYear),
    }
  })

test('at the rate found both sides are worth the same, in plain floating point too', () => {
  fc.assert(
    fc.property(anyTerms, (terms) => {
      const solved = solveApr(terms)
      assert.ok(solved.ok)
      const rate = Number(solved.unitPeriodRate.n) / Number(solved.unitPeriodRate.d)
      const [given, paid] = [terms.advances, terms.payments].map((flows) => worth(flows, rate))
      assert.ok(Math.abs((given ?? 0) - (paid ?? 1)) <= 1e-9 * (given ?? 0), `${given} ${paid}`)
      const exact = presentValue(terms.advances, solved.unitPeriodRate)
      assert.ok(Math.abs(Number(toDecimal(exact, 6)) - (given ?? 0)) <= 1e-9 * (given ?? 0))
    }),
    { numRuns: 200 },
  )
})

function worth(flows: readonly CashFlow[], rate: number): number {
  return flows.reduce((sum, { amount, periods, fraction: part, count }) => {
    const linear = 1 + (rate * Number(part.n)) / Number(part.d)
    for (let k = 0; k < count; k += 1) sum += amount / linear / (1 + rate) ** (periods + k)
    return sum
  }, 0)
}

test('amounts of another size have the same rate', () => {
  fc.assert(
    fc.property(anyTerms, fc.integer({ min: 2, max: 1_000 }), (terms, factor) => {
      const larger = (flows: readonly CashFlow[]) =>
        flows.map((one) => ({ ...one, amount: cents(one.amount * factor) }))
      const scaled = {
        ...terms,
        advances: larger(terms.advances),
        payments: larger(terms.payments),
      }
      assert.equal(toDecimal(percentOf(scaled), 12), toDecimal(percentOf(terms), 12))
    }),
    { numRuns: 50 },
  )
})

test('a level-payment loan has the rate of its contract, but for the cent of its payment', () => {
  const anyLoan = fc.record({
    principal: fc.integer({ min: 1_000_000_000, max: 90_000_000_000 }),
    rate: fc.integer({ min: 0, max: 400_000_000 }),
    payments: fc.integer({ min: 1, max: 120 }),
    frequency: fc.constantFrom(...FREQUENCIES),
  })
  const rules = {
    dayCount: 'actual/365',
    yearEnd: 'old',
    rounding: 'half-up',
    dailyRateDecimals: null,
    carryFractions: false,
    start: date('2026-01-15'),
    firstDue: date('2026-02-15'),
  } as const
  fc.assert(
    fc.property(anyLoan, ({ principal, rate, payments, frequency }) => {
      const terms = {
        ...rules,
        principal: cents(principal),
        rate: ratePpb(rate),
        payments,
        frequency,
      }
      // A payment cut below the exact one repays a free loan a cent short.
      const level = Math.max(levelPayment(terms, 'periodic'), Math.ceil(principal / payments))
      const percent = percentOf({
        advances: [flow(principal, 0)],
        payments: [flow(level, 1, { count: payments })],
        periodsPerYear: fraction(BigInt(periodsPerYear(frequency))),
      })
      const off = Number(toDecimal(percent, 10)) - rate / 1e7
      assert.ok(Math.abs(off) < 1e-4, `${off}`)
    }),
    { numRuns: 60 },
  )
})

test('a rate that is a plain decimal comes out as that decimal, halves too', () => {
  for (const [basisPoints, shown] of [
    [0, '0.00'],
    [1, '0.01'],
    [10_005, '100.05'],
    [123_456, '1234.56'],
  ] as const) {
    const percent = percentOf({
      advances: [flow(1_000_000, 0)],
      payments: [flow(1_000_000 + basisPoints * 100, 1)],
      periodsPerYear: fraction(1n),
    })
    assert.equal(toDecimal(percent, 20), `${shown}${'0'.repeat(18)}`)
  }
  const half = percentOf({
    advances: [flow(10_000_000, 0)],
    payments: [flow(10_000_500 + 1_000_000, 1)],
    periodsPerYear: fraction(1n),
  })
  assert.equal(toDecimal(half, 2), '10.01')
})

test('what no single rate solves has a reason', () => {
  const lent = [flow(100_000, 0)]
  assert.equal(problemOf(lent, [flow(100_000, 5)]), '0.0000')
  assert.equal(problemOf(lent, [flow(99_999, 5)]), 'paymentsBelowAdvances')
  assert.equal(problemOf(lent, [flow(100_001, 0)]), 'noRateSolves')
  assert.equal(problemOf(lent, [flow(100_000, 0), flow(1, 1)]), 'noRateSolves')
  // 10 % and 20 % both solve 100 - 230 v + 132 v^2: the obligor lends in between.
  const back = [flow(10_000, 0), flow(13_200, 2)]
  assert.equal(problemOf(back, [flow(23_000, 1), flow(300, 3)]), 'severalRatesMaySolve')
})

test('advances between payments have one rate while money is owed', () => {
  const percent = problemOf([flow(100_000, 0), flow(50_000, 3)], [flow(20_000, 1, { count: 9 })])
  assert.match(percent, /^\d+\.\d{4}$/)
})

test('very high rates and very long terms are solved', () => {
  assert.equal(problemOf([flow(1, 0)], [flow(100_000_000, 1)]), '119999998800.0000')
  const years = percentOf({
    advances: [flow(2_000_000, 0)],
    payments: [flow(1, 15_000), flow(10_000, 1, { count: 3_000 })],
    periodsPerYear: fraction(52n),
  })
  assert.match(toDecimal(years, 2), /^26\.00$/)
})
