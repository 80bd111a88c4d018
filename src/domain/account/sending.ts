// Whether a payment may still go to the bank when the cutoff of its file comes: what was right when
// it was set need not be right any more.
// Example: 500.00 set for an account on which 312.40 are still owed is not sent.
import type { Cents } from '../money.ts'

/** Each has its sentence in `words`. */
export type NotSentReason =
  | 'accountClosed'
  | 'historyEnds'
  | 'bankAccountRemoved'
  | 'bankAccountStopped'
  | 'bankAccountNotVerified'
  | 'bankDataUnusable'
  | 'cardRemoved'
  | 'cardStopped'
  | 'cardExpired'
  | 'amountAboveOwed'
  /** Our own bank refused its file, and it was decided not to send it again. */
  | 'fileRefused'

/** The bank account that a debit is taken from, as it is at the cutoff. */
export type DebitSource = {
  readonly state: 'unverified' | 'checking' | 'verified' | 'failed' | 'stopped'
  readonly isRemoved: boolean
}

/** Why nothing may be taken from a bank account; null when it may. */
export function sourceProblem(source: DebitSource): NotSentReason | null {
  if (source.isRemoved) return 'bankAccountRemoved'
  if (source.state === 'stopped') return 'bankAccountStopped'
  return source.state === 'verified' ? null : 'bankAccountNotVerified'
}

/**
 * Why a payment cannot be sent; null when it can. `onItsWay` is what was sent before it and does
 * not count yet: no more is ever taken than the account owes.
 */
export function notSentReason(of: {
  readonly status: 'open' | 'closed'
  /** Known from public filings only: nobody collects on it. */
  readonly isFiled: boolean
  readonly source: DebitSource
  readonly amount: Cents
  readonly onItsWay: number
  /** What closes a loan on the day it counts, or all that is left to pay of a lease. */
  readonly owed: Cents
}): NotSentReason | null {
  if (of.status === 'closed') return 'accountClosed'
  if (of.isFiled) return 'historyEnds'
  const isAbove = of.amount + of.onItsWay > of.owed
  return sourceProblem(of.source) ?? (isAbove ? 'amountAboveOwed' : null)
}
