import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addDays, addMonths, date } from '#src/domain/calendar.ts'
import vectors from '#test/data/apr-appendix-j.json' with { type: 'json' }
import { calc } from '../../support/calc.ts'

const advance = { amount: '5000.00', periods: 0, fraction: '0' }
const regular = {
  advances: [advance],
  payments: [{ amount: '230.00', periods: 1, fraction: '0', count: 24 }],
  periodsPerYear: '12',
}
const dated = {
  advances: [{ amount: '5000.00', date: '1978-01-10' }],
  payments: [{ amount: '230.00', date: '1978-02-10', count: 24 }],
  frequency: 'monthly',
}

type Found = { apr: string; exact: string; unitPeriods?: object }

async function found(input: unknown): Promise<Found> {
  const { results } = await calc('apr', input)
  assert.ok(!Object.hasOwn(results[0] as object, 'error'), JSON.stringify(results[0]))
  return results[0] as Found
}

async function refusal(input: unknown): Promise<{ field: string; message: string }> {
  const { exitCode, results } = await calc('apr', input)
  assert.equal(exitCode, 1, JSON.stringify(results[0]))
  return (results[0] as { error: { field: string; message: string } }).error
}

test('the first example of the regulation, by unit-periods and by dates', async () => {
  assert.deepEqual(await found(regular), { apr: '9.69', exact: '9.6857080623' })
  const { unitPeriods, ...rate } = await found(dated)
  assert.deepEqual(rate, { apr: '9.69', exact: '9.6857080623' })
  assert.deepEqual(unitPeriods, {
    ...regular,
    advances: [{ ...advance, count: 1 }],
  })
})

test('published rates, from dates', async () => {
  for (const example of vectors.cases) {
    const { advanced, firstPayment, frequency, amount, payments } = example
    if (!advanced || !firstPayment) continue
    let before = 0
    const rows = payments.map((row) => {
      const at = later(firstPayment, frequency, before)
      before += row.count
      return { ...row, date: at }
    })
    const input = {
      advances: [{ amount, date: advanced }],
      payments: rows,
      ...(frequency && { frequency }),
    }
    const { exact } = await found(input)
    for (const text of [example.expected, example.computed]) {
      if (text === undefined) continue
      const decimals = text.split('.')[1]?.length ?? 0
      assert.equal(Number(exact).toFixed(decimals), text, example.id)
    }
  }
})

function later(first: string, frequency: string | undefined, steps: number): string {
  if (steps === 0) return first
  if (frequency === 'monthly') return addMonths(date(first), steps)
  if (frequency === 'every 2 months') return addMonths(date(first), steps * 2)
  const weeks = { biweekly: 2, 'every 4 weeks': 4 }[frequency ?? ''] ?? assert.fail(frequency)
  return addDays(date(first), steps * weeks * 7)
}

test('the unit-periods of a dated answer are an input with the same rate', async () => {
  const anyInput = fc.record({
    advances: fc.tuple(
      fc.record({ amount: fc.constant('5000.00'), date: fc.constant('2026-01-31') }),
    ),
    payments: fc.array(
      fc.record({
        amount: fc.integer({ min: 400, max: 900 }).map((dollars) => `${dollars}.00`),
        date: fc.integer({ min: 1, max: 900 }).map((days) => addDays(date('2026-01-31'), days)),
        count: fc.integer({ min: 1, max: 30 }),
      }),
      { minLength: 2, maxLength: 4 },
    ),
    frequency: fc.constantFrom('monthly', 'semimonthly', 'weekly', 'every 5 weeks', 'yearly'),
  })
  await fc.assert(
    fc.asyncProperty(anyInput, async (input) => {
      const { results } = await calc('apr', input)
      const { unitPeriods, ...rate } = results[0] as Found
      if (unitPeriods === undefined) return
      assert.deepEqual(await found(unitPeriods), rate)
    }),
    { numRuns: 60 },
  )
})

