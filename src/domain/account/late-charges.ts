// Late charges follow the facts: which ones the account owes by a day, and which were assessed but
// no longer hold, for instance after a payment that arrived in time is posted late (complaint 7 of
// the trade: fees on misapplied money).
import { assert } from '../assert.ts'
import { addDays, type CivilDate, date } from '../calendar.ts'
import type { LoanContract } from '../contract/loan.ts'
import { keptList } from '../kept-list.ts'
import type { Cents } from '../money.ts'
import { type Receipt, receivedCurrentFirst } from '../rules/current-first.ts'
import {
  installmentsPaid,
  lastDueBy,
  numberDueOnOrAfter,
  unpaidInstallment,
} from '../rules/installments.ts'
import { lateChargeAmount, lateChargeDate } from '../rules/late-charge.ts'
import { contractVersions } from './contract-versions.ts'
import type { AccountEvent } from './event.ts'
import type { LoanLedger, Step } from './ledger.ts'

export type LateChargeDue = {
  readonly installment: number
  readonly effectiveDate: CivilDate
  readonly amount: Cents
  readonly citation: string
}

/** Late charges with an effective date up to `through` that are owed and not yet assessed. */
export function lateChargesToAssess(ledger: LoanLedger, through: CivilDate): LateChargeDue[] {
  const assessed = new Set(assessedCharges(ledger).map(({ key }) => key))
  const due: LateChargeDue[] = []
  for (const charge of owedCharges(ledger)) {
    if (charge.effectiveDate > through) break
    if (!assessed.has(keyOf(charge))) due.push(charge)
  }
  return due
}

/**
 * Assessed late charges that the facts do not bear out: paid in time after all, or another day's.
 */
export function lateChargesToReverse(ledger: LoanLedger): AccountEvent[] {
  const assessed = assessedCharges(ledger)
  const last = assessed.at(-1)?.event.effectiveDate
  if (last === undefined) return []
  const owed = new Set<string>()
  for (const charge of owedCharges(ledger)) {
    if (charge.effectiveDate > last) break
    owed.add(keyOf(charge))
  }
  // Twice the same: the second one goes.
  return assessed.filter(({ key }) => !owed.delete(key)).map(({ event }) => event)
}

/** The effective date of the next late charge, if nothing is paid until then. */
export function nextLateCharge(ledger: LoanLedger): CivilDate | null {
  const assessed = new Set(assessedCharges(ledger).map(({ key }) => key))
  for (const charge of owedCharges(ledger))
    if (!assessed.has(keyOf(charge))) return charge.effectiveDate
  return null
}

function assessedCharges({ steps }: LoanLedger): { event: AccountEvent; key: string }[] {
  const assessed: { event: AccountEvent; key: string }[] = []
  for (const { event } of steps) {
    const { payload, effectiveDate } = event
    if (payload.kind === 'lateCharge')
      assessed.push({ event, key: keyOf({ ...payload, effectiveDate }) })
  }
  return assessed
}

function keyOf(of: Pick<LateChargeDue, 'installment' | 'effectiveDate' | 'amount'>): string {
  return `${of.installment} ${of.effectiveDate} ${of.amount}`
}

/**
 * What the account owes by its facts, oldest first; at most one for each installment. Kept while
 * nobody asks about other facts: a close asks four times.
 */
const owedCharges = keptList(findCharges, differOnlyInCharges)

/**
 * Whether `asked` is `kept`, or that with late charges added behind it, which change nothing of what
 * is looked at here: neither the contract nor what money counted toward installments, nor interest.
 */
function differOnlyInCharges(kept: LoanLedger, asked: LoanLedger): boolean {
  if (kept === asked) return true
  const count = kept.steps.length
  // A step is made once and handed on from ledger to ledger, so all before it are the same too.
  return (
    asked.steps[count - 1] === kept.steps[count - 1] &&
    asked.steps.every(({ event }, at) => at < count || event.payload.kind === 'lateCharge')
  )
}

function* findCharges(ledger: LoanLedger): Generator<LateChargeDue> {
  const rule = ledger.contract.lateCharge
  if (!rule || rule.citation === '' || lateChargeAmount(ledger.contract) === 0) return
  const charged = new Set<number>()
  const walk: Walk = { at: -1, receipts: [] }
  for (const { installment, effectiveDate } of chargeDates(ledger)) {
    if (charged.has(installment)) continue
    const amount = chargeAt(ledger, { installment, effectiveDate }, walk)
    if (amount === null) continue
    charged.add(installment)
    yield { installment, effectiveDate, amount, citation: rule.citation }
  }
}

/**
 * The days after grace that fall on our books, oldest first. An extension changes the days that lie
 * after it and no others.
 */
function* chargeDates(
  ledger: LoanLedger,
): Generator<{ installment: number; effectiveDate: CivilDate }> {
  for (const version of contractVersions(ledger)) {
    const { contract, from, until } = version
    const first = firstChargeable(ledger, contract)
    for (let installment = first; installment <= contract.payments; installment += 1) {
      const effectiveDate = lateChargeDate(contract, installment)
      if (effectiveDate === null || effectiveDate > LAST_DAY) break
      if (until !== null && effectiveDate > until) break
      if (from === null || effectiveDate > from) yield { installment, effectiveDate }
    }
  }
}

const LAST_DAY = date('2199-12-31')

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

/** Where one pass over the charges stands: the steps by a day, and what money they brought. */
type Walk = { at: number; receipts: Receipt[] }

/**
 * On to the last step effective by `on`; the days of a pass rise, as those of the steps. Money
 * counts toward installments; what was taken over counts oldest first.
 */
function stepAt({ steps }: LoanLedger, on: CivilDate, walk: Walk): Step {
  for (let next = steps[walk.at + 1]; next && next.event.effectiveDate <= on; ) {
    if (isTakenOver(next)) walk.receipts = [{ current: 0, amount: next.after.counted }]
    else if (next.after.counted > next.before.counted) walk.receipts.push(receiptOf(next))
    walk.at += 1
    next = steps[walk.at + 1]
  }
  const step = steps[walk.at] ?? steps[0]
  assert(step, 'a ledger has its boarding step')
  return step
}

/**
 * The charge for an installment that was unpaid at the end of its last grace day; null where none
 * is owed: paid in time, or with less than that the whole loan is repaid.
 */
function chargeAt(
  ledger: LoanLedger,
  at: { installment: number; effectiveDate: CivilDate },
  walk: Walk,
): Cents | null {
  const { installment } = at
  const { after } = stepAt(ledger, addDays(at.effectiveDate, -1), walk)
  if (after.chargedOff !== null || installmentsPaid(after) >= installment) return null
  const { left, whole } = unpaidInstallment(after, installment)
  if (left === 0) return null
  const { payments: count, payment } = after.contract
  const received = receivedCurrentFirst(walk.receipts, { count, payment })
  return (received[installment - 1] ?? 0) >= whole ? null : lateChargeAmount(after.contract, whole)
}

function isTakenOver({ event }: Step): boolean {
  return event.payload.kind === 'boarded' || event.payload.kind === 'reportedMonth'
}

function receiptOf({ event, before, after }: Step): Receipt {
  const amount = (after.counted - before.counted) as Cents
  return { current: lastDueBy(before.contract, event.effectiveDate), amount }
}
