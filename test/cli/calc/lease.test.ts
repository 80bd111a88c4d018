import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import leases from '#test/data/leases.json' with { type: 'json' }
import { calc } from '../../support/calc.ts'

const BY_FACTOR = {
  adjustedCapitalizedCost: '30000.00',
  residual: '18000.00',
  payments: 36,
  method: 'money-factor',
  moneyFactor: '0.00125',
  rate: null,
  payment: null,
  inAdvance: true,
  rounding: 'half-up',
  taxPercent: null,
}

const BY_YIELD = { ...BY_FACTOR, method: 'constant-yield', moneyFactor: null, rate: '5.00' }

type Lease = {
  basePayment: string
  rentCharge: string
  rate: string
  totalOfBasePayments: string
  rows: { number: number; payment: string; rent: string; balance: string }[]
}

test('a lease by money factor: every figure, and the rent left for the last month', async () => {
  const [found] = await answered([BY_FACTOR])
  assert.ok(found)
  const { rows, ...figures } = found
  assert.deepEqual(figures, {
    basePayment: '393.33',
    depreciation: '12000.00',
    rentCharge: '2159.88',
    rate: '3.00',
    totalOfBasePayments: '14159.88',
  })
  assert.deepEqual(rows[0], { number: 1, payment: '393.33', rent: '60.00', balance: '29666.67' })
  assert.deepEqual(rows[35], { number: 36, payment: '393.33', rent: '59.88', balance: '18000.00' })
})

test('published constant yield leases: the rate solved from the payment', async () => {
  for (const example of leases.constantYield) {
    const [found] = await answered([
      {
        adjustedCapitalizedCost: example.cost,
        residual: example.residual,
        payments: example.payments,
        method: 'constant-yield',
        payment: example.payment,
      },
    ])
    assert.ok(found)
    assert.equal(Number(found.rate).toFixed(5), example.rateInAdvance, example.id)
    assert.ok(/\.\d{11,}$/.test(found.rate), found.rate)
    const shown = found.rows
      .slice(0, example.rows.length)
      .map(({ rent, balance }) => [rent, balance])
    assert.deepEqual(
      shown,
      example.rows.map(({ rent, balance }) => [rent, balance]),
    )
    assert.equal(found.rows.at(-1)?.balance, example.residual)
    const again = await answered([{ ...BY_YIELD, ...termsOf(example), rate: found.rate }])
    assert.equal(again[0]?.basePayment, example.payment, example.id)
  }
})

test('a tax gives the whole payment and what all of them come to', async () => {
  const { tax } = leases
  const filed = leases.constantYield.find(({ id }) => id === tax.id) ?? assert.fail()
  const asked = { ...BY_YIELD, ...termsOf(filed), rate: null, payment: tax.payment }
  const [found] = await answered([{ ...asked, taxPercent: tax.percent }])
  assert.deepEqual(
    Object.entries(found ?? {}).filter(([name]) => /^(tax|totalPay|totalOfPer)/.test(name)),
    [
      ['tax', '29.47'],
      ['totalPayment', tax.total],
      ['totalOfPeriodicPayments', '12848.76'],
    ],
  )
})

test('the working: by which method, at which rate, from which figures', async () => {
  const { results } = await calc(
    'lease',
    [BY_FACTOR, { ...BY_YIELD, taxPercent: '6' }],
    'explained',
  )
  const [byFactor, byYield] = results as { explanation: Record<string, unknown> }[]
  assert.equal(byFactor?.explanation.label, 'basePayment')
  assert.equal(byFactor?.explanation.rule, 'moneyFactorPayment')
  assert.deepEqual(byFactor?.explanation.inputs, {
    payments: '36',
    moneyFactor: '0.001250000000',
    yearlyRate: '3.000000000000',
  })
  assert.equal(byYield?.explanation.label, 'totalPayment')
  const parts = byYield?.explanation.parts as { label: string; rule: string }[]
  assert.deepEqual(
    parts.map(({ label, rule }) => [label, rule]),
    [
      ['basePayment', 'constantYieldPayment'],
      ['paymentTax', 'percentOfBasePayment'],
    ],
  )
})