test('without a frequency the most frequent common period is the unit-period', async () => {
  const days = ['2026-03-01', '2026-04-01', '2026-05-01', '2026-06-01']
  const { unitPeriods } = await found({
    advances: [{ amount: '900.00', date: '2026-01-10' }],
    payments: days.map((day) => ({ amount: '240.00', date: day })),
  })
  const { periodsPerYear, payments } = unitPeriods as typeof regular
  assert.equal(periodsPerYear, '12')
  assert.deepEqual(payments[0], { amount: '240.00', periods: 1, fraction: '11/15', count: 1 })
})

test('what is refused names the field', async () => {
  const payment = regular.payments[0]
  const [advanced] = dated.advances
  const cases: [unknown, string][] = [
    [{ ...regular, periodsPerYear: 12 }, 'periodsPerYear'],
    [{ ...regular, periodsPerYear: '12/0' }, 'periodsPerYear'],
    [{ ...regular, periodsPerYear: '0' }, 'periodsPerYear'],
    [{ ...regular, frequency: 'monthly' }, 'frequency'],
    [{ ...regular, advances: [] }, 'advances'],
    [{ ...regular, payments: [{ ...payment, amount: '0.00' }] }, 'payments[0].amount'],
    [{ ...regular, payments: [payment, { ...payment, amount: 230 }] }, 'payments[1].amount'],
    [{ ...regular, payments: [{ ...payment, amount: '1,230.00' }] }, 'payments[0].amount'],
    [{ ...regular, payments: [{ ...payment, amount: '-230.00' }] }, 'payments[0].amount'],
    [{ ...regular, payments: [{ ...payment, fraction: '31/30' }] }, 'payments[0].fraction'],
    [{ ...regular, payments: [{ ...payment, periods: 1.5 }] }, 'payments[0].periods'],
    [{ ...regular, payments: [{ ...payment, count: 3_001 }] }, 'payments[0].count'],
    [{ ...regular, payments: [payment, { ...payment, count: 3_000 }] }, 'payments'],
    [{ ...regular, payments: Array.from({ length: 601 }, () => payment) }, 'payments'],
    [{ ...regular, payments: [{ ...payment, count: 21 }] }, 'payments'],
    [{ ...dated, frequency: 'every 13 months' }, 'frequency'],
    [{ ...dated, frequency: null }, 'frequency'],
    [{ ...dated, advances: [{ ...advanced, date: '2199-12-31', count: 2 }] }, 'advances[0].count'],
    [
      { ...dated, payments: [{ amount: '230.00', date: '2190-01-01', count: 120 }] },
      'payments[0].count',
    ],
    [{ ...dated, payments: [{ amount: '9000.00', date: '1978-01-09' }] }, 'payments[0].date'],
    [{ ...dated, payments: [{ amount: '9000.00', date: '1978-01-10' }] }, 'payments'],
    [{ ...dated, payments: [{ amount: '9000.00', date: '1978-02-30' }] }, 'payments[0].date'],
  ]
  for (const [input, field] of cases) {
    assert.equal((await refusal(input)).field, field, JSON.stringify(input).slice(0, 200))
  }
})

test('the working shows both sides at the rate', async () => {
  const { results } = await calc('apr', regular, 'explained')
  const { explanation } = results[0] as { explanation: { parts: { amount: string }[] } }
  assert.deepEqual(
    explanation.parts.map(({ amount }) => amount),
    ['5000.00', '5000.00'],
  )
})

test('the largest transaction is solved in less than a second', async () => {
  const row = { amount: '1.00', periods: 14_000, fraction: '0.123456789', count: 5 }
  const rows = Array.from({ length: 600 }, (_, at) => ({ ...row, periods: row.periods + at }))
  const before = process.cpuUsage()
  const { exitCode } = await calc('apr', {
    advances: rows.map((one, at) => ({ ...one, periods: at })),
    payments: rows.map((one) => ({ ...one, amount: '2.00' })),
    periodsPerYear: '365',
  })
  assert.equal(exitCode, 0)
  const took = process.cpuUsage(before).user / 1_000
  assert.ok(took < 1_000, `${took} ms`)
})
