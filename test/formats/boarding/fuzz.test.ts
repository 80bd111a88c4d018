// Whatever the bytes: a reader never throws, always ends, and yields at most one item per line or
// asset.
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import fc from 'fast-check'
import { extend } from '#src/domain/account/extend.ts'
import { boardingFacts } from '#src/servicing/boarding/boarding-facts.ts'
import { changed, itemsOf, plainLease, TODAY } from './reading.ts'

const SAMPLES = await Promise.all(
  [
    'contracts.jsonl',
    'contracts.csv',
    'leases.jsonl',
    'leases.csv',
    'abs-ee/amcar-2017-1_2017-06.xml',
    'abs-ee/fcalt-2017-a_2017-02.xml',
  ].map(async (name) => [name, (await readFile(`examples/${name}`)).subarray(0, 12_000)] as const),
)

test('random bytes', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 2000 }), async (bytes) => {
      await itemsOf(bytes, { trust: 'some-trust' })
    }),
  )
})

for (const [name, sample] of SAMPLES)
  test(`${name} with bytes changed, removed and doubled`, async () => {
    const edit = fc.record({
      at: fc.nat({ max: sample.length }),
      remove: fc.nat({ max: 40 }),
      insert: fc.oneof(fc.uint8Array({ maxLength: 20 }), text()),
    })
    await fc.assert(
      fc.asyncProperty(
        fc.array(edit, { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 1, max: 5000 }),
        async (edits, chunkBytes) => {
          let bytes = Buffer.from(sample)
          for (const { at, remove, insert } of edits)
            bytes = Buffer.concat([bytes.subarray(0, at), insert, bytes.subarray(at + remove)])
          for (const item of await itemsOf(bytes, { name, chunkBytes, trust: 'some-trust' }))
            if (item.kind === 'rejected') assert.ok(item.problems.length > 0)
        },
      ),
      { numRuns: 60 },
    )
  })

let ids = 0
const newId = () => {
  ids += 1
  return `event-${ids}`
}

test('a contract of any figures is refused, or can be put on the books', async () => {
  let boarded = 0
  await fc.assert(
    fc.asyncProperty(figures(), async (fields) => {
      const [item] = await itemsOf(changed(fields))
      if (item?.kind !== 'record') return
      extend([], boardingFacts(item.record), { through: TODAY, postedAt: '', newId })
      boarded += 1
    }),
    { numRuns: 400 },
  )
  assert.ok(boarded > 40, `only ${boarded} contracts were good enough to be boarded`)
})

test('a lease of any figures is refused, or can be put on the books', async () => {
  let boarded = 0
  await fc.assert(
    fc.asyncProperty(leaseFigures(), async (fields) => {
      const [item] = await itemsOf(changed(fields, plainLease()))
      if (item?.kind !== 'record') return
      extend([], boardingFacts(item.record), { through: TODAY, postedAt: '', newId })
      boarded += 1
    }),
    { numRuns: 400 },
  )
  assert.ok(boarded > 40, `only ${boarded} leases were good enough to be boarded`)
})

test('a filed lease of any figures is refused, or can be put on the books', async () => {
  const filing = await readFile('examples/abs-ee/fcalt-2017-a_2017-02.xml', 'utf8')
  let boarded = 0
  await fc.assert(
    fc.asyncProperty(filedFigures(), async (fields) => {
      const text = Object.entries(fields).reduce(
        (all, [name, value]) => all.replace(new RegExp(`<${name}>[^<]*<`), `<${name}>${value}<`),
        filing,
      )
      const [item] = await itemsOf(text, { name: 'fcalt-2017-a_2017-02.xml' })
      if (item?.kind !== 'record') return
      extend([], boardingFacts(item.record), { through: TODAY, postedAt: '', newId })
      boarded += 1
    }),
    { numRuns: 300 },
  )
  assert.ok(boarded > 40, `only ${boarded} filed leases were good enough to be boarded`)
})

/** Figures of a filing, one to three of which may be anything. */
function filedFigures() {
  const dollars = fc.nat({ max: 9_000_000 }).map((cents) => (cents / 100).toFixed(2))
  const pad = (value: number) => String(value).padStart(2, '0')
  const month = fc
    .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 2012, max: 2021 }))
    .map(([m, year]) => `${pad(m)}/${year}`)
  const day = fc
    .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 }))
    .map(([m, d]) => `${pad(m)}-${pad(d)}-2017`)
  const any = {
    acquisitionCost: dollars,
    contractResidualValue: dollars,
    originalLeaseTermNumber: fc.integer({ min: -2, max: 130 }),
    remainingTermNumber: fc.integer({ min: -5, max: 200 }),
    originationDate: month,
    originalFirstPaymentDate: month,
    reportingPeriodBeginDate: day,
    reportingPeriodEndDate: day,
    paidThroughDate: day,
    currentDelinquencyStatus: fc.integer({ min: -3, max: 2000 }),
    reportingPeriodScheduledPaymentAmount: dollars,
    totalActualAmountPaid: dollars.map((amount) => (amount.endsWith('1') ? `-${amount}` : amount)),
  }
  return fc
    .subarray(Object.keys(any) as (keyof typeof any)[], { minLength: 1, maxLength: 3 })
    .chain((names) => fc.record(Object.fromEntries(names.map((name) => [name, any[name]]))))
    .map((fields): Record<string, unknown> => fields)
}

