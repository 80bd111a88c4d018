// What an obligor allows us to take again and again: how much, on which days, from when until when.
import { assert } from '../assert.ts'
import { type CivilDate, daysBetween, parseDate } from '../calendar.ts'
import { type Cents, larger, plus } from '../money.ts'
import type { Refusal } from '../refusal.ts'
import { type AutopayDay, debitDays } from './debit-days.ts'
import {
  countOf,
  dueOf,
  type Installments,
  isLease,
  isMonthly,
  paymentOf,
} from './installments-of.ts'

export type AutopayAmount =
  | { readonly kind: 'installment' }
  /** `extra` lowers principal, once for each installment. */
  | { readonly kind: 'plusExtra'; readonly extra: Cents }
  /** Never less than the installment; what is above it lowers principal. */
  | { readonly kind: 'fixed'; readonly amount: Cents }

export type AutopayTerms = {
  readonly amount: AutopayAmount
  readonly day: AutopayDay
  /** Whether late charges and fees that are owed are taken with an installment. */
  readonly charges: 'notTaken' | 'taken'
  readonly begins: CivilDate
  /** The last day on which something may be taken; null: until all is paid. */
  readonly ends: CivilDate | null
}

/** What the lender allows. */
export type AutopayLimits = {
  /** The day of a debit lies at most so many days before the due date. */
  readonly earliestDaysBefore: number
}

/** Why a contract cannot be paid by these terms; null when it can. */
export function termsRefusal(
  terms: AutopayTerms,
  contract: Installments,
  limits: AutopayLimits,
): Refusal | null {
  const { amount, day, begins, ends } = terms
  // More would prepay the next payment, and the debit after it would be so much less.
  if (isLease(contract) && amount.kind !== 'installment') return { code: 'autopayOnlyInstallment' }
  const payment = paymentOf(contract)
  if (amount.kind === 'fixed' && amount.amount < payment)
    return { code: 'autopayBelowInstallment', installment: payment }
  if (amount.kind === 'plusExtra' && amount.extra <= 0) return { code: 'autopayExtraMissing' }
  if (isSplit(day) && amount.kind === 'fixed') return { code: 'autopayFixedNotSplit' }
  if (ends !== null && ends < begins) return { code: 'autopayEndsBeforeItBegins' }
  if (day.kind === 'dueDate') return null
  if (day.kind !== 'daysBefore' && !isMonthly(contract))
    return { code: 'autopayDayNotPossible', earliest: limits.earliestDaysBefore }
  return isWithin(day, contract, limits)
    ? null
    : { code: 'autopayDayNotPossible', earliest: limits.earliestDaysBefore }
}

/** Terms as a row holds them. Throws where they are none: only what was checked is written. */
export function readTerms(value: unknown): AutopayTerms {
  const terms = value as AutopayTerms
  const isWhole = AMOUNTS.has(terms?.amount?.kind) && DAYS.has(terms?.day?.kind)
  assert(isWhole && parseDate(terms.begins), 'a row holds the terms of an autopay')
  return terms
}

const AMOUNTS: ReadonlySet<string> = new Set(['installment', 'plusExtra', 'fixed'])
const DAYS: ReadonlySet<string> = new Set([
  'dueDate',
  'daysBefore',
  'dayOfMonth',
  'twiceAMonth',
  'everyTwoWeeks',
])

/** Whether the installment is divided over paydays. */
export function isSplit(day: AutopayDay): boolean {
  return day.kind === 'twiceAMonth' || day.kind === 'everyTwoWeeks'
}

/** The most that is taken for an installment without a notice of its own. */
export function usualAmount(terms: AutopayTerms, contract: Installments): Cents {
  const payment = paymentOf(contract)
  switch (terms.amount.kind) {
    case 'installment':
      return payment
    case 'plusExtra':
      return plus(payment, terms.amount.extra)
    case 'fixed':
      return larger(payment, terms.amount.amount)
  }
}

function isWithin(day: AutopayDay, contract: Installments, limits: AutopayLimits): boolean {
  switch (day.kind) {
    case 'daysBefore':
      return isWhole(day.days, { from: 1, through: limits.earliestDaysBefore })
    case 'dayOfMonth':
      return isWhole(day.day, MONTH) && isNear(day, contract, limits)
    case 'twiceAMonth':
      return day.days.every((each) => isWhole(each, MONTH)) && day.days[0] < day.days[1]
    default:
      return true
  }
}

const MONTH = { from: 1, through: 31 }

/** Looked at through a year: months differ in length. */
function isNear(day: AutopayDay, contract: Installments, limits: AutopayLimits): boolean {
  return Array.from({ length: Math.min(12, countOf(contract)) }, (_, index) => index + 1).every(
    (number) =>
      debitDays(day, contract, number).every(
        (on) => daysBetween(on, dueOf(contract, number)) <= limits.earliestDaysBefore,
      ),
  )
}

function isWhole(value: number, range: { from: number; through: number }): boolean {
  return Number.isInteger(value) && value >= range.from && value <= range.through
}
