import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { date, partsOf } from '#src/domain/calendar.ts'
import { dueDate } from '#src/domain/contract/schedule.ts'
import loans from '#test/data/simple-interest-loans.json' with { type: 'json' }
import { calc } from '#test/support/calc.ts'

const CONTRACT = {
  principal: '20000.00',
  rate: '5.00',
  start: '2026-01-15',
  firstDue: '2026-02-15',
  payments: 60,
}

const FIRST = { kind: 'payment', id: 'p1', effective: '2026-02-15', amount: '377.42' }

type Result = {
  postings: Record<string, string>[]
  balances: Record<string, string>[]
  payoffs: Record<string, string>[]
  error?: { field: string; message: string }
}

async function ledger(input: object): Promise<Result> {
  const { results } = await calc('ledger', input)
  return results[0] as Result
}

test('31 days of interest come first, the rest lowers the principal', async () => {
  const { postings, balances, payoffs } = await ledger({
    contract: CONTRACT,
    events: [FIRST],
    balancesOn: ['2026-02-14', '2026-03-01'],
    payoffOn: ['2026-03-01'],
  })
  // 20,000 x 5 % x 31 / 365 = 84.9315; 19,707.51 x 5 % x 14 / 365 = 37.7953.
  assert.deepEqual(postings, [
    {
      event: 'p1',
      effective: '2026-02-15',
      interest: '84.93',
      principal: '292.49',
      lateCharges: '0.00',
      fees: '0.00',
      suspense: '0.00',
      principalAfter: '19707.51',
      interestAfter: '0.00',
    },
  ])
  assert.deepEqual(
    balances.map(({ principal, accruedInterest }) => [principal, accruedInterest]),
    [
      ['20000.00', '82.19'],
      ['19707.51', '37.80'],
    ],
  )
  assert.deepEqual(payoffs, [
    {
      on: '2026-03-01',
      principal: '19707.51',
      interest: '37.80',
      lateCharges: '0.00',
      fees: '0.00',
      unapplied: '0.00',
      total: '19745.31',
      perDiem: '2.699659',
    },
  ])
})

test('a returned payment never counted; before the return was recorded, it did', async () => {
  const events = [
    FIRST,
    { kind: 'return', of: 'p1', effective: '2026-02-18', posted: '2026-02-18T15:00:00Z' },
  ]
  const asked = { contract: CONTRACT, events, balancesOn: ['2026-03-01'] }
  const now = await ledger(asked)
  assert.deepEqual([now.postings.length, now.balances[0]?.accruedInterest], [0, '123.29'])
  const before = await ledger({ ...asked, asKnownAt: '2026-02-17' })
  assert.equal(before.balances[0]?.principal, '19707.51')
  const instant = await ledger({ ...asked, asKnownAt: '2026-02-18T14:59:59Z' })
  assert.deepEqual(instant, before)
})

test('skipped summers as a compliance engine prints them', async () => {
  const example = loans.cases.find(({ id }) => id === 'sce-skip-summer-us-rule')
  assert.ok(example?.payment)
  const { start, firstDue, rate, principal, slots, payment } = example
  const terms = { start: date(start), firstDue: date(firstDue), frequency: 'monthly' } as const
  const skipped: readonly number[] = example.skippedMonths ?? []
  const events = Array.from({ length: slots }, (_, index) => dueDate(terms, index + 1))
    .filter((due) => !skipped.includes(partsOf(due).month))
    .map((due) => ({ kind: 'payment', effective: due, amount: payment }))
  const contract = { principal, rate, start, firstDue, payments: slots, payment }
  const { postings } = await ledger({ contract, events })
  for (const row of example.rows.filter((each) => each.interest && each.number < slots)) {
    const posted = postings.find(({ effective }) => effective === row.on)
    assert.deepEqual([posted?.interest, posted?.principalAfter], [row.interest, row.after], row.on)
  }
})

