import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addDays, type CivilDate, date, daysBetween } from '#src/domain/calendar.ts'
import { leaseBalanceOn, leaseSchedule } from '#src/domain/contract/lease-schedule.ts'
import { cents, ZERO_CENTS } from '#src/domain/money.ts'
import { applyLeasePayment } from '#src/domain/rules/lease-apply.ts'
import {
  type LeasePosition,
  leaseAmountDue,
  leaseDaysPastDue,
  leaseInstallmentsPaid,
  leasePaidThrough,
  nextLeaseInstallment,
  openLeasePosition,
  pastDueLeaseInstallments,
  prepaidOn,
} from '#src/domain/rules/lease-position.ts'
import { anyLease } from '#test/support/arbitrary-lease.ts'
import { pour } from '#test/support/oracle-lease.ts'
import { SAMPLE_LEASE } from '#test/support/signed-lease.ts'

const NOTHING = {
  installmentsPaid: 0,
  paidTowardNext: ZERO_CENTS,
  lateCharges: ZERO_CENTS,
  fees: ZERO_CENTS,
  suspense: ZERO_CENTS,
}
const sample = leaseSchedule(SAMPLE_LEASE)
const open = (opening: Partial<typeof NOTHING> = {}) =>
  openLeasePosition(sample, { ...NOTHING, ...opening })
const paid = (position: LeasePosition, amount: number, on: string) =>
  applyLeasePayment(position, { amount: cents(amount), toCharges: ZERO_CENTS }, date(on)).position

test('an extra payment prepays the next ones and lowers neither balance nor rent', () => {
  const on = date('2026-03-20')
  const regular = open({ installmentsPaid: 3 })
  const after = paid(regular, 100_000, on)
  assert.equal(leaseInstallmentsPaid(after), 6)
  assert.equal(leasePaidThrough(after), '2026-06-15')
  const next = nextLeaseInstallment(after)
  assert.deepEqual(
    [next?.number, next?.due, next?.amount, next?.total],
    [7, '2026-07-15', 2_776, 25_694],
  )
  assert.equal(prepaidOn(after, on), 100_000)
  assert.equal(leaseBalanceOn(sample, on), 1_857_260)
  assert.equal(leaseBalanceOn(after.schedule, date('2030-01-15')), 1_235_000)
})

test('money counts as prepaid until its due date comes', () => {
  const position = open({ installmentsPaid: 2 })
  assert.equal(prepaidOn(position, date('2026-02-14')), 25_694)
  assert.equal(prepaidOn(position, date('2026-02-15')), 0)
})

test('what is due: late installments, the next one, charges', () => {
  const position = { ...open({ installmentsPaid: 2 }), lateCharges: cents(1_285), fees: cents(500) }
  const on = date('2026-04-20')
  assert.deepEqual(
    pastDueLeaseInstallments(position, on).map(({ number, amount }) => [number, amount]),
    [
      [3, 25_694],
      [4, 25_694],
    ],
  )
  const due = leaseAmountDue(position, on)
  assert.deepEqual(
    { ...due, current: due.current?.number },
    { pastDue: 51_388, current: 5, lateCharges: 1_285, fees: 500, total: 78_867 },
  )
  assert.equal(leaseDaysPastDue(position, on), 36)
  assert.equal(leaseDaysPastDue(position, date('2026-03-15')), 0)
})

test('installments through the next due date come before charges, and both before prepaying', () => {
  const position = { ...open(), lateCharges: cents(1_285) }
  const on = date('2026-01-15')
  const pay = (amount: number, toCharges: number) => {
    const terms = { amount: cents(amount), toCharges: cents(toCharges) }
    const { split, ...parts } = applyLeasePayment(position, terms, on).allocation
    return Object.values(parts)
  }
  assert.deepEqual(pay(25_694, 0), [25_694, 0, 0, 0])
  assert.deepEqual(pay(30_000, 0), [28_715, 1_285, 0, 0])
  assert.deepEqual(pay(25_694, 1_285), [24_409, 1_285, 0, 0])
  assert.deepEqual(pay(25_694, 99_999), [24_409, 1_285, 0, 0])
  assert.deepEqual(pay(25_694 * 48 + 2_000, 0), [25_694 * 48, 1_285, 0, 715])
})

