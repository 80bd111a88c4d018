// Late charges: at most one per installment, only after the grace days, never on a shortfall that
// is itself a late charge (no pyramiding, 16 CFR 444.4): money counts toward installments before
// any charge takes its share of it, and first toward the installment that is current.
// Example: 512.55 due 2026-11-05, 10 days of grace, 5 %: still unpaid after 2026-11-15, 25.63 on
// 2026-11-16.
import { addDays, type CivilDate } from '../calendar.ts'
import type { LoanContract } from '../contract/loan.ts'
import { dueDate } from '../contract/schedule.ts'
import type { Explanation } from '../explanation.ts'
import { fraction } from '../fraction.ts'
import { type Cents, larger, roundToCents, smaller } from '../money.ts'
import { unpaidInstallment } from './installments.ts'
import type { LoanPosition } from './position.ts'

/**
 * The first day on which an unpaid installment has a late charge; null when the contract or its law
 * gives none.
 */
export function lateChargeDate(contract: LoanContract, installment: number): CivilDate | null {
  const rule = contract.lateCharge
  if (!rule || rule.citation === '') return null
  return addDays(dueDate(contract, installment), rule.graceDays + 1)
}

/**
 * Amount of the late charge for one installment, the level one where none is given, within the
 * rule's bounds; zero without a rule.
 */
export function lateChargeAmount(contract: LoanContract, installment = contract.payment): Cents {
  const rule = contract.lateCharge
  if (!rule) return 0 as Cents
  const share = fraction(BigInt(installment) * BigInt(rule.percentPpb), 1_000_000_000n)
  const charge = larger(roundToCents(share, contract.rounding), rule.minimum)
  return rule.maximum === null ? charge : smaller(charge, rule.maximum)
}

/** `position` as it was at the end of the last grace day. */
export function explainLateCharge(position: LoanPosition, installment: number): Explanation {
  const { contract } = position
  const rule = contract.lateCharge
  const { whole } = unpaidInstallment(position, installment)
  return {
    label: 'lateCharge',
    amount: lateChargeAmount(contract, whole),
    inputs: [
      { name: 'installmentNumber', count: String(installment) },
      { name: 'installment', cents: whole },
      { name: 'dueDate', date: dueDate(contract, installment) },
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
