// The events of an account: dated facts, the only input of its ledger (DESIGN, "What is true in the
// database"). Each has two dates: effective (when it counts) and posted at (when we recorded it).
import type { CivilDate } from '../calendar.ts'
import type { LeaseContract } from '../contract/lease.ts'
import type { LoanContract } from '../contract/loan.ts'
import type { Cents, RatePpb } from '../money.ts'
import type { PaymentFee } from '../rules/payment-fee.ts'

/** Where an account stands when it comes onto our books; a new contract has only its principal. */
export type OpeningPosition = {
  readonly principal: Cents
  /** Unpaid interest up to `interestPaidThrough`, already earned. */
  readonly interest: Cents
  readonly lateCharges: Cents
  readonly fees: Cents
  readonly suspense: Cents
  /** Interest runs from this day. */
  readonly interestPaidThrough: CivilDate
  /** Installments already satisfied in full. */
  readonly installmentsPaid: number
  /** Money already counted toward the next installment. */
  readonly paidTowardNext: Cents
}

/** Where a lease account stands when it comes onto our books; a new one has nothing paid. */
export type LeaseOpening = {
  /** Installments already paid in full. */
  readonly installmentsPaid: number
  /** Money already counted toward the next installment. */
  readonly paidTowardNext: Cents
  readonly lateCharges: Cents
  readonly fees: Cents
  readonly suspense: Cents
}

/**
 * What the part of a payment above what is due does: lowers principal only, or also counts toward
 * the next installments.
 */
export type ExtraChoice = 'principal' | 'installments'

export type EventPayload =
  | { readonly kind: 'boarded'; readonly contract: LoanContract; readonly opening: OpeningPosition }
  | {
      readonly kind: 'leaseBoarded'
      readonly contract: LeaseContract
      readonly opening: LeaseOpening
    }
  | {
      readonly kind: 'payment'
      readonly amount: Cents
      readonly extra: ExtraChoice
      /** How much of it is extra by the obligor's word; null: whatever exceeds what is due. */
      readonly extraAmount: Cents | null
      /**
       * The part that the obligor directed to late charges and fees, taken before the waterfall.
       */
      readonly toCharges: Cents
      /** The id of the payment it belongs to, if an obligor made one. */
      readonly paymentId: string | null
      readonly channel: PaymentChannel
      /** On top of the amount, and no part of what is paid on the account. */
      readonly fee?: PaymentFee
    }
  | {
      readonly kind: 'reversal'
      readonly of: string
      readonly reason: ReversalReason
      readonly code: string | null
    }
  | { readonly kind: 'rate'; readonly rate: RatePpb }
  | {
      readonly kind: 'fee'
      readonly amount: Cents
      readonly name: string
      readonly citation: string
    }
  | {
      readonly kind: 'lateCharge'
      readonly amount: Cents
      readonly installment: number
      readonly citation: string
    }
  | {
      readonly kind: 'adjustment'
      readonly bucket: AdjustableBucket /** Signed: negative lowers what is owed. */
      readonly amount: Cents
      readonly reason: string
      /** The late charge that it forgives: it holds as long as that charge does. */
      readonly charge?: string
    }
  /** Money held in suspense leaves it. */
  | { readonly kind: 'release'; readonly amount: Cents; readonly to: ReleasedTo }
  /** All later due dates move; interest keeps running (DOMAIN.md 3.7). */
  | { readonly kind: 'extension'; readonly months: number; readonly reason: string }
  /** Given up as lost; what is owed stays owed, without further interest. */
  | { readonly kind: 'chargeOff'; readonly reason: string }
  /** Money from the vehicle or its insurance, less what it cost to get (UCC 9-615). */
  | {
      readonly kind: 'proceeds'
      readonly amount: Cents
      readonly expenses: Cents
      readonly source: ProceedsSource
    }
  /** What is left is no more than the contract's small remainder, and is forgiven. */
  | { readonly kind: 'remainder'; readonly amount: Cents }
  | ReportedMonth

/** One month as a prior servicer reported it: its totals are taken as they are, not recomputed. */
export type ReportedMonth = {
  readonly kind: 'reportedMonth'
  readonly periodBegin: CivilDate
  readonly periodEnd: CivilDate
  readonly principalBegin: Cents
  readonly principalEnd: Cents
  readonly paid: Cents
  readonly toInterest: Cents
  readonly toPrincipal: Cents
  readonly toOther: Cents
  readonly interestPaidThrough: CivilDate
  readonly daysPastDue: number
  readonly rate: RatePpb
}

export type ProceedsSource = 'repossessionSale' | 'insurance' | 'other'
/** `refund`: sent back. `applied`: a payment on this account follows. `moved`: on another one. */
export type ReleasedTo = 'refund' | 'applied' | 'moved'
/** `held`: it had come before and stood in suspense, here or elsewhere. */
export type PaymentChannel = 'ach' | 'card' | 'mail' | 'branch' | 'file' | 'held'
/**
 * `return`: the customer's bank refused the entry. `fileRefused`: the lender's bank refused the file
 * that it stood in. `correction`: we posted it wrongly.
 */
export type ReversalReason = 'return' | 'fileRefused' | 'correction'
export type AdjustableBucket = 'interest' | 'principal' | 'lateCharges' | 'fees' | 'suspense'

export type AccountEvent = {
  readonly id: string
  /** Order of recording within the account, from 1 without gaps. */
  readonly seq: number
  readonly effectiveDate: CivilDate
  /** UTC instant in ISO form. */
  readonly postedAt: string
  readonly payload: EventPayload
}
