// A filed month as the events it stands for, so that the ledger computes what the servicer
// reported. A filing has one total and one paid-through date a month: with one payment that is the
// payment and its day; of several payments the days are not known.
// Example: 350.00 paid, interest paid through 2017-01-09: a payment of 350.00 effective 2017-01-09.
import type { EventPayload } from '#src/domain/account/event.ts'
import type { Fact } from '#src/domain/account/extend.ts'
import { addDays, type CivilDate, later } from '#src/domain/calendar.ts'
import { type Cents, cents, plus, ZERO_CENTS } from '#src/domain/money.ts'
import { interestDue, type LoanPosition } from '#src/domain/rules/position.ts'
import type { LoanMonth } from './loan-month.ts'

/**
 * How the day of the month's payment is known: `filed` as the paid-through date; or `inferred`,
 * where a filing has none, as in the month that closes a loan: the day whose interest is nearest to
 * what was reported.
 */
export type Dating = 'filed' | 'inferred' | 'noPayment'

/** Why a month cannot be computed: its money is taken as it was reported. */
export type Underivable =
  /** Money was taken back: a part or the total is below zero. */
  | 'moneyTakenBack'
  /** The total is not interest, principal and other together, or the balances do not follow. */
  | 'partsDoNotAddUp'
  /** Money came and the paid-through date did not move, or moved beyond the month. */
  | 'dayUnknown'

export type MonthEvents =
  | {
      readonly kind: 'events'
      readonly dating: Dating
      readonly paidOn: CivilDate | null
      readonly facts: readonly Fact[]
    }
  | { readonly kind: 'underivable'; readonly reason: Underivable }

/** Where the account stood before the month, and the last paid-through date that was filed. */
export type Standing = { readonly position: LoanPosition; readonly paidThrough: CivilDate }

/** `paidOn` puts the payment on another day than the filed one; it changes nothing else. */
export function eventsOfMonth(
  standing: Standing,
  month: LoanMonth,
  paidOn: CivilDate | null = null,
): MonthEvents {
  if (month.begin === 0)
    return { kind: 'events', dating: 'noPayment', paidOn: null, facts: factsAfterClosing(month) }
  const problem = inconsistency(month)
  if (problem) return { kind: 'underivable', reason: problem }
  const dated = dayOfPayment(standing, month)
  if (dated === null) return { kind: 'underivable', reason: 'dayUnknown' }
  const on = dated.dating === 'noPayment' ? null : (paidOn ?? dated.on)
  const facts = [
    ...rateFacts(standing.position, month),
    ...(on === null ? [] : paymentFacts({ paid: month.paid, other: month.other }, on)),
    ...adjustmentFacts(month),
    ...extensionFacts(month),
    ...lossFacts(standing.position, month),
  ]
  return { kind: 'events', dating: dated.dating, paidOn: on, facts }
}

/** What came in after the balance was zero: recoveries, the sale of the vehicle, late fees. */
function factsAfterClosing(month: LoanMonth): Fact[] {
  const on = month.periodEnd
  const paid = month.paid > 0 ? paymentFacts({ paid: month.paid, other: month.other }, on) : []
  return [...paid, ...recoveryFacts(month)]
}

function inconsistency(month: LoanMonth): Underivable | null {
  const { paid, interest, principal, other } = month
  if (Math.min(paid, interest, principal, other) < 0) return 'moneyTakenBack'
  if (paid !== plus(interest, principal, other)) return 'partsDoNotAddUp'
  const { begin, end, chargedOff, adjustment } = month
  return end === begin - principal - chargedOff - adjustment ? null : 'partsDoNotAddUp'
}

function dayOfPayment(
  { position, paidThrough }: Standing,
  month: LoanMonth,
): { dating: Dating; on: CivilDate } | null {
  const filed = month.interestPaidThrough
  if (month.paid === 0) return { dating: 'noPayment', on: month.periodEnd }
  if (filed === null) return { dating: 'inferred', on: nearestDay(position, month) }
  return filed > paidThrough && filed <= month.periodEnd ? { dating: 'filed', on: filed } : null
}

