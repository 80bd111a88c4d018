// What one debit of a loan finds unpaid: what is still missing of its installment, never more than
// what closes the account on its day.
import type { LoanLedger } from '../account/ledger.ts'
import { quoteOn } from '../account/quote.ts'
import { positionOn } from '../account/replay.ts'
import type { CivilDate } from '../calendar.ts'
import { type Cents, cents, larger, minus, plus, smaller, sum, ZERO_CENTS } from '../money.ts'
import { isRepaid } from '../rules/position.ts'
import type { AutopayTerms } from './autopay-terms.ts'
import type { Occurrence } from './debit-days.ts'
import { type PlannedPayment, withPlanned } from './planned-ledger.ts'

/** Whether a payment of a part makes the debit smaller; one of the whole always stops it. */
export type PartialPayments = 'reduce' | 'keep'

export type DebitOrder = {
  readonly terms: AutopayTerms
  /** Set or on their way, without the debit itself. */
  readonly planned: readonly PlannedPayment[]
  readonly partialPayments: PartialPayments
}

export type Owed = {
  /** Missing of the installment alone. */
  readonly base: Cents
  /** The same if nothing had come in for it and nothing were set. */
  readonly whole: Cents
  /** What closes the account on the debit's day, payments set until the due date taken off. */
  readonly closing: Cents
  /** Late charges and fees that will be owed on the day. */
  readonly charges: Cents
  readonly pastDue: Cents
  readonly isSet: 'paid' | 'set'
  /** How the debit is called that leaves nothing. */
  readonly closes: 'closes' | 'lastPayment'
}

/** Null once nothing is owed that an installment could pay. */
export function loanOwedOf(ledger: LoanLedger, at: Occurrence, order: DebitOrder): Owed | null {
  const { planned } = order
  const position = positionOn(withPlanned(ledger, planned, at.due), at.due)
  const { contract, counted, chargedOff } = position
  if (chargedOff !== null || contract.payment === 0) return null
  const { payment, payments } = contract
  const { closing, charges } = closingOf(ledger, at, order)
  const pastDue = larger(ZERO_CENTS, cents(payment * (at.installment - 1) - counted))
  const whole = smaller(payment, larger(ZERO_CENTS, minus(closing, pastDue)))
  const common = { closing, charges, pastDue, whole, closes: 'closes' } as const
  if (isRepaid(position, at.due) || closing <= 0) {
    if (planned.length === 0 || isRepaid(positionOn(ledger, at.on), at.on)) return null
    return { ...common, base: ZERO_CENTS, isSet: 'set' }
  }
  const missing =
    at.installment === payments
      ? larger(ZERO_CENTS, minus(closing, pastDue))
      : smaller(payment, larger(ZERO_CENTS, cents(payment * at.installment - counted)))
  const reduced = larger(ZERO_CENTS, smaller(missing, minus(closing, pastDue)))
  const base = reduced > 0 && isKept(at, order, payments) ? whole : reduced
  const alone = positionOn(ledger, at.on).counted
  const isSet = alone >= payment * at.installment ? 'paid' : 'set'
  return { ...common, base, isSet }
}

/** Parts of an installment are debits of ours, and always taken off. */
export function isKept(at: Occurrence, order: DebitOrder, payments: number): boolean {
  return order.partialPayments === 'keep' && at.parts === 1 && at.installment < payments
}

/** What closes the account on the debit's day, and the charges in it that the terms leave out. */
function closingOf(ledger: LoanLedger, at: Occurrence, { terms, planned }: DebitOrder) {
  const before = withPlanned(ledger, planned, at.on)
  const quote = quoteOn(before, at.on)
  const charges = plus(quote.lateCharges, quote.fees, quote.lateChargesToCome)
  const isApart = charges > 0 && terms.charges === 'notTaken'
  const toClose = isApart ? plus(quote.principal, quote.interest) : quote.total
  return { closing: larger(ZERO_CENTS, minus(toClose, comingBetween(planned, at))), charges }
}

function comingBetween(planned: readonly PlannedPayment[], at: { on: CivilDate; due: CivilDate }) {
  const later = planned.filter(({ effective }) => effective > at.on && effective <= at.due)
  return sum(later.map(({ terms }) => terms.amount))
}
