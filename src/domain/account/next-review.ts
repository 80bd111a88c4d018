// What the calendar alone brings to an account, if nothing is recorded until then: the next day on
// whose close it has something to settle, and what its owners are told.
// Example: installment 28 due 2026-12-05 and unpaid, 10 days of grace: the close of 2026-12-15
// finds the charge of 2026-12-16. Ten days ahead it is announced on 2026-11-25; it is past due on
// 2026-12-06.
import { addDays, type CivilDate } from '../calendar.ts'
import { dueDate } from '../contract/schedule.ts'
import { type Cents, plus } from '../money.ts'
import { amountDue, daysPastDue, numberDueOnOrAfter } from '../rules/installments.ts'
import { leaseAmountDue, leaseDaysPastDue } from '../rules/lease-position.ts'
import { nextLateCharge } from './late-charges.ts'
import { nextLeaseCharge } from './lease-late-charges.ts'
import type { AccountLedger } from './ledger.ts'

/**
 * Exact: the close of every earlier day would settle nothing, that of this day does. Null when
 * nothing can come by itself.
 */
export function nextReview(ledger: AccountLedger): CivilDate | null {
  const chargedOn = ledger.product === 'loan' ? nextLateCharge(ledger) : nextLeaseCharge(ledger)
  return chargedOn === null ? null : addDays(chargedOn, -1)
}

export type NoticeRules = {
  readonly billDaysAhead: number
  /** 1: on the day after the due date. */
  readonly pastDueDaysAfter: number
}

export type AccountNotice = {
  readonly kind: 'paymentDue' | 'paymentPastDue'
  readonly due: CivilDate
  /** Of that installment, as it stands; for what is past due, all that is. */
  readonly amount: Cents
  /** What has to come in until the due date for nothing to be past due after it. */
  readonly owed: Cents
}

/**
 * What is to be told on a day, by the facts before it. An account that was past due before is not
 * told again by the next installment that it misses.
 */
export function noticesOn(
  ledger: AccountLedger,
  on: CivilDate,
  rules: NoticeRules,
): AccountNotice[] {
  const notices: AccountNotice[] = []
  const due = addDays(on, rules.billDaysAhead)
  const { current, pastDue } = dueOn(ledger, due)
  if (current?.due === due && current.amount > 0) {
    const { amount } = current
    notices.push({ kind: 'paymentDue', due, amount, owed: plus(pastDue, amount) })
  }
  if (lateOn(ledger, on) === rules.pastDueDaysAfter) {
    const { pastDue: owed } = dueOn(ledger, on)
    const missed = addDays(on, -rules.pastDueDaysAfter)
    notices.push({ kind: 'paymentPastDue', due: missed, amount: owed, owed })
  }
  return notices
}

/** The first day after `after` on which there could be something to tell, whatever is paid. */
export function nextNoticeDay(
  ledger: AccountLedger,
  after: CivilDate,
  rules: NoticeRules,
): CivilDate | null {
  let next: CivilDate | null = null
  for (const due of dueDatesFrom(ledger, addDays(after, 1 - rules.pastDueDaysAfter))) {
    const announced = addDays(due, -rules.billDaysAhead)
    const missed = addDays(due, rules.pastDueDaysAfter)
    for (const day of [announced, missed])
      if (day > after && (next === null || day < next)) next = day
    // Every later one is announced later than this one.
    if (announced > after) break
  }
  return next
}

function dueOn(ledger: AccountLedger, on: CivilDate) {
  return ledger.product === 'loan'
    ? amountDue(ledger.position, on)
    : leaseAmountDue(ledger.position, on)
}

function lateOn(ledger: AccountLedger, on: CivilDate): number {
  return ledger.product === 'loan'
    ? daysPastDue(ledger.position, on)
    : leaseDaysPastDue(ledger.position, on)
}

function* dueDatesFrom(ledger: AccountLedger, from: CivilDate): Generator<CivilDate> {
  if (ledger.product === 'lease') {
    for (const { due } of ledger.position.schedule.installments) if (due >= from) yield due
    return
  }
  const { contract } = ledger.position
  const first = numberDueOnOrAfter(contract, from)
  if (first === null) return
  for (let number = first; number <= contract.payments; number += 1) yield dueDate(contract, number)
}