test('what is refused is named', async () => {
  const inputs: [unknown, string][] = [
    [{ ...BY_FACTOR, residual: '30000.01' }, 'residual'],
    [{ ...BY_FACTOR, adjustedCapitalizedCost: '0.00' }, 'adjustedCapitalizedCost'],
    [{ ...BY_FACTOR, adjustedCapitalizedCost: '99999999999.00' }, 'adjustedCapitalizedCost'],
    [{ ...BY_FACTOR, payments: 0 }, 'payments'],
    [{ ...BY_FACTOR, payments: 601 }, 'payments'],
    [{ ...BY_FACTOR, moneyFactor: null }, 'moneyFactor'],
    [{ ...BY_FACTOR, moneyFactor: '1.00' }, 'moneyFactor'],
    [{ ...BY_FACTOR, moneyFactor: `0.${'1'.repeat(19)}` }, 'moneyFactor'],
    [{ ...BY_FACTOR, rate: '5.00' }, 'rate'],
    [{ ...BY_FACTOR, payment: '400.00' }, 'payment'],
    [{ ...BY_FACTOR, method: 'guess' }, 'method'],
    [{ ...BY_FACTOR, inAdvance: 'yes' }, 'inAdvance'],
    [{ ...BY_YIELD, moneyFactor: '0.001' }, 'moneyFactor'],
    [{ ...BY_YIELD, rate: null }, 'rate'],
    [{ ...BY_YIELD, rate: '1000' }, 'rate'],
    [{ ...BY_YIELD, rate: '-1' }, 'rate'],
    [{ ...BY_YIELD, payments: 600, rate: '900' }, 'rate'],
    [{ ...BY_YIELD, payment: '400.00' }, 'payment'],
    [{ ...BY_YIELD, rate: null, payment: '333.32' }, 'payment'],
    [{ ...BY_YIELD, rate: null, payment: '30000.00' }, 'payment'],
    [{ ...BY_YIELD, rate: null, payments: 600, payment: '29000.00' }, 'payment'],
    [{ ...BY_YIELD, taxPercent: 6 }, 'taxPercent'],
    [{ ...BY_YIELD, term: 36 }, 'term'],
  ]
  const { results } = await calc(
    'lease',
    inputs.map(([input]) => input),
  )
  assert.deepEqual(
    results.map((result) => (result as { error?: { field: string } }).error?.field),
    inputs.map(([, field]) => field),
  )
})

test('anything like a lease is answered or refused, in less than a second', async () => {
  const digits = (most: number, decimals: number) =>
    fc.integer({ min: 0, max: most }).map((value) => (value / 10 ** decimals).toFixed(decimals))
  const anyInput = fc.record({
    adjustedCapitalizedCost: digits(10 ** 12 - 1, 2),
    residual: digits(10 ** 8, 2),
    payments: fc.integer({ min: 1, max: 600 }),
    method: fc.constantFrom('money-factor', 'constant-yield'),
    moneyFactor: fc.option(digits(10 ** 9, 9)),
    rate: fc.option(fc.oneof(digits(10 ** 9, 6), digits(10 ** 6, 5))),
    payment: fc.option(digits(10 ** 10, 2)),
    inAdvance: fc.boolean(),
    rounding: fc.constantFrom('half-up', 'half-even', 'cut'),
    taxPercent: fc.option(digits(10 ** 9, 6)),
  })
  const fitting = anyInput.map((input) =>
    input.method === 'money-factor'
      ? { ...input, moneyFactor: input.moneyFactor ?? '0.001', rate: null, payment: null }
      : { ...input, moneyFactor: null, payment: input.rate === null ? input.payment : null },
  )
  await fc.assert(
    fc.asyncProperty(fc.oneof(fitting, anyInput), async (input) => {
      const before = process.cpuUsage()
      const { exitCode, results } = await calc('lease', input)
      assert.ok(process.cpuUsage(before).user < 1_000_000, JSON.stringify(input))
      const [found] = results as (Lease & { error?: { field: string } })[]
      if (found?.error) {
        assert.equal(exitCode, 1)
        assert.ok(found.error.field in input)
      } else assert.equal(Number(found?.rows.at(-1)?.balance), Number(input.residual))
    }),
    { numRuns: 150 },
  )
})

async function answered(inputs: readonly object[]): Promise<Lease[]> {
  const { exitCode, printed, results } = await calc('lease', inputs)
  assert.equal(exitCode, 0, printed)
  return results as Lease[]
}

function termsOf(example: { cost: string; residual: string; payments: number }) {
  return {
    adjustedCapitalizedCost: example.cost,
    residual: example.residual,
    payments: example.payments,
  }
}
