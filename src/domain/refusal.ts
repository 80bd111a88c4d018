// The closed list of what a customer can be told no about. `words` has one sentence for each that
// says what to do.
import type { CivilDate } from './calendar.ts'
import type { Cents } from './money.ts'

export type Refusal =
  | { readonly code: 'accountNotFound' }
  | { readonly code: 'accountClosed' }
  /** A loan known from public filings: nothing is known after their last month. */
  | { readonly code: 'historyEnds'; readonly on: CivilDate }
  | { readonly code: 'quoteDateOutOfRange'; readonly first: CivilDate; readonly last: CivilDate }
  | { readonly code: 'quoteNotFound' }
  | { readonly code: 'documentNotFound' }
  /** Ended, expired, locked, or never there. */
  | { readonly code: 'payoffLinkOver' }
  | { readonly code: 'payoffLinkCodeWrong'; readonly left: number }
  | { readonly code: 'payoffLinksFull'; readonly most: number }
  | { readonly code: 'quoteSuperseded'; readonly newTotal: Cents }
  | { readonly code: 'quoteExpired'; readonly goodThrough: CivilDate }
  | { readonly code: 'paymentDateOutOfRange'; readonly first: CivilDate; readonly last: CivilDate }
  | { readonly code: 'amountTooSmall'; readonly minimum: Cents }
  | { readonly code: 'amountAbovePayoff'; readonly payoff: Cents }
  /** All payments of the lease and its charges come to less. */
  | { readonly code: 'amountAboveLease'; readonly left: Cents }
  /** Principal, payoff, extra: a lease has none. */
  | { readonly code: 'choiceNotOfLease' }
  /** Every payment of the lease is made, and nothing else is owed. */
  | { readonly code: 'nothingLeft' }
  | { readonly code: 'amountChanged'; readonly now: Cents }
  | { readonly code: 'nothingDue' }
  /** Money for principal alone would leave it late: what is past due comes first. */
  | { readonly code: 'principalWhilePastDue'; readonly pastDue: Cents }
  | {
      readonly code: 'unusualAmount'
      readonly amount: Cents
      readonly usual: Cents
      readonly how: Strangeness
    }
  | { readonly code: 'fundingAccountNotFound' }
  | { readonly code: 'routingNumberWrong' }
  | { readonly code: 'accountNumberWrong' }
  /** It is being verified: the first day whose file may hold a debit of it. */
  | { readonly code: 'bankAccountNotYet'; readonly firstUse: CivilDate }
  | { readonly code: 'bankAccountNotVerified' }
  | { readonly code: 'bankAccountStopped' }
  /** The number, whoever's it is, was stopped before. */
  | { readonly code: 'savedCardNotUsable' }
  | { readonly code: 'bankNumberStopped' }
  | { readonly code: 'bankAccountsFull'; readonly most: number }
  | { readonly code: 'bankAccountsToday'; readonly most: number }
  | { readonly code: 'bankAccountInUse' }
  /** A payment from it goes with the next file and can no longer be canceled. */
  | { readonly code: 'bankAccountGoesOut'; readonly confirmation: string }
  | { readonly code: 'bankAccountNotCheckable' }
  | { readonly code: 'depositsNotThere'; readonly by: CivilDate }
  | { readonly code: 'depositsWrong'; readonly left: number }
  | { readonly code: 'depositsSpent' }
  /** Nothing is waiting for amounts: verified, failed or over. */
  | { readonly code: 'depositsOver' }
  | { readonly code: 'authorizationMissing' }
  | {
      readonly code: 'duplicatePayment'
      readonly confirmation: string
      readonly how: Repetition
      /** From where the first one comes. */
      readonly by: 'bank' | 'card'
    }
  | { readonly code: 'paymentNotCancelable' }
  | { readonly code: 'paymentNotChangeable' }
  /** Only the obligor who set a payment cancels it. */
  | { readonly code: 'paymentOfCoBorrower' }
  | { readonly code: 'paymentNotFound' }
  /** The processor of cards does not answer: nothing was taken. */
  | { readonly code: 'cardProcessorDown' }
  | { readonly code: 'autopayNotSet' }
  /** Nobody but the obligor who set it changes or stops it. */
  | { readonly code: 'autopayOfCoBorrower' }
  | { readonly code: 'autopayAlreadySet' }
  /** A flag of the account holds it: a dispute, a bankruptcy, a returned vehicle. */
  | { readonly code: 'autopayHeld' }
  /** No installment is left that it could take. */
  | { readonly code: 'autopayNothingToTake' }
  | { readonly code: 'autopayBelowInstallment'; readonly installment: Cents }
  | { readonly code: 'autopayExtraMissing' }
  /** Of a lease autopay takes the payment of the contract and nothing more. */
  | { readonly code: 'autopayOnlyInstallment' }
  | { readonly code: 'autopayFixedNotSplit' }
  | { readonly code: 'autopayEndsBeforeItBegins' }
  | { readonly code: 'autopayDayNotPossible'; readonly earliest: number }
  | { readonly code: 'formAlreadyUsed' }
  | { readonly code: 'registrationNotMatched' }
  | { readonly code: 'usernameTaken' }
  | { readonly code: 'usernameUnusable' }
  | { readonly code: 'passwordTooShort'; readonly minimum: number }
  | { readonly code: 'passwordTooLong'; readonly maximum: number }
  | { readonly code: 'passwordKnown' }
  | { readonly code: 'passwordHoldsContext' }
  | { readonly code: 'passwordUnchanged' }
  | { readonly code: 'currentPasswordWrong' }
  | { readonly code: 'signInNotMatched' }
  | { readonly code: 'contactNotFound' }
  /** It was changed or removed since the form was opened. */
  | { readonly code: 'contactGone' }
  | { readonly code: 'contactSame' }
  | { readonly code: 'contactsFull'; readonly most: number }
  | { readonly code: 'lastContact' }
  /** Nothing stronger than e-mail would be left to confirm with. */
  | { readonly code: 'lastPhone' }
  | { readonly code: 'contactHeld' }
  | { readonly code: 'codeWrong' }
  | { readonly code: 'codeSpent' }
  | { readonly code: 'authenticatorCodeWrong' }
  | { readonly code: 'authenticatorCodeUsed' }
  | { readonly code: 'authenticatorsFull'; readonly most: number }
  | { readonly code: 'enrollmentOver' }
  | { readonly code: 'lastFactor' }
  | { readonly code: 'backupCodeWrong'; readonly number: number }
  | { readonly code: 'passkeyRefused' }
  /** What it should sign was used, is too old, or was asked for by another page. */
  | { readonly code: 'passkeyTooLate' }
  /** Its counter went back: there are two of it. It is revoked. */
  | { readonly code: 'passkeyCopied' }
  | { readonly code: 'passkeyNotAdded' }
  | { readonly code: 'passkeysFull'; readonly most: number }
  /**
   * `counted`: tries for what was typed itself, all that came from one network, or all from anywhere.
   */
  | {
      readonly code: 'waitBeforeTrying'
      readonly until: string
      readonly counted: 'own' | 'network' | 'site'
    }
  /** A hundred in a row: from this browser no wait helps, only a recovery or another way. */
  | { readonly code: 'tooManyFailures' }
  | { readonly code: 'busy'; readonly retryAfterSeconds: number }

/**
 * How a payment repeats one that is set: the same amount for the same day; anything at all beside a
 * payoff; a payoff beside another payment, which it does not count; or an installment that is
 * covered.
 */
export type Repetition = 'sameDay' | 'afterPayoff' | 'withPayoff' | 'installment'

/** How an amount looks like a slip of the hand: a decimal point too far right, or very much. */
export type Strangeness = 'tenTimes' | 'hundredTimes' | 'large'

/** A verb's answer: the value, or why not. Refusals are values; only broken invariants throw. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: Refusal }

export function accepted<T>(value: T): Outcome<T> {
  return { ok: true, value }
}

export function refused(refusal: Refusal): Outcome<never> {
  return { ok: false, refusal }
}
