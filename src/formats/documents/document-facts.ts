// What a paper says, as it is signed and kept: dates and cents, no sentence.
import type { ReceivedPayment } from '#src/domain/account/statement/proofs.ts'
import type { StatementFigures } from '#src/domain/account/statement/statement.ts'
import type {
  CorrectionReason,
  StatementChanges,
} from '#src/domain/account/statement/statement-changes.ts'
import type { CivilDate } from '#src/domain/calendar.ts'
import type { Bucket } from '#src/domain/contract/loan.ts'
import type { Cents } from '#src/domain/money.ts'
import type { Deferment } from '#src/domain/orders/plan-deferment.ts'
import type { PrivacyNotice } from '#src/domain/privacy-notice.ts'
import type { PaperSize } from '#src/domain/regions/paper-sizes.ts'
import type { Locale } from '#src/words/locale.ts'
import type { AskedFigures } from './asked-figures.ts'

/** The lender as it was when the paper was made. */
export type LenderFacts = {
  readonly name: string
  readonly legalName: string
  readonly phone: string
  readonly address: readonly string[]
  /** Where checks go. */
  readonly mail: readonly string[]
  readonly portalHost: string
  readonly timeZone: string
  readonly paper: PaperSize
}

/** What every paper says of itself. */
export type OwnFacts = {
  readonly id: string
  /** Sixteen symbols in groups of four. */
  readonly code: string
  readonly locale: Locale
  /** The business date. */
  readonly writtenOn: CivilDate
  /** ISO. */
  readonly madeAt: string
  readonly lender: LenderFacts
}

/** The same of a paper of an account. */
export type CommonFacts = OwnFacts & {
  readonly customers: readonly string[]
  /** Last four. */
  readonly accountEnding: string
  readonly vehicle: string
  /** Last seven; null where none is known. */
  readonly vinEnding: string | null
}

/** What closes a loan, apart: each part of the total. */
export type PayoffLines = {
  readonly principal: Cents
  readonly interest: Cents
  readonly interestFrom: CivilDate
  readonly interestDays: number
  readonly lateCharges: Cents
  readonly fees: Cents
  readonly chargedOff: Cents
  readonly lateChargesToCome: Cents
  readonly unapplied: Cents
  readonly total: Cents
}

export type PayoffLetterFacts = CommonFacts & {
  readonly kind: 'payoffLetter'
  readonly quote: string
  /** Of the same quote. On papers of before it was the paper's subject. */
  readonly quoteId?: string
  readonly on: CivilDate
  readonly goodThrough: CivilDate
  /** Until when on a day money counts, ISO, of the day `on`. */
  readonly until: string
  /** In dollars with six decimals. */
  readonly perDiem: string
  /** What the contract lets go of where no more is missing; 0: nothing. */
  readonly smallRemainder: Cents
  /** Of cleared money alone, and of all that counts: the same where nothing can come back. */
  readonly cleared: PayoffLines
  readonly counted: PayoffLines
  readonly returnable: readonly {
    readonly amount: Cents
    readonly on: CivilDate
    readonly until: CivilDate
  }[]
  readonly days: readonly {
    readonly on: CivilDate
    readonly cleared: Cents
    readonly counted: Cents
    readonly isBankingDay: boolean
  }[]
}

/** The statement in whose place another one comes, and why. */
export type CorrectedFrom = {
  readonly document: string
  readonly code: string
  readonly writtenOn: CivilDate
  /** 1 of the first corrected one of its day. */
  readonly number: number
  readonly reason: CorrectionReason
  readonly changes: StatementChanges
  /** The last day that a statement closed on, where that is a later one; null: this is the last. */
  readonly latest: CivilDate | null
}

/** `on` is the last day of the period. */
export type StatementFacts = CommonFacts &
  StatementFigures & {
    readonly kind: 'statement'
    /** In full: a check that comes with the coupon is posted by it. */
    readonly accountNumber: string
    readonly from: CivilDate
    readonly on: CivilDate
    /** How many events of the account it knows. */
    readonly events: number
    /** From when on all is counted. */
    readonly since: CivilDate
    /** Left out where it comes in no other's place. */
    readonly corrects?: CorrectedFrom
  }

type MoneyThatCame = {
  readonly product: 'loan' | 'lease'
  /** The money's own. On papers of before it was the paper's subject. */
  readonly event?: string
  /** The day on which it counts. */
  readonly on: CivilDate
  /** As it stood when the paper was made; null where no bank can take it back. */
  readonly clearing: { readonly state: 'cleared' | 'returnable'; readonly on: CivilDate } | null
  readonly unauthorizedUntil: CivilDate | null
}

export type ReceiptFacts = CommonFacts &
  MoneyThatCame &
  ReceivedPayment & {
    readonly kind: 'receipt'
    /** Null where it came another way than by the portal. */
    readonly confirmation: string | null
    /** The version of the lender's rules by which it was split, and its order. */
    readonly ruleVersion: string
    /** Null of a lease, and of what was charged off. */
    readonly order: readonly Bucket[] | null
  }

export type PaidInFullFacts = CommonFacts &
  MoneyThatCame & {
    readonly kind: 'paidInFull'
    readonly lastOn: CivilDate
    readonly paid: Readonly<Record<'last' | 'interest' | 'principal' | 'charges', Cents>>
    readonly owed: Cents
    readonly held: Cents
  }

/** What the lender shares: the same for everybody. `on` is the day on which it was revised. */
export type PrivacyNoticeFacts = OwnFacts & {
  readonly kind: 'privacyNotice'
  readonly on: CivilDate
  readonly notice: PrivacyNotice
}

/** Of the papers that are made when somebody asks for them. */
export type AskedFacts = CommonFacts & AskedFigures

/** An offer: nothing of the account is changed by it. */
export type DefermentFacts = CommonFacts &
  Deferment & {
    readonly kind: 'defermentAgreement'
    readonly validThrough: CivilDate
    readonly fee: Cents
    /** What allows the fee; null where none is asked. */
    readonly feeCitation: string | null
  }

/** Of the papers that are about one account. */
export type AccountFacts =
  | PayoffLetterFacts
  | StatementFacts
  | ReceiptFacts
  | PaidInFullFacts
  | DefermentFacts
  | AskedFacts

export type DocumentFacts = AccountFacts | PrivacyNoticeFacts