test('late charges follow from the rule, given ones stay', async () => {
  const lateCharge = { graceDays: 10, percentOfInstallment: '5', minimum: '0.00', maximum: null }
  const asked = { contract: { ...CONTRACT, lateCharge }, balancesOn: ['2026-02-25', '2026-02-26'] }
  const charged = await ledger(asked)
  assert.deepEqual(
    charged.balances.map(({ lateCharges }) => lateCharges),
    ['0.00', '18.87'],
  )
  const given = { kind: 'lateCharge', effective: '2026-02-20', amount: '7.00' }
  const both = await ledger({ ...asked, events: [given] })
  assert.deepEqual(
    both.balances.map(({ lateCharges }) => lateCharges),
    ['7.00', '25.87'],
  )
})

test('extension, charge-off, proceeds and a small remainder', async () => {
  const { postings, balances, payoffs } = await ledger({
    contract: CONTRACT,
    events: [
      { kind: 'extension', effective: '2026-02-20', months: 1 },
      { kind: 'chargeOff', effective: '2026-03-01' },
      { kind: 'proceeds', id: 'sale', effective: '2026-04-01', amount: '9000.00', expenses: '500' },
    ],
    balancesOn: ['2026-03-01'],
    payoffOn: ['2026-06-01'],
  })
  // 45 days of 2.739726: 123.29.
  assert.equal(balances[0]?.chargedOff, '20123.29')
  assert.equal(postings[0]?.recovered, '8500.00')
  assert.deepEqual([payoffs[0]?.total, payoffs[0]?.perDiem], ['11623.29', '0.000000'])
  const small = await ledger({
    contract: { ...CONTRACT, smallRemainder: '1.50' },
    events: [{ kind: 'payment', effective: '2026-01-15', amount: '19998.50' }],
    payoffOn: ['2026-01-15'],
  })
  assert.equal(small.payoffs[0]?.total, '0.00')
})

test('what is refused is named', async () => {
  const cases: [object, string][] = [
    [{ contract: { ...CONTRACT, firstDue: '2026-01-15' } }, 'contract.firstDue'],
    [
      { contract: { ...CONTRACT, waterfall: ['interest', 'interest', 'fees', 'principal'] } },
      'contract.waterfall',
    ],
    [{ contract: { ...CONTRACT, kind: 'lease' } }, 'contract.kind'],
    [
      { contract: CONTRACT, events: [{ ...FIRST, effective: '2026-01-14' }] },
      'events[0].effective',
    ],
    [{ contract: CONTRACT, events: [{ ...FIRST, amount: '0.00' }] }, 'events[0].amount'],
    [{ contract: CONTRACT, events: [FIRST, FIRST] }, 'events[1].id'],
    [
      {
        contract: CONTRACT,
        events: [FIRST, { kind: 'return', of: 'p2', effective: '2026-03-01' }],
      },
      'events[1].of',
    ],
    [{ contract: CONTRACT, events: [FIRST, ...back('p1'), ...back('p1')] }, 'events[2].of'],
    [
      { contract: CONTRACT, events: [{ kind: 'refund', effective: '2026-03-01' }] },
      'events[0].kind',
    ],
    [
      { contract: CONTRACT, events: [{ kind: 'extension', effective: '2026-03-01', months: 0 }] },
      'events[0].months',
    ],
    [{ contract: CONTRACT, events: [adjustment('-20000.01')] }, 'events[0].amount'],
    [
      { contract: CONTRACT, events: [FIRST, { ...adjustment('5.00'), amount: '0' }] },
      'events[1].amount',
    ],
    [{ contract: CONTRACT, asKnownAt: 'yesterday' }, 'asKnownAt'],
    [{ contract: CONTRACT, balancesOn: ['2026-02-30'] }, 'balancesOn[0]'],
  ]
  const { exitCode, results } = await calc(
    'ledger',
    cases.map(([input]) => input),
  )
  assert.equal(exitCode, 1)
  const fields = results.map((result) => (result as Result).error?.field)
  assert.deepEqual(
    fields,
    cases.map(([, field]) => field),
  )
})