/** By the law of the position itself: no second way to count interest. */
function nearestDay(position: LoanPosition, month: LoanMonth): CivilDate {
  let best = month.periodEnd
  let leastApart = Number.POSITIVE_INFINITY
  const first = later(month.periodBegin, position.accruedThrough)
  for (let day = first; day <= month.periodEnd; day = addDays(day, 1)) {
    const apart = Math.abs(interestDue(position, day) - month.interest)
    if (apart < leastApart) [best, leastApart] = [day, apart]
  }
  return best
}

/** The filing says in which month a rate begins, not on which day. */
function rateFacts(position: LoanPosition, { rate, periodBegin }: LoanMonth): Fact[] {
  if (rate === null || rate === position.rate) return []
  return [{ effectiveDate: periodBegin, payload: { kind: 'rate', rate } }]
}

/** What went to neither interest nor principal was owed as a fee, and was paid as one. */
function paymentFacts({ paid, other }: { paid: Cents; other: Cents }, on: CivilDate): Fact[] {
  const fees: Fact[] =
    other > 0
      ? [{ effectiveDate: on, payload: { kind: 'fee', amount: other, name: FEE, citation: ITEM } }]
      : []
  return [...fees, { effectiveDate: on, payload: payment(paid, other) }]
}

const FEE = 'Other amounts collected'
const ITEM = '17 CFR 229.1125 Sch. AL Item 3(f)(21)'

function payment(amount: Cents, toCharges: Cents): EventPayload {
  return {
    kind: 'payment',
    amount,
    toCharges,
    extra: 'principal',
    extraAmount: null,
    paymentId: null,
    channel: 'file',
  }
}

function adjustmentFacts({ adjustment, periodEnd }: LoanMonth): Fact[] {
  if (adjustment === 0) return []
  const amount = cents(-adjustment)
  const reason = 'Other principal adjustment'
  return [
    {
      effectiveDate: periodEnd,
      payload: { kind: 'adjustment', bucket: 'principal', amount, reason },
    },
  ]
}

function extensionFacts({ extendedMonths: months, periodEnd }: LoanMonth): Fact[] {
  if (months <= 0) return []
  const reason = 'Extension as filed'
  return [{ effectiveDate: periodEnd, payload: { kind: 'extension', months, reason } }]
}

/**
 * A charge-off of no more than the contract's small remainder, beside a payment, is what that
 * payment left: the ledger forgives it by itself.
 */
function lossFacts({ contract }: LoanPosition, month: LoanMonth): Fact[] {
  const { chargedOff, end, paid, periodEnd } = month
  if (chargedOff === 0) return []
  if (end === 0 && paid > 0 && chargedOff <= contract.smallRemainder) return []
  if (end === 0 && chargedOff > 0)
    return [
      { effectiveDate: periodEnd, payload: { kind: 'chargeOff', reason: 'Charged off as filed' } },
      ...recoveryFacts(month),
    ]
  const amount = cents(-chargedOff)
  const reason = 'Charged off in part'
  return [
    {
      effectiveDate: periodEnd,
      payload: { kind: 'adjustment', bucket: 'principal', amount, reason },
    },
  ]
}

/** Expenses without proceeds are the servicer's: no filing says that they were asked for. */
function recoveryFacts({ recovered, proceeds, periodEnd }: LoanMonth): Fact[] {
  const facts: Fact[] = []
  if (recovered > 0)
    facts.push({ effectiveDate: periodEnd, payload: payment(recovered, ZERO_CENTS) })
  if (proceeds > 0)
    facts.push({
      effectiveDate: periodEnd,
      payload: {
        kind: 'proceeds',
        amount: proceeds,
        expenses: ZERO_CENTS,
        source: 'repossessionSale',
      },
    })
  return facts
}
