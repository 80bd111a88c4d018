// Where a lease account stands: money counts toward its installments in their order, and what comes
// early prepays the next ones. It never lowers the lease balance or the rent (Federal Reserve
// leasing guide, constant yield example).
// Example: 48 x 256.94 from 2026-01-15, the first three paid on time and 1,000.00 more on
// 2026-03-20: 1,770.82 counted, six installments paid, 229.18 toward the seventh; 27.76 is next,
// due 2026-07-15. On 2026-03-20 the lease balance is 18,572.60 all the same: two months are over.
import { assert } from '../assert.ts'
import { type CivilDate, daysBetween } from '../calendar.ts'
import type { LeaseInstallmentTerms, LeaseSchedule, TaxAmount } from '../contract/lease-schedule.ts'
import { type Cents, cents, larger, minus, plus, smaller, sum, ZERO_CENTS } from '../money.ts'
import type { Installment } from './installments.ts'

export type LeasePosition = {
  readonly schedule: LeaseSchedule
  /** Money counted toward installments since the first one, taxes included; all of them at most. */
  readonly counted: Cents
  readonly lateCharges: Cents
  readonly fees: Cents
  /** Money received and not applied. */
  readonly suspense: Cents
  /** Numbers of the installments for which a late charge was assessed. */
  readonly lateCharged: readonly number[]
}

/** `amount` is what is still unpaid of `total`, the base payment and its taxes. */
export type LeaseInstallment = Installment & {
  readonly base: Cents
  readonly taxes: readonly TaxAmount[]
  readonly total: Cents
}

/** Everything to be paid now, in the form of a loan's amount due. */
export type LeaseAmountDue = {
  readonly pastDue: Cents
  readonly current: LeaseInstallment | null
  readonly lateCharges: Cents
  readonly fees: Cents
  readonly total: Cents
}

/** Refuses more installments paid, or more money toward the next, than there are. */
export function openLeasePosition(
  schedule: LeaseSchedule,
  opening: {
    installmentsPaid: number
    paidTowardNext: Cents
    lateCharges: Cents
    fees: Cents
    suspense: Cents
  },
): LeasePosition {
  const { installmentsPaid, paidTowardNext, lateCharges, fees, suspense } = opening
  const counted = plus(cents(installmentsPaid * schedule.totalPayment), paidTowardNext)
  assert(installmentsPaid >= 0 && paidTowardNext >= 0, 'nothing is paid below zero')
  assert(counted <= totalOfInstallments(schedule), 'no more is paid than all installments')
  return { schedule, counted, lateCharges, fees, suspense, lateCharged: [] }
}

/** What all installments come to, taxes included (12 CFR 1013.4(c)). */
export function totalOfInstallments({ totalPayment, installments }: LeaseSchedule): Cents {
  return cents(totalPayment * installments.length)
}

/** Installments paid in full by so much counted money. */
export function leaseInstallmentsPaid({ schedule, counted }: CountedMoney): number {
  const { totalPayment, installments } = schedule
  return totalPayment === 0 ? installments.length : Math.floor(counted / totalPayment)
}

type CountedMoney = Pick<LeasePosition, 'schedule' | 'counted'>

/** The oldest installment not yet paid in full; null when all are. */
export function nextLeaseInstallment(position: CountedMoney): LeaseInstallment | null {
  return unpaidLeaseInstallments(position)[0] ?? null
}

/** Unpaid installments with a due date before `on`, oldest first. */
export function pastDueLeaseInstallments(
  position: CountedMoney,
  on: CivilDate,
): LeaseInstallment[] {
  return unpaidLeaseInstallments(position).filter(({ due }) => due < on)
}

/** Days since the oldest unpaid due date; 0 when none has passed. */
export function leaseDaysPastDue(position: CountedMoney, on: CivilDate): number {
  const next = nextLeaseInstallment(position)
  return next && next.due < on ? daysBetween(next.due, on) : 0
}

/** Due date of the last installment paid in full; null before the first. */
export function leasePaidThrough(position: CountedMoney): CivilDate | null {
  return position.schedule.installments[leaseInstallmentsPaid(position) - 1]?.due ?? null
}

/** What is due on `on`, with the first installment due on or after that day if it is unpaid. */
export function leaseAmountDue(position: LeasePosition, on: CivilDate): LeaseAmountDue {
  const unpaid = unpaidLeaseInstallments(position)
  const pastDue = sum(unpaid.filter(({ due }) => due < on).map(({ amount }) => amount))
  const current = unpaid.find(({ due }) => due >= on) ?? null
  const { lateCharges, fees } = position
  const total = plus(pastDue, current?.amount ?? ZERO_CENTS, lateCharges, fees)
  return { pastDue, current, lateCharges, fees, total }
}

/** Money still missing through the first due date on or after `on`; more than it prepays. */
export function payableThroughCurrent(position: CountedMoney, on: CivilDate): Cents {
  const { schedule, counted } = position
  const current = schedule.installments.find(({ due }) => due >= on)
  const number = current?.number ?? schedule.installments.length
  return larger(ZERO_CENTS, minus(cents(schedule.totalPayment * number), counted))
}

/** Money that came before its time: counted toward installments due after `on`. */
export function prepaidOn({ schedule, counted }: CountedMoney, on: CivilDate): Cents {
  const dueByNow = schedule.installments.filter(({ due }) => due <= on).length
  return larger(ZERO_CENTS, minus(counted, cents(schedule.totalPayment * dueByNow)))
}

/** Every installment not yet paid in full, oldest first. */
export function unpaidLeaseInstallments(position: CountedMoney): LeaseInstallment[] {
  const { schedule, counted } = position
  const first = leaseInstallmentsPaid(position)
  return schedule.installments
    .slice(first)
    .map((terms) => installmentAt(schedule, { terms, counted }))
}

function installmentAt(
  { contract, taxes, totalPayment }: LeaseSchedule,
  { terms, counted }: { terms: LeaseInstallmentTerms; counted: Cents },
): LeaseInstallment {
  const before = cents(totalPayment * (terms.number - 1))
  const alreadyIn = smaller(totalPayment, larger(ZERO_CENTS, minus(counted, before)))
  return {
    number: terms.number,
    due: terms.due,
    amount: minus(totalPayment, alreadyIn),
    base: contract.basePayment,
    taxes,
    total: totalPayment,
  }
}
