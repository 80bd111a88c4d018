import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { LeaseTerms } from '#src/domain/contract/lease.ts'
import {
  basePaymentOf,
  exactBasePayment,
  moneyFactorRent,
} from '#src/domain/contract/lease-payment.ts'
import { fraction } from '#src/domain/fraction.ts'
import { cents, parseDollars, roundToCents, toDollars } from '#src/domain/money.ts'
import leases from '#test/data/leases.json' with { type: 'json' }
import { anyLeaseTerms, anyYield } from '#test/support/arbitrary-lease.ts'
import { centsOf, walkedPayment } from '#test/support/oracle-lease.ts'

const money = (text: string) => parseDollars(text) ?? assert.fail(text)
const BILLION = 1_000_000_000n

test('published payments by money factor, the sum rounded once', () => {
  for (const example of leases.moneyFactor) {
    const moneyFactor = example.moneyFactor
      ? fraction(BigInt(Math.round(Number(example.moneyFactor) * 1e9)), BILLION)
      : fraction(BigInt(Number(example.apr)), 2_400n)
    const terms = termsOf(example, 'in-advance')
    const payment = basePaymentOf(terms, { kind: 'money-factor', moneyFactor })
    assert.equal(toDollars(payment), example.basePayment, example.id)
    const rent = roundToCents(moneyFactorRent(terms, moneyFactor), 'half-up')
    assert.equal(toDollars(rent), example.rent, example.id)
    assert.equal(Math.abs(payment - money(example.printed)), 1, example.id)
  }
})

test('half a cent stays half a cent where a rate makes one', () => {
  // One payment after a month at 12 %: 100.50 x 1.01 - 1.00 = 100.505.
  const terms = {
    adjustedCapitalizedCost: cents(10_050),
    residualValue: cents(100),
    payments: 1,
    timing: 'in-arrears' as const,
  }
  const price = { kind: 'constant-yield' as const, rate: fraction(12n, 100n) }
  assert.equal(basePaymentOf({ ...terms, rounding: 'half-up' }, price), 10_051)
  assert.equal(basePaymentOf({ ...terms, rounding: 'half-even' }, price), 10_050)
  assert.equal(basePaymentOf({ ...terms, rounding: 'cut' }, price), 10_050)
})

test('the constant yield payment is the one that a walk through the months finds', () => {
  fc.assert(
    fc.property(anyLeaseTerms, anyYield, (terms, rate) => {
      const yearly = { n: BigInt(rate), d: BILLION }
      const price = { kind: 'constant-yield' as const, rate: fraction(yearly.n, yearly.d) }
      const walked = walkedPayment(terms, yearly)
      const exact = exactBasePayment(terms, price)
      assert.equal(exact.n * walked.d, walked.n * exact.d)
      assert.equal(basePaymentOf(terms, price), centsOf(walked, terms.rounding))
    }),
  )
})

test('without rent both methods ask for the depreciation alone', () => {
  fc.assert(
    fc.property(anyLeaseTerms, (terms) => {
      const none = fraction(0n)
      const byFactor = basePaymentOf(terms, { kind: 'money-factor', moneyFactor: none })
      const byYield = basePaymentOf(terms, { kind: 'constant-yield', rate: none })
      assert.equal(byFactor, byYield)
      const n = BigInt(terms.adjustedCapitalizedCost - terms.residualValue)
      assert.equal(byYield, centsOf({ n, d: BigInt(terms.payments) }, terms.rounding))
    }),
  )
})

test('a residual above the cost and a lease without payments are refused', () => {
  const terms = termsOf({ cost: '100.00', residual: '100.01', payments: 1 }, 'in-advance')
  const price = { kind: 'money-factor' as const, moneyFactor: fraction(0n) }
  assert.throws(() => basePaymentOf(terms, price), /residual/)
  assert.throws(
    () => basePaymentOf({ ...terms, residualValue: cents(0), payments: 0 }, price),
    /at least one payment/,
  )
})

function termsOf(
  example: { cost: string; residual: string; payments: number },
  timing: LeaseTerms['timing'],
): LeaseTerms {
  return {
    adjustedCapitalizedCost: money(example.cost),
    residualValue: money(example.residual),
    payments: example.payments,
    timing,
    rounding: 'half-up',
  }
}