test('whatever happens, what the ledger says is owed is what closes it', async () => {
  const anyEvent = fc.record({
    kind: fc.constant('payment'),
    effective: fc.integer({ min: 0, max: 300 }).map((days) => dayAfter(days)),
    amount: fc.integer({ min: 1, max: 900_000 }).map((amount) => (amount / 100).toFixed(2)),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(anyEvent, { maxLength: 12 }), async (events) => {
      const asked = { contract: CONTRACT, payoffOn: ['2026-12-31'] }
      const { payoffs } = await ledger({ ...asked, events })
      const total = payoffs[0]?.total ?? ''
      if (total === '0.00') return
      const closing = { kind: 'payment', effective: '2026-12-31', amount: total }
      const after = await ledger({ ...asked, events: [...events, closing] })
      assert.equal(after.payoffs[0]?.total, '0.00')
    }),
    { numRuns: 40 },
  )
})

test('each figure can say how it came to be', async () => {
  const asked = { contract: CONTRACT, events: [FIRST], payoffOn: ['2026-03-01'] }
  const { results } = await calc('ledger', asked, 'explained')
  const { explanation } = results[0] as { explanation: { parts: { label: string }[] } }
  assert.deepEqual(
    explanation.parts.map(({ label }) => label),
    ['payment', 'payoff'],
  )
})

function back(of: string) {
  return [{ kind: 'reversal', of, effective: '2026-03-01' }]
}

function adjustment(amount: string) {
  return { kind: 'adjustment', effective: '2026-01-15', bucket: 'principal', amount }
}

function dayAfter(days: number): string {
  return new Date(Date.UTC(2026, 0, 15 + days)).toISOString().slice(0, 10)
}

test('the per diem is what the next day adds, whatever the day count', async () => {
  const thirties = { ...CONTRACT, principal: '1200.00', rate: '12', dayCount: '30/360' }
  const monthEnd = { ...thirties, start: '2026-01-01', firstDue: '2026-02-01', payments: 12 }
  const { payoffs } = await ledger({
    contract: monthEnd,
    payoffOn: ['2026-01-30', '2026-01-31', '2026-02-01'],
  })
  assert.deepEqual(
    payoffs.map(({ total, perDiem }) => [total, perDiem]),
    [
      ['1211.60', '0.400000'],
      ['1212.00', '0.000000'],
      ['1212.00', '0.400000'],
    ],
  )
})

test('a correction takes no more interest than there is', async () => {
  const contract = { ...CONTRACT, rate: '12' }
  const adjustment = { kind: 'adjustment', effective: '2026-01-20', bucket: 'interest' }
  const { error } = await ledger({ contract, events: [{ ...adjustment, amount: '-50.00' }] })
  assert.equal(error?.field, 'events[0].amount')
  const { balances } = await ledger({
    contract,
    events: [{ ...adjustment, amount: '-32.88' }],
    balancesOn: ['2026-01-20'],
  })
  assert.equal(balances[0]?.accruedInterest, '0.00')
})

test('a small remainder is forgiven with its payment, whatever happens later', async () => {
  const contract = { ...CONTRACT, principal: '1200.00', rate: '12', smallRemainder: '5.00' }
  const loan = { ...contract, start: '2026-01-01', firstDue: '2026-02-01', payments: 12 }
  const paid = { kind: 'payment', effective: '2026-02-01', amount: '1210.23' }
  const rate = { kind: 'rate', effective: '2027-02-20', rate: '3' }
  const { balances, payoffs } = await ledger({
    contract: loan,
    events: [paid, rate],
    balancesOn: ['2026-02-01'],
    payoffOn: ['2027-02-20'],
  })
  assert.equal(balances[0]?.principal, '0.00')
  assert.equal(payoffs[0]?.total, '0.00')
})

test('days before the contract starts are refused by name', async () => {
  const { error } = await ledger({ contract: CONTRACT, payoffOn: ['2026-02-01', '2026-01-14'] })
  assert.equal(error?.field, 'payoffOn[1]')
})
