// Allocations and late charges that another servicing system prints, through the calculator.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import published from '#test/data/payment-allocations.json' with { type: 'json' }
import { calc } from '#test/support/calc.ts'

type Posting = Record<'effective' | 'principal' | 'fees' | 'lateCharges' | 'principalAfter', string>

for (const { id, principal, payments, steps, expected } of published.allocations) {
  test(`${id}: charges that are due come first, then principal`, async () => {
    const { results } = await calc('ledger', {
      contract: {
        principal,
        rate: '0',
        start: '2023-01-01',
        firstDue: '2023-02-01',
        payments,
        waterfall: ['lateCharges', 'fees', 'interest', 'principal'],
      },
      // Charges stand before the payment of their day.
      events: steps
        .toSorted((a, b) => rank(a.kind) - rank(b.kind))
        .map(({ kind, on, amount }) => ({ kind: KINDS[kind] ?? kind, effective: on, amount })),
    })
    const { postings } = results[0] as { postings: Posting[] }
    assert.deepEqual(
      postings.map((row) => ({
        on: row.effective,
        principal: row.principal,
        fees: row.fees,
        penalties: row.lateCharges,
        balance: row.principalAfter,
      })),
      expected,
    )
  })
}

const KINDS: Readonly<Record<string, string>> = { penalty: 'lateCharge' }

function rank(kind: string): number {
  return kind === 'payment' ? 1 : 0
}

for (const { id, of, percent, charge } of published.lateCharges) {
  test(`${id}: ${percent} % of ${of} is ${charge}`, async () => {
    const lateCharge = { graceDays: 0, percentOfInstallment: percent }
    const { results } = await calc('ledger', {
      contract: {
        principal: '3000.00',
        rate: '12',
        start: '2023-01-01',
        firstDue: '2023-02-01',
        payments: 3,
        payment: of,
        lateCharge,
      },
      balancesOn: ['2023-02-01', '2023-02-02'],
    })
    const { balances } = results[0] as { balances: { lateCharges: string }[] }
    assert.deepEqual(
      balances.map(({ lateCharges }) => lateCharges),
      ['0.00', charge],
    )
  })
}
