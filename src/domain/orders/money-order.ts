// What one of the staff may ask for about money, and why it may not be done.

import type { AccountEvent } from '../account/event.ts'
import type { Fact } from '../account/extend.ts'
import type { AccountLedger } from '../account/ledger.ts'
import type { CivilDate } from '../calendar.ts'
import type { Cents } from '../money.ts'

export type MoneyOrder =
  /** A check, or money at the counter. */
  | {
      readonly kind: 'post'
      readonly accountId: string
      readonly amount: Cents
      readonly effectiveDate: CivilDate
      readonly channel: 'mail' | 'branch'
      /** The check's number, or that of the receipt. */
      readonly reference: string
    }
  /** Every payment of a file. */
  | { readonly kind: 'file'; readonly fileId: string; readonly amount: Cents }
  /** Money held on an account goes to what is owed on it. */
  | { readonly kind: 'apply'; readonly accountId: string; readonly amount: Cents }
  | {
      readonly kind: 'moveHeld'
      readonly accountId: string
      readonly toAccountId: string
      readonly amount: Cents
    }
  /** Money held goes back: to a verified bank account of a borrower, or by a check. */
  | {
      readonly kind: 'refund'
      readonly accountId: string
      readonly amount: Cents
      /** Null: by a check. */
      readonly fundingAccountId: string | null
    }
  /** A payment of a file that fitted no account goes to one. */
  | {
      readonly kind: 'assign'
      readonly creditId: string
      readonly accountId: string
      readonly amount: Cents
      readonly effectiveDate: CivilDate
    }
  | { readonly kind: 'sendBack'; readonly creditId: string; readonly amount: Cents }
  /** A payment that was posted to the wrong account. */
  | {
      readonly kind: 'move'
      readonly accountId: string
      readonly eventId: string
      readonly toAccountId: string
      readonly amount: Cents
    }
  /** A late charge is forgiven. */
  | {
      readonly kind: 'waive'
      readonly accountId: string
      readonly eventId: string
      readonly amount: Cents
    }
  /** All of a payment by card goes back to its card, with its fee. */
  | {
      readonly kind: 'cardRefund'
      readonly accountId: string
      readonly paymentId: string
      readonly eventId: string
      /** From when it counts. */
      readonly effectiveDate: CivilDate
      readonly amount: Cents
    }
  | ActOrder

/** What is done to a loan itself. */
export type ActOrder =
  /** Its due dates move; the amount is what is put off. */
  | {
      readonly kind: 'extend'
      readonly accountId: string
      readonly months: number
      /** The first installment that moves. */
      readonly from: number
      readonly amount: Cents
    }
  /** It is given up as lost; the amount is its principal. */
  | { readonly kind: 'chargeOff'; readonly accountId: string; readonly amount: Cents }

export type MoneyOrderKind = MoneyOrder['kind']

/** Why it may not be done; `amount` and `day` where the sentence names one. */
export type MoneyRefusal = {
  readonly code: MoneyRefusalCode
  readonly amount?: Cents
  readonly day?: CivilDate
}

export type MoneyRefusalCode =
  | 'accountNotFound'
  | 'historyEnds'
  | 'sameAccount'
  | 'datedAhead'
  | 'datedTooFarBack'
  | 'nothingOwed'
  | 'notEnoughHeld'
  | 'notCleared'
  | 'bankAccountNotUsable'
  | 'paymentNotMovable'
  | 'cardNotRefundable'
  | 'moneyGone'
  | 'chargeNotOpen'
  | 'notALoan'
  | 'chargedOffBefore'
  | 'nothingToMove'
  | 'accountChanged'
  | 'creditNotOpen'
  | 'fileNotOpen'
  | 'requestOpen'
  | 'requestNotFound'
  | 'requestDecided'
  | 'requestOver'
  | 'ownRequest'
  | 'notAsker'
  | 'askerGone'
  | 'roleTooLow'
  | 'secondPersonNeeded'

export type MoneyAnswer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: MoneyRefusal }

export type OrderedAccount = {
  readonly ledger: AccountLedger
  readonly events: readonly AccountEvent[]
}

/** On each account, in the order of writing. */
export type OrderPlan = readonly { readonly accountId: string; readonly facts: readonly Fact[] }[]

export function moneyRefused(
  code: MoneyRefusalCode,
  facts: Omit<MoneyRefusal, 'code'> = {},
): MoneyAnswer<never> {
  return { ok: false, refusal: { code, ...facts } }
}

/** The accounts whose money it moves, from first. */
export function accountsOf(order: MoneyOrder): readonly string[] {
  switch (order.kind) {
    case 'file':
    case 'sendBack':
      return []
    case 'move':
    case 'moveHeld':
      return [order.accountId, order.toAccountId]
    default:
      return [order.accountId]
  }
}
