// Late charges follow the facts: which ones the account owes by a day, and which were assessed but
// no longer hold, for instance after a payment that arrived in time is posted late (complaint 7 of
// the trade: fees on misapplied money).
import { assert } from '../assert.ts'
import { addDays, type CivilDate } from '../calendar.ts'
import type { Cents } from '../money.ts'
import { installmentsPaid } from '../rules/installments.ts'
import { lateChargeAmount, lateChargeDate } from '../rules/late-charge.ts'
import { isPaidInFull } from '../rules/position.ts'
import type { AccountEvent } from './event.ts'
import { type AccountLedger, positionOn } from './replay.ts'

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

/**
 * The last day whose late charges are not ours: that of boarding, or the end of the last month that
 * a prior servicer reported.
 */
export function chargedElsewhereThrough(ledger: AccountLedger): CivilDate {
  const lastReport = ledger.steps.findLast((step) => step.event.payload.kind === 'reportedMonth')
  const first = lastReport ?? ledger.steps[0]
  assert(first, 'a ledger has its boarding step')
  return first.event.effectiveDate
}

/** Installments whose grace days end after boarding and by `through`. */
function candidates(ledger: AccountLedger, through: CivilDate) {
  const from = chargedElsewhereThrough(ledger)
  const found: { installment: number; effectiveDate: CivilDate }[] = []
  for (let installment = 1; installment <= ledger.contract.payments; installment += 1) {
    const effectiveDate = lateChargeDate(ledger.contract, installment)
    if (effectiveDate === null || effectiveDate > through) break
    if (effectiveDate > from) found.push({ installment, effectiveDate })
  }
  return found
}

/** Whether the installment was still unpaid at the end of the last grace day. */
export function isUnpaidAt(
  ledger: AccountLedger,
  at: { installment: number; effectiveDate: CivilDate },
): boolean {
  const lastGraceDay = addDays(at.effectiveDate, -1)
  const position = positionOn(ledger, lastGraceDay)
  return !isPaidInFull(position, lastGraceDay) && installmentsPaid(position) < at.installment
}
