// The lender's rules by day and by name, as its file has them.
import type { NoticeRules } from '#src/domain/account/next-review.ts'
import { assert } from '#src/domain/assert.ts'
import { type CivilDate, date, momentInZone } from '#src/domain/calendar.ts'
import {
  type ContractRules,
  FILED_RULES,
  STANDARD_RULES,
} from '#src/domain/contract/contract-rules.ts'
import { type Cents, cents, parsePercent, type RatePpb } from '#src/domain/money.ts'
import type { DeskLimits } from '#src/domain/orders/desk-limits.ts'
import type { ReturnChoices } from '#src/domain/rules/ach-return-plan.ts'
import type { PaymentCalendar } from '#src/domain/rules/payment-dates.ts'
import type { PaymentFees } from '#src/domain/rules/payment-fee.ts'
import type { LenderFile, ServicingRules } from '../lender-file.ts'

/** The version in force on a day: the last to take effect. */
export function servicingRules(lender: LenderFile, on: CivilDate): ServicingRules {
  const [inForce] = lender.rules.servicing
    .filter(({ effectiveFrom }) => effectiveFrom <= on)
    .sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? 1 : -1))
  assert(inForce, `the lender's file has servicing rules for ${on}`)
  return inForce
}

export function calendarOn(lender: LenderFile, on: CivilDate): PaymentCalendar {
  const { cutoff, clearingBankingDays } = servicingRules(lender, on)
  return { cutoff, zone: lender.timeZone, clearingBankingDays }
}

/** The instant until which money can count on a day. */
export function cutoffOn(lender: LenderFile, day: CivilDate): string {
  return momentInZone(day, {
    time: servicingRules(lender, day).cutoff,
    zone: lender.timeZone,
  })
}

/** When customers are told of what the calendar brings. */
export function noticeRulesOn(lender: LenderFile, on: CivilDate): NoticeRules {
  return servicingRules(lender, on).notices ?? { billDaysAhead: 10, pastDueDaysAfter: 1 }
}

/** Days from the end of a statement's period to the day on which payments are due. */
export function statementDaysAhead(lender: LenderFile, on: CivilDate): number {
  return servicingRules(lender, on).notices?.statementDaysAhead ?? 15
}

/** What one person at the desk may do alone, and how far back. */
export function deskLimitsOn(lender: LenderFile, on: CivilDate): DeskLimits {
  const limits = servicingRules(lender, on).deskLimits
  if (limits === undefined) return TWO_PERSONS
  const { aloneOnAccount, aloneInDay, backDatedDays, requestDays } = limits
  return {
    aloneOnAccount: cents(aloneOnAccount),
    aloneInDay: cents(aloneInDay),
    ...{ backDatedDays, requestDays },
  }
}

const TWO_PERSONS: DeskLimits = {
  ...{ aloneOnAccount: cents(0), aloneInDay: cents(0), backDatedDays: 30, requestDays: 5 },
}

/** What is done about returned payments on a day. */
export function returnChoicesOn(
  lender: LenderFile,
  on: CivilDate,
): ReturnChoices & { readonly fee: { readonly amount: Cents; readonly citation: string } | null } {
  const { returns } = servicingRules(lender, on)
  if (returns === undefined) return { retries: 2, retryAfterDays: 0, retryOnDays: [], fee: null }
  const { fee, ...choices } = returns
  return { ...choices, fee: fee && { ...fee, amount: cents(fee.amount) } }
}

/** What paying costs on a day, by the way of paying; for `paymentFee`. */
export function paymentFeesOn(lender: LenderFile, on: CivilDate): PaymentFees {
  const { ach, card } = servicingRules(lender, on).paymentFees ?? {}
  return {
    ...(ach && { ach: { ...ach, amount: cents(ach.amount) } }),
    ...(card && { card: { ...card, amount: cents(card.amount) } }),
  }
}

/** What an offer to put off payments may say on a day. */
export function defermentRulesOn(
  lender: LenderFile,
  on: CivilDate,
): { readonly mostMonths: number; readonly validDays: number; readonly fee: DefermentFee | null } {
  const rules = servicingRules(lender, on).deferment
  if (rules === undefined) return { mostMonths: 6, validDays: 10, fee: null }
  return { ...rules, fee: rules.fee && { ...rules.fee, amount: cents(rules.fee.amount) } }
}

type DefermentFee = { readonly amount: Cents; readonly citation: string }

/** Every version a contract may name: the lender's own and the two that need no lender. */
export function contractRules(lender: LenderFile): ContractRules[] {
  return [STANDARD_RULES, FILED_RULES, ...lender.rules.contract.map(toRules)]
}

function toRules(version: LenderFile['rules']['contract'][number]): ContractRules {
  const { lateCharge, ...rules } = version
  return {
    ...rules,
    effectiveFrom: date(version.effectiveFrom),
    smallRemainder: cents(version.smallRemainder),
    lateCharge: lateCharge && {
      graceDays: lateCharge.graceDays,
      percentPpb: parsePercent(lateCharge.percent) as RatePpb,
      minimum: cents(lateCharge.minimum),
      maximum: lateCharge.maximum === null ? null : cents(lateCharge.maximum),
      citation: lateCharge.citation,
    },
  }
}
