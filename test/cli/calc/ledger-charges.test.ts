// Late charges, one by one: when they come, of what, and when they do not. 100.00 a month without
// interest, 10 days of grace, 5 %.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { calc } from '#test/support/calc.ts'

const CONTRACT = {
  principal: '1200.00',
  rate: '0',
  start: '2026-01-01',
  firstDue: '2026-02-01',
  payments: 12,
  lateCharge: { graceDays: 10, percentOfInstallment: '5', minimum: '0.00', maximum: null },
}

const pay = (effective: string, amount: string) => ({ kind: 'payment', effective, amount })

/** Late charges owed at the end of each day. */
async function owed(events: object[], days: string[], terms: object = {}): Promise<string[]> {
  const contract = { ...CONTRACT, ...terms }
  const { results } = await calc('ledger', { contract, events, balancesOn: days })
  const { balances } = results[0] as { balances: { lateCharges: string }[] }
  return balances.map(({ lateCharges }) => lateCharges)
}

test('it comes with the day after the last day of grace', async () => {
  assert.deepEqual(await owed([], ['2026-02-11', '2026-02-12', '2026-03-12']), [
    '0.00',
    '5.00',
    '10.00',
  ])
  assert.deepEqual(await owed([pay('2026-02-11', '100.00')], ['2026-02-12']), ['0.00'])
})

test('the payoff of its day holds it, and paying that closes the loan', async () => {
  for (const [day, total] of [
    ['2026-02-12', '1205.00'],
    ['2026-03-12', '1210.00'],
  ] as const) {
    const quoted = await calc('ledger', { contract: CONTRACT, payoffOn: [day] })
    const { payoffs } = quoted.results[0] as { payoffs: { total: string }[] }
    assert.equal(payoffs[0]?.total, total)
    const paid = { contract: CONTRACT, events: [pay(day, total)], balancesOn: [day, '2026-12-12'] }
    const { results } = await calc('ledger', paid)
    const { balances } = results[0] as { balances: Record<string, string>[] }
    for (const { on, ...buckets } of balances)
      for (const [name, amount] of Object.entries(buckets))
        assert.equal(amount, '0.00', `${on} ${name}`)
  }
})

test('none once the loan is repaid, whatever charge or fee is open', async () => {
  const fee = { kind: 'fee', effective: '2026-01-05', amount: '0.01' }
  const ever = ['2026-03-12', '2026-12-12', '2027-06-01']
  assert.deepEqual(await owed([fee, pay('2026-02-01', '1200.00')], ever), ['0.00', '0.00', '0.00'])
  assert.deepEqual(await owed([pay('2026-02-20', '1200.00')], ever), ['5.00', '5.00', '5.00'])
})

test('one for each installment, extended or not', async () => {
  const extension = { kind: 'extension', effective: '2026-02-15', months: 1 }
  const days = ['2026-02-12', '2026-03-12', '2026-04-12']
  // February was charged; its new day, 2026-03-01, brings none. March is due on 2026-04-01.
  assert.deepEqual(await owed([extension], days), ['5.00', '5.00', '10.00'])
  // Granted before the charge: February's comes after its new day.
  const before = { ...extension, effective: '2026-02-10' }
  assert.deepEqual(await owed([before], days), ['0.00', '5.00', '10.00'])
})

test('an extension that is recorded late takes back what its new days do not bear out', async () => {
  const events = [
    { kind: 'extension', effective: '2026-02-10', months: 1, posted: '2026-05-01T12:00:00Z' },
  ]
  assert.deepEqual(await owed(events, ['2026-02-12', '2026-03-12', '2026-04-12']), [
    '0.00',
    '5.00',
    '10.00',
  ])
})

test('the last installment is what is left, charged once and of that', async () => {
  const events = [pay('2026-02-01', '1190.00')]
  assert.deepEqual(await owed(events, ['2026-03-11', '2026-03-12', '2026-06-12']), [
    '0.00',
    '0.50',
    '0.50',
  ])
})

test('a missed installment is charged; later ones that are paid on their day are not', async () => {
  const events = ['2026-03-01', '2026-04-11', '2026-05-01'].map((on) => pay(on, '100.00'))
  const days = ['2026-02-12', '2026-03-12', '2026-04-12', '2026-05-12']
  assert.deepEqual(await owed(events, days), ['5.00', '5.00', '5.00', '5.00'])
  // A payment of February that comes late is February's, not March's.
  const late = [pay('2026-02-20', '100.00')]
  assert.deepEqual(await owed(late, days), ['5.00', '10.00', '15.00', '20.00'])
})

test('as many charges as installments were missed, when all others are paid in their time', async () => {
  const due = (month: number, day: number) =>
    `2026-${String(month + 2).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  const month = fc.record({ isPaid: fc.boolean(), day: fc.integer({ min: 1, max: 11 }) })
  await fc.assert(
    fc.asyncProperty(fc.array(month, { minLength: 1, maxLength: 9 }), async (months) => {
      const events = months.flatMap(({ isPaid, day }, index) =>
        isPaid ? [pay(due(index, day), '100.00')] : [],
      )
      const missed = months.filter(({ isPaid }) => !isPaid).length
      const [charges] = await owed(events, [due(months.length - 1, 12)])
      assert.equal(charges, (5 * missed).toFixed(2))
    }),
  )
})

test('a late charge is never the reason for another (16 CFR 444.4)', async () => {
  const first = { terms: ['lateCharges', 'interest', 'principal', 'fees'] }
  const events = ['2026-02-20', '2026-03-01', '2026-04-01'].map((on) => pay(on, '100.00'))
  const days = ['2026-02-12', '2026-03-12', '2026-04-12', '2026-05-11']
  assert.deepEqual(await owed(events, days, { waterfall: first.terms }), [
    '5.00',
    '0.00',
    '0.00',
    '0.00',
  ])
})
