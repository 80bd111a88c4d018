// Late charges follow the facts: which ones the account owes by a day, and which were assessed but
// no longer hold, for instance after a payment that arrived in time is posted late (complaint 7 of
// the trade: fees on misapplied money).
import { assert } from '../assert.ts'
import { addDays, type CivilDate } from '../calendar.ts'
import type { Cents } from '../money.ts'
import { installmentsPaid, numberDueOnOrAfter } from '../rules/installments.ts'
import { lateChargeAmount, lateChargeDate } from '../rules/late-charge.ts'
import { isPaidInFull } from '../rules/position.ts'
import type { AccountEvent } from './event.ts'
import { type AccountLedger, stepOn } from './replay.ts'

export type LateChargeDue = {
  readonly installment: number
  readonly effectiveDate: CivilDate
  readonly amount: Cents
  readonly citation: string
}

/** Late charges with an effective date up to `through` that are owed and not yet assessed. */
export function lateChargesToAssess(ledger: AccountLedger, through: CivilDate): LateChargeDue[] {
  const rule = ledger.contract.lateCharge
  const amount = lateChargeAmount(ledger.contract)
  if (!rule || amount === 0) return []
  const assessed = new Set(ledger.position.lateCharged)
  const due: LateChargeDue[] = []
  for (const { installment, effectiveDate } of candidates(ledger, through)) {
    if (assessed.has(installment) || !isUnpaidAt(ledger, { installment, effectiveDate })) continue
    due.push({ installment, effectiveDate, amount, citation: rule.citation })
  }
  return due
}

/** Assessed late charges whose installment was in fact paid within its grace days. */
export function lateChargesToReverse(ledger: AccountLedger): AccountEvent[] {
  return ledger.steps
    .map((step) => step.event)
    .filter((event) => {
      if (event.payload.kind !== 'lateCharge') return false
      const { installment } = event.payload
      const effectiveDate = lateChargeDate(ledger.contract, installment)
      return effectiveDate === null || !isUnpaidAt(ledger, { installment, effectiveDate })
    })
}

/** Installments whose grace days end on our books and by `through`. */
function candidates(ledger: AccountLedger, through: CivilDate) {
  const found: { installment: number; effectiveDate: CivilDate }[] = []
  const { payments } = ledger.contract
  for (let installment = firstChargeable(ledger); installment <= payments; installment += 1) {
    const effectiveDate = lateChargeDate(ledger.contract, installment)
    if (effectiveDate === null || effectiveDate > through) break
    found.push({ installment, effectiveDate })
  }
  return found
}

/**
 * Number of the first installment whose grace days end on our books: those that end by the day of
 * boarding, or in a month that a prior servicer reported, are not ours. One more than the last
 * where there is none.
 */
export function firstChargeable({ contract, steps }: AccountLedger): number {
  const lastReport = steps.findLast((step) => step.event.payload.kind === 'reportedMonth')
  const first = lastReport ?? steps[0]
  assert(first, 'a ledger has its boarding step')
  const grace = contract.lateCharge?.graceDays ?? 0
  const dueFrom = addDays(first.event.effectiveDate, -grace)
  return numberDueOnOrAfter(contract, dueFrom) ?? contract.payments + 1
}

/** Whether the installment was still unpaid at the end of the last grace day. */
export function isUnpaidAt(
  ledger: AccountLedger,
  at: { installment: number; effectiveDate: CivilDate },
): boolean {
  const lastGraceDay = addDays(at.effectiveDate, -1)
  const { after } = stepOn(ledger, lastGraceDay)
  return installmentsPaid(after) < at.installment && !isPaidInFull(after, lastGraceDay)
}
