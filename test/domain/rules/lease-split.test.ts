import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { leaseSchedule } from '#src/domain/contract/lease-schedule.ts'
import { cents } from '#src/domain/money.ts'
import { splitByInstallment, splitCounted } from '#src/domain/rules/lease-split.ts'
import { anyLease } from '#test/support/arbitrary-lease.ts'
import { SAMPLE_LEASE } from '#test/support/signed-lease.ts'

const sample = leaseSchedule(SAMPLE_LEASE)

test('a part of an installment and the rest of it', () => {
  const shown = ([from, to]: readonly [number, number]) => {
    const split = splitCounted(sample, { from: cents(from), to: cents(to) })
    return [split.taxes[0]?.amount, split.rent, split.depreciation]
  }
  assert.deepEqual(shown([0, 25_694]), [1_225, 13_139, 11_330])
  assert.deepEqual(shown([0, 10_000]), [477, 5_114, 4_409])
  assert.deepEqual(shown([10_000, 25_694]), [748, 8_025, 6_921])
})

test('money over several installments has a line for each', () => {
  const lines = splitByInstallment(sample, { from: cents(20_000), to: cents(60_000) })
  assert.deepEqual(
    lines.map(({ number, amount }) => [number, amount]),
    [
      [1, 5_694],
      [2, 25_694],
      [3, 8_612],
    ],
  )
  assert.deepEqual(lines[1]?.rent, 13_059)
})

test('in whatever pieces the money comes, every cent has one place and the whole is the schedule', () => {
  fc.assert(
    fc.property(anyLease, fc.array(fc.nat(1_000_000), { maxLength: 12 }), (contract, cuts) => {
      const schedule = leaseSchedule(contract)
      const total = schedule.totalPayment * contract.payments
      const points = [...cuts.map((cut) => Math.floor((total * cut) / 1_000_000)), 0, total]
      points.sort((a, b) => a - b)
      const pieces = points.slice(1).map((to, at) => ({
        from: cents(points[at] ?? 0),
        to: cents(to),
      }))
      const splits = pieces.map((piece) => splitCounted(schedule, piece))
      for (const [at, { taxes, rent, depreciation }] of splits.entries()) {
        const { from, to } = pieces[at] ?? assert.fail()
        assert.equal(totalOf(taxes) + rent + depreciation, to - from)
      }
      const rents = schedule.installments.map(({ row }) => row.rent)
      assert.equal(add(splits.map(({ rent }) => rent)), add(rents))
      for (const [line, tax] of schedule.taxes.entries()) {
        const paid = splits.map(({ taxes }) => taxes[line]?.amount ?? 0)
        assert.equal(add(paid), tax.amount * contract.payments)
      }
    }),
  )
})

test('no part shrinks as money is added to an installment', () => {
  fc.assert(
    fc.property(
      anyLease,
      fc.nat(1_000_000),
      fc.integer({ min: 1, max: 50 }),
      (contract, share, more) => {
        const schedule = leaseSchedule(contract)
        // The last month takes the cents of rounding, and its rent can be below zero by them.
        const total = schedule.totalPayment * (contract.payments - 1)
        const from = Math.floor((total * share) / 1_000_000)
        const span = { from: cents(from), to: cents(Math.min(total, from + more)) }
        const { taxes, rent, depreciation } = splitCounted(schedule, span)
        const whole = schedule.installments.map(({ row }) => row)
        if (whole.every((row) => row.depreciation >= 0)) assert.ok(depreciation >= 0)
        assert.ok(rent >= 0 && taxes.every(({ amount }) => amount >= 0))
      },
    ),
  )
})

test('more than all installments is refused', () => {
  const beyond = { from: cents(0), to: cents(25_694 * 48 + 1) }
  assert.throws(() => splitByInstallment(sample, beyond), /within the installments/)
})

function totalOf(taxes: readonly { amount: number }[]): number {
  return add(taxes.map(({ amount }) => amount))
}

function add(amounts: readonly number[]): number {
  return amounts.reduce((all, amount) => all + amount, 0)
}