test('a position cannot be opened with more paid than there is', () => {
  assert.throws(() => open({ installmentsPaid: 49 }), /no more is paid/)
  assert.throws(() => open({ installmentsPaid: 48, paidTowardNext: cents(1) }))
})

test('any payments in any order: what is owed is what a pouring of every cent leaves', () => {
  const payments = fc.array(
    fc.record({
      share: fc.integer({ min: 1, max: 300 }),
      chargeShare: fc.constantFrom(0, 0, 5, 100),
      gap: fc.nat(50),
    }),
    { maxLength: 8 },
  )
  const charges = fc.record({ lateCharges: fc.nat(3_000), fees: fc.nat(3_000) })
  fc.assert(
    fc.property(anyLease, payments, charges, (contract, given, owed) => {
      // Small payments, so that every cent can be poured by itself.
      const schedule = leaseSchedule({
        ...contract,
        paymentTaxes: contract.paymentTaxes.slice(0, 1),
      })
      fc.pre(schedule.totalPayment > 0 && schedule.totalPayment < 60_000)
      let on = contract.start
      const made = given.map(({ share, chargeShare, gap }) => {
        on = addDays(on, gap)
        const amount = Math.floor((schedule.totalPayment * share) / 100)
        return { amount, toCharges: Math.floor((amount * chargeShare) / 100), on }
      })
      let position = openLeasePosition(schedule, {
        ...NOTHING,
        lateCharges: cents(owed.lateCharges),
        fees: cents(owed.fees),
      })
      for (const { amount, toCharges, on: day } of made)
        position = moneyMoved(position, { amount, toCharges, on: day })
      const dues = schedule.installments.map(({ due }) => due)
      const left = pour({ dues, total: schedule.totalPayment, ...owed }, made)
      assert.deepEqual(
        [position.lateCharges, position.fees, position.suspense],
        [left.lateCharges, left.fees, left.held],
      )
      assertOwed(position, { dues, missing: left.missing, on })
    }),
    { numRuns: 60 },
  )
})

function moneyMoved(
  position: LeasePosition,
  { amount, toCharges, on }: { amount: number; toCharges: number; on: CivilDate },
): LeasePosition {
  const terms = { amount: cents(amount), toCharges: cents(toCharges) }
  const { position: after, allocation } = applyLeasePayment(position, terms, on)
  const { installments, lateCharges, fees, suspense, split } = allocation
  assert.equal(installments + lateCharges + fees + suspense, amount)
  const taxes = split.taxes.reduce((all, tax) => all + tax.amount, 0)
  assert.equal(taxes + split.rent + split.depreciation, installments)
  return after
}

function assertOwed(
  position: LeasePosition,
  { dues, missing, on }: { dues: readonly CivilDate[]; missing: readonly number[]; on: CivilDate },
): void {
  const first = missing.findIndex((amount) => amount > 0)
  assert.equal(nextLeaseInstallment(position)?.number ?? null, first === -1 ? null : first + 1)
  const firstDue = dues[first]
  const days = firstDue !== undefined && firstDue < on ? daysBetween(firstDue, on) : 0
  assert.equal(leaseDaysPastDue(position, on), days)
  const due = leaseAmountDue(position, on)
  const late = missing.filter((_, at) => (dues[at] ?? on) < on)
  assert.equal(
    due.pastDue,
    late.reduce((all, amount) => all + amount, 0),
  )
  const current = missing.findIndex((amount, at) => amount > 0 && (dues[at] ?? '') >= on)
  assert.equal(due.current?.amount ?? 0, missing[current] ?? 0)
}
