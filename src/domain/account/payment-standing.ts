// What became of a payment, in one word, as it stands on a day. Never "final": a bank can return
// what has cleared for 60 days more (DOMAIN.md 10.6).
// Example: counted December 4, cleared December 14: returnable on the 13th, cleared on the 14th.
import type { CivilDate } from '../calendar.ts'

export type PaymentStanding =
  /** May still be changed or canceled. */
  | 'scheduled'
  /** Its file has gone to the bank, and its money does not count yet. */
  | 'onItsWay'
  /** It counts, and the bank can still return it for lack of funds. */
  | 'returnable'
  | 'cleared'
  /** The bank sent it back, and the same debit is entered once more. */
  | 'retrying'
  | 'returned'
  /** The lender's bank refused its file: nothing moved, and whether it goes again is not decided. */
  | 'held'
  | 'notSent'
  | 'canceled'

export type PaymentFate = {
  readonly state: 'scheduled' | 'canceled' | 'sent' | 'held' | 'notSent' | 'returned'
  /** The code of its last return, or why it was not sent. */
  readonly stateReason: string | null
  /** The event by which it counts; null while it does not. */
  readonly postedEventId: string | null
  /** How often it went to the bank. */
  readonly attempts: number
  readonly cleared: CivilDate
}

export function paymentStanding(payment: PaymentFate, today: CivilDate): PaymentStanding {
  if (payment.state !== 'sent') return payment.state
  if (payment.postedEventId !== null) return today < payment.cleared ? 'returnable' : 'cleared'
  return payment.attempts > 1 || payment.stateReason !== null ? 'retrying' : 'onItsWay'
}

/**
 * Whether its money may still come: set, or with the bank and not yet counted, or about to go there
 * again; of one that a saved card is charged for, while its bank has not answered.
 */
export function isToCome(
  payment: Pick<PaymentFate, 'postedEventId' | 'stateReason'> & {
    readonly state: PaymentFate['state'] | 'charged'
  },
): boolean {
  const { state, postedEventId } = payment
  if (state === 'charged') return postedEventId === null && payment.stateReason === null
  return state === 'scheduled' || state === 'held' || (state === 'sent' && postedEventId === null)
}
