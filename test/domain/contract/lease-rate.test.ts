import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { LeaseTerms } from '#src/domain/contract/lease.ts'
import { exactBasePayment } from '#src/domain/contract/lease-payment.ts'
import { rateOfMoneyFactor, solveLeaseRate } from '#src/domain/contract/lease-rate.ts'
import { compare, fraction, multiply, subtract, toDecimal } from '#src/domain/fraction.ts'
import { cents, exactly, parseDollars } from '#src/domain/money.ts'
import leases from '#test/data/leases.json' with { type: 'json' }
import { anyLeaseTerms } from '#test/support/arbitrary-lease.ts'
import { walkedEnd } from '#test/support/oracle-lease.ts'

const money = (text: string) => parseDollars(text) ?? assert.fail(text)

test('published leases: the rate behind their payments', () => {
  for (const example of leases.constantYield) {
    const terms = {
      adjustedCapitalizedCost: money(example.cost),
      residualValue: money(example.residual),
      payments: example.payments,
    }
    const percent = (timing: LeaseTerms['timing']) =>
      percentOf(solveLeaseRate({ ...terms, timing }, money(example.payment)))
    assert.equal(percent('in-advance'), example.rateInAdvance, example.id)
    if (example.rateInArrears) {
      assert.equal(percent('in-arrears'), example.rateInArrears, example.id)
    }
  }
})

test('the solved rate reproduces the payment and ends on the residual, to more than 20 decimals', () => {
  fc.assert(
    fc.property(anyLeaseTerms, fc.integer({ min: 1, max: 400_000 }), (terms, above) => {
      const least = (terms.adjustedCapitalizedCost - terms.residualValue) / terms.payments
      const payment = cents(Math.floor(least) + above)
      const rate = solveLeaseRate(terms, payment)
      if (rate === null) {
        assert.ok(isTooDear(terms, payment))
        return
      }
      const again = exactBasePayment(terms, { kind: 'constant-yield', rate })
      assert.ok(isTiny(subtract(again, exactly(payment))), `payment ${toDecimal(again, 30)}`)
      const end = walkedEnd(terms, payment, rate)
      // As worth at the beginning: near 1,000 % a last digit of the rate grows a trillionfold.
      const growth = { n: rate.d * 12n + rate.n, d: rate.d * 12n }
      const count = BigInt(terms.payments)
      const gap = (end.n - BigInt(terms.residualValue) * end.d) * growth.d ** count
      assert.ok(isTiny({ n: gap, d: end.d * growth.n ** count }))
    }),
  )
})

test('payments that do not cover the depreciation have no rate; those that just do have zero', () => {
  const terms = {
    adjustedCapitalizedCost: cents(100_000),
    residualValue: cents(64_000),
    payments: 36,
    timing: 'in-advance' as const,
  }
  assert.equal(solveLeaseRate(terms, cents(999)), null)
  assert.deepEqual(solveLeaseRate(terms, cents(1_000)), fraction(0n))
  assert.equal(solveLeaseRate(terms, cents(100_000)), null)
})

test('a money factor stands for a yearly rate of 2,400 times it, in percent', () => {
  assert.deepEqual(rateOfMoneyFactor(fraction(125n, 100_000n)), fraction(3n, 100n))
})

test('a lease of 600 payments near the highest rate is solved', () => {
  const terms = {
    adjustedCapitalizedCost: cents(2_400_000),
    residualValue: cents(0),
    payments: 600,
    timing: 'in-arrears' as const,
  }
  const rate = solveLeaseRate(terms, cents(1_999_900))
  assert.equal(percentOf(rate), '999.95000')
})

function percentOf(rate: ReturnType<typeof solveLeaseRate>): string {
  assert.ok(rate)
  return toDecimal(multiply(rate, fraction(100n)), 5)
}

/** At 1,000 % a year the lease would still be above its residual: the rate is not that high. */
function isTooDear(terms: LeaseTerms, payment: number): boolean {
  const end = walkedEnd(terms, payment, { n: 10n, d: 1n })
  return end.n <= BigInt(terms.residualValue) * end.d
}

function isTiny(difference: { n: bigint; d: bigint }): boolean {
  const size = { n: difference.n < 0n ? -difference.n : difference.n, d: difference.d }
  return compare(size, { n: 1n, d: 10n ** 20n }) < 0
}