/** Leases as they are most of the time, with up to three figures that may be anything. */
function leaseFigures() {
  const dollars = fc.nat({ max: 4_000_000 }).map((cents) => (cents / 100).toFixed(2))
  const day = fc
    .date({ min: new Date('2025-10-01'), max: new Date('2027-01-31'), noInvalidDate: true })
    .map((at) => at.toISOString().slice(0, 10))
  const percent = fc.nat({ max: 11_000 }).map((rate) => (rate / 100).toFixed(2))
  const tax = fc.record({
    name: fc.constant('State tax'),
    percent,
    citation: fc.constant('Clause 5'),
  })
  const any = {
    'contract.grossCapitalizedCost': dollars,
    'contract.capitalizedCostReduction': dollars,
    'contract.residualValue': dollars,
    'contract.payments': fc.integer({ min: 0, max: 121 }),
    'contract.basePayment': dollars,
    'contract.rate': percent,
    'contract.timing': fc.constantFrom('in-advance', 'in-arrears'),
    'contract.start': day,
    'contract.firstDue': day,
    'contract.secondDue': day,
    'contract.termMonths': fc.integer({ min: 0, max: 121 }),
    'contract.paymentTaxes': fc.array(tax, { maxLength: 11 }),
    opening: fc.record({
      on: day,
      installmentsPaid: fc.nat({ max: 50 }),
      paidTowardNext: dollars,
      suspense: dollars,
    }),
  }
  const usual = fc.record({
    'contract.rounding': fc.constantFrom('half-up', 'half-even', 'cut'),
    'contract.lateCharge': fc.constant({ graceDays: 10, percent: '5', citation: 'Section 4' }),
    history: fc.array(
      fc.oneof(
        fc.record({ kind: fc.constant('payment'), on: day, amount: dollars }),
        fc.constant({
          kind: 'fee',
          on: '2026-03-01',
          amount: '15',
          name: 'Copy',
          citation: 'Clause 3',
        }),
      ),
      { maxLength: 3 },
    ),
  })
  const odd = fc
    .subarray(Object.keys(any) as (keyof typeof any)[], { maxLength: 3 })
    .chain((names) => fc.record(Object.fromEntries(names.map((name) => [name, any[name]]))))
  const factor = fc.constantFrom(
    {},
    {},
    {
      'contract.method': 'money-factor',
      'contract.moneyFactor': '0.0035',
      'contract.basePayment': '243.40',
    },
  )
  return fc
    .tuple(usual, factor, odd)
    .map(([a, b, c]): Record<string, unknown> => ({ ...a, ...b, ...c }))
}

/** Sensible figures most of the time, with one or two that may be anything. */
function figures() {
  const dollars = fc.nat({ max: 4_000_000 }).map((cents) => (cents / 100).toFixed(2))
  const day = fc
    .date({ min: new Date('2025-10-01'), max: new Date('2027-01-31'), noInvalidDate: true })
    .map((at) => at.toISOString().slice(0, 10))
  const any = {
    'contract.principal': dollars,
    'contract.rate': fc.nat({ max: 12_000 }).map((rate) => (rate / 100).toFixed(2)),
    'contract.start': day,
    'contract.firstDue': day,
    'contract.payments': fc.integer({ min: 0, max: 600 }),
    'contract.payment': dollars,
    'contract.frequency': fc.constantFrom('monthly', 'weekly', 'semimonthly', 'yearly'),
    opening: fc.record({
      on: day,
      principal: dollars,
      interestPaidThrough: day,
      installmentsPaid: fc.nat({ max: 80 }),
    }),
  }
  const usual = fc.record({
    'contract.dayCount': fc.constantFrom('actual/actual', '30/360', 'actual/366-feb29'),
    'contract.rounding': fc.constantFrom('half-up', 'half-even', 'cut'),
    'contract.carryFractions': fc.boolean(),
    'contract.lateCharge': fc.constant({ graceDays: 10, percent: '5', citation: 'Section 4' }),
    history: fc.array(fc.record({ kind: fc.constant('payment'), on: day, amount: dollars }), {
      maxLength: 3,
    }),
  })
  const odd = fc
    .subarray(Object.keys(any) as (keyof typeof any)[], { maxLength: 2 })
    .chain((names) => fc.record(Object.fromEntries(names.map((name) => [name, any[name]]))))
  return fc.tuple(usual, odd).map(([a, b]): Record<string, unknown> => ({ ...a, ...b }))
}

function text() {
  return fc
    .constantFrom(
      '"',
      '\n',
      ',',
      '\u0000',
      '<assets>',
      '</assets>',
      '<!--',
      '&amp;',
      '{',
      '9'.repeat(30),
    )
    .map((part) => new Uint8Array(Buffer.from(part)))
}
