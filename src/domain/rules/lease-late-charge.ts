// Late charges of a lease (12 CFR 1013.4(q)): at most one per installment, only after the grace
// days, on the total periodic payment, and never because of another charge (16 CFR 444.4).
// Example: 256.94 due 2026-11-15, 10 days of grace, 5 %: unpaid after 2026-11-25, 12.85 on
// 2026-11-26.
import { addDays, type CivilDate } from '../calendar.ts'
import { type LeaseContract, leaseDueDate } from '../contract/lease.ts'
import type { LeaseSchedule } from '../contract/lease-schedule.ts'
import type { Explanation } from '../explanation.ts'
import { type Cents, larger, roundToCents, smaller, sum, ZERO_CENTS } from '../money.ts'
import { type Receipt, receivedCurrentFirst } from './current-first.ts'
import { leaseInstallmentsPaid } from './lease-position.ts'

export type LeaseLateCharge = {
  readonly installment: number
  readonly effectiveDate: CivilDate
  readonly amount: Cents
  readonly citation: string
}

/** The first day on which an unpaid installment has a late charge; null when nothing gives one. */
export function leaseLateChargeDate(
  contract: LeaseContract,
  installment: number,
): CivilDate | null {
  const rule = contract.lateCharge
  if (!rule || rule.citation === '') return null
  return addDays(leaseDueDate(contract, installment), rule.graceDays + 1)
}

/** Amount of the late charge for one installment, within the rule's bounds; zero without a rule. */
export function leaseLateChargeAmount({ contract, totalPayment }: LeaseSchedule): Cents {
  const rule = contract.lateCharge
  if (!rule) return ZERO_CENTS
  const exact = { n: BigInt(totalPayment) * BigInt(rule.percentPpb), d: 1_000_000_000n }
  const charge = larger(roundToCents(exact, contract.rounding), rule.minimum)
  return rule.maximum === null ? charge : smaller(charge, rule.maximum)
}

export function explainLeaseLateCharge(schedule: LeaseSchedule, installment: number): Explanation {
  const { contract, totalPayment } = schedule
  const rule = contract.lateCharge
  return {
    label: 'lateCharge',
    amount: leaseLateChargeAmount(schedule),
    inputs: [
      { name: 'installmentNumber', count: String(installment) },
      { name: 'installment', cents: totalPayment },
      { name: 'dueDate', date: leaseDueDate(contract, installment) },
      ...(rule
        ? [
            { name: 'graceDays' as const, count: String(rule.graceDays) },
            { name: 'percent' as const, ratePpb: rule.percentPpb },
          ]
        : []),
    ],
    rule: 'lateChargeOncePerInstallment',
    ...(rule ? { citation: rule.citation } : {}),
  }
}

/**
 * Charges of installments from number `first` that were still unpaid at the end of their grace days
 * and whose charge has an effective date up to `through`. `receiptsBy` is the money that had
 * counted by the end of a day; it is each installment's own where that suits the lessee better.
 * Those already assessed are not left out: compare by installment.
 */
export function leaseLateChargesBy(
  schedule: LeaseSchedule,
  at: { first: number; through: CivilDate; receiptsBy: (day: CivilDate) => readonly Receipt[] },
): LeaseLateCharge[] {
  const { contract } = schedule
  const amount = leaseLateChargeAmount(schedule)
  const charges: LeaseLateCharge[] = []
  if (amount === 0) return charges
  for (let installment = at.first; installment <= contract.payments; installment += 1) {
    const effectiveDate = leaseLateChargeDate(contract, installment)
    if (effectiveDate === null || effectiveDate > at.through) break
    if (isPaid(schedule, installment, at.receiptsBy(addDays(effectiveDate, -1)))) continue
    charges.push({
      installment,
      effectiveDate,
      amount,
      citation: contract.lateCharge?.citation ?? '',
    })
  }
  return charges
}

function isPaid(
  schedule: LeaseSchedule,
  installment: number,
  receipts: readonly Receipt[],
): boolean {
  const counted = sum(receipts.map(({ amount }) => amount))
  if (leaseInstallmentsPaid({ schedule, counted }) >= installment) return true
  const { totalPayment: payment, installments } = schedule
  const received = receivedCurrentFirst(receipts, { count: installments.length, payment })
  return (received[installment - 1] ?? 0) >= payment
}
