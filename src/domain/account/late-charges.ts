// Late charges follow the facts: which ones the account owes by a day, and which were assessed but
// no longer hold, for instance after a payment that arrived in time is posted late (complaint 7 of
// the trade: fees on misapplied money).
import { assert } from '../assert.ts'
import { addDays, type CivilDate } from '../calendar.ts'
import type { LoanContract } from '../contract/loan.ts'
import type { Cents } from '../money.ts'
import { installmentsPaid, numberDueOnOrAfter } from '../rules/installments.ts'
import { lateChargeAmount, lateChargeDate } from '../rules/late-charge.ts'
import { isPaidInFull } from '../rules/position.ts'
import type { AccountEvent } from './event.ts'
import { type LoanLedger, stepOn } from './ledger.ts'

export type LateChargeDue = {
  readonly installment: number
  readonly effectiveDate: CivilDate
  readonly amount: Cents
  readonly citation: string
}

/** Late charges with an effective date up to `through` that are owed and not yet assessed. */
export function lateChargesToAssess(ledger: LoanLedger, through: CivilDate): LateChargeDue[] {
  const rule = ledger.contract.lateCharge
  const amount = lateChargeAmount(ledger.contract)
  if (!rule || amount === 0) return []
  const assessed = new Set(ledger.position.lateCharged)
  const due: LateChargeDue[] = []
  for (const { installment, effectiveDate } of chargeDates(ledger)) {
    if (effectiveDate > through) break
    if (assessed.has(installment) || !isUnpaidAt(ledger, { installment, effectiveDate })) continue
    due.push({ installment, effectiveDate, amount, citation: rule.citation })
  }
  return due
}

/** Assessed late charges whose installment was in fact paid within its grace days. */
export function lateChargesToReverse(ledger: LoanLedger): AccountEvent[] {
  return ledger.steps
    .filter(({ event }) => {
      if (event.payload.kind !== 'lateCharge') return false
      const contract = contractOn(ledger, event.effectiveDate)
      const { installment } = event.payload
      const effectiveDate = lateChargeDate(contract, installment)
      return effectiveDate === null || !isUnpaidAt(ledger, { installment, effectiveDate })
    })
    .map((step) => step.event)
}

/**
 * The days after grace that fall on our books, oldest first. An extension changes the days that lie
 * after it and no others.
 */
export function* chargeDates(
  ledger: LoanLedger,
): Generator<{ installment: number; effectiveDate: CivilDate }> {
  for (const version of contractVersions(ledger)) {
    const { contract, from, until } = version
    const first = firstChargeable(ledger, contract)
    for (let installment = first; installment <= contract.payments; installment += 1) {
      const effectiveDate = lateChargeDate(contract, installment)
      if (effectiveDate === null || (until !== null && effectiveDate > until)) break
      if (from === null || effectiveDate > from) yield { installment, effectiveDate }
    }
  }
}

/** With the extensions granted before `on`. */
function contractOn(ledger: LoanLedger, on: CivilDate): LoanContract {
  const version = contractVersions(ledger).findLast(({ from }) => from === null || on > from)
  return version?.contract ?? ledger.contract
}

type ContractVersion = {
  contract: LoanContract
  /** The version holds after `from` and through `until`; null: from the start, for good. */
  from: CivilDate | null
  until: CivilDate | null
}

function contractVersions({ contract, steps }: LoanLedger): ContractVersion[] {
  let last: ContractVersion = { contract, from: null, until: null }
  const versions = [last]
  for (const { event, after } of steps) {
    if (after.contract === last.contract) continue
    last.until = event.effectiveDate
    last = { contract: after.contract, from: event.effectiveDate, until: null }
    versions.push(last)
  }
  return versions
}

/**
 * Number of the first installment whose grace days end on our books: those that end by the day of
 * boarding, or in a month that a prior servicer reported, are not ours. One more than the last
 * where there is none.
 */
function firstChargeable({ steps }: LoanLedger, contract: LoanContract): number {
  const lastReport = steps.findLast((step) => step.event.payload.kind === 'reportedMonth')
  const first = lastReport ?? steps[0]
  assert(first, 'a ledger has its boarding step')
  const grace = contract.lateCharge?.graceDays ?? 0
  const dueFrom = addDays(first.event.effectiveDate, -grace)
  return numberDueOnOrAfter(contract, dueFrom) ?? contract.payments + 1
}

/** Whether the installment was still unpaid at the end of the last grace day. */
export function isUnpaidAt(
  ledger: LoanLedger,
  at: { installment: number; effectiveDate: CivilDate },
): boolean {
  const lastGraceDay = addDays(at.effectiveDate, -1)
  const { after } = stepOn(ledger, lastGraceDay)
  if (after.chargedOff !== null) return false
  return installmentsPaid(after) < at.installment && !isPaidInFull(after, lastGraceDay)
}
