import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { BUCKETS } from '#src/domain/contract/loan.ts'
import { cents, sum, ZERO_CENTS } from '#src/domain/money.ts'
import { applyWaterfall, explainSplit } from '#src/domain/rules/waterfall.ts'

const anyMoney = (most: number) => fc.nat(most).map(cents)
const anyPayment = fc.record({
  amount: anyMoney(100_000),
  toCharges: anyMoney(12_000),
  owed: fc.record({
    interest: anyMoney(20_000),
    principal: anyMoney(60_000),
    lateCharges: anyMoney(8_000),
    fees: anyMoney(8_000),
  }),
  order: fc.shuffledSubarray([...BUCKETS], { minLength: BUCKETS.length }),
})

test('the parts add up to the payment, none takes more than it is owed, and only an overpayment is held', () => {
  fc.assert(
    fc.property(anyPayment, (payment) => {
      const split = applyWaterfall(payment)
      assert.equal(sum(Object.values(split)), payment.amount)
      for (const bucket of BUCKETS) {
        assert.ok(split[bucket] >= 0 && split[bucket] <= payment.owed[bucket], bucket)
      }
      const owed = sum(Object.values(payment.owed))
      assert.equal(split.suspense, Math.max(0, payment.amount - owed))
    }),
  )
})

test('a bucket gets nothing undirected before those ahead of it have all they are owed', () => {
  fc.assert(
    fc.property(anyPayment, ({ toCharges: _, ...payment }) => {
      const split = applyWaterfall({ ...payment, toCharges: cents(0) })
      payment.order.forEach((bucket, index) => {
        const ahead = payment.order.slice(0, index)
        if (split[bucket] > 0) for (const b of ahead) assert.equal(split[b], payment.owed[b], b)
      })
    }),
  )
})

test('money directed to charges goes to late charges, then fees, and what they do not need to the waterfall', () => {
  fc.assert(
    fc.property(anyPayment, (payment) => {
      const order = ['principal', 'interest', 'lateCharges', 'fees'] as const
      const split = applyWaterfall({ ...payment, order })
      const directed = Math.min(payment.toCharges, payment.amount)
      assert.ok(split.lateCharges >= Math.min(directed, payment.owed.lateCharges))
      const both = payment.owed.lateCharges + payment.owed.fees
      assert.ok(split.lateCharges + split.fees >= Math.min(directed, both))
    }),
  )
})

test('the two orders in use among lenders', () => {
  const owed = {
    interest: cents(3_036),
    principal: cents(1_441_538),
    lateCharges: cents(2_500),
    fees: cents(1_500),
  }
  const pay = (order: readonly (typeof BUCKETS)[number][]) =>
    applyWaterfall({ amount: cents(51_255), toCharges: cents(0), owed, order })
  assert.deepEqual(pay(['fees', 'lateCharges', 'interest', 'principal']), {
    fees: 1_500,
    lateCharges: 2_500,
    interest: 3_036,
    principal: 44_219,
    recovered: 0,
    suspense: 0,
  })
  assert.deepEqual(pay(['interest', 'principal', 'lateCharges', 'fees']), {
    interest: 3_036,
    principal: 48_219,
    lateCharges: 0,
    fees: 0,
    recovered: 0,
    suspense: 0,
  })
})

test('the working names charges first when they are directed, and principal is what is left', () => {
  const interest = { label: 'interest', inputs: [], rule: 'roundedOnce' } as const
  fc.assert(
    fc.property(anyPayment, (payment) => {
      const { amount, toCharges, order } = payment
      const split = applyWaterfall(payment)
      const tree = explainSplit(split, { amount, toCharges, order, interest, ruleVersion: 'R' })
      const [first] = tree.parts ?? []
      assert.equal(tree.rule, toCharges > 0 ? 'directedThenOrder' : 'waterfallOrder')
      if (toCharges > 0) assert.equal(first?.label, 'toLateCharges')
      const principal = tree.parts?.find(({ label }) => label === 'toPrincipal')
      const [paid, ...others] = (principal?.inputs ?? []).map((input) =>
        'cents' in input ? input.cents : ZERO_CENTS,
      )
      const taken = others.reduce<number>((all, part) => all + part, 0)
      assert.equal((paid ?? 0) - taken, principal?.amount)
    }),
  )
})
