// What boarding needs to know of one contract, whatever file it came from.
import type { AttachedKind } from '../attached-kinds.ts'
import type { CivilDate } from '../calendar.ts'
import type { LeaseContract } from '../contract/lease.ts'
import type { LoanContract } from '../contract/loan.ts'
import type { Cents, RatePpb } from '../money.ts'
import type {
  ExtraChoice,
  LeaseOpening,
  OpeningPosition,
  ProceedsSource,
  ReportedMonth,
} from './event.ts'

export type PostalAddress = {
  readonly street: string
  readonly city: string
  readonly state: string
  readonly postalCode: string
}

/** A person who owes. Kept sealed; `identityNumber` has no blanks or hyphens (nine digits for an SSN or ITIN). */
export type ObligorDetails = {
  readonly role: 'primary' | 'co'
  readonly givenName: string
  readonly familyName: string
  readonly identityNumber: string
  readonly birthDate: CivilDate | null
  readonly email: string | null
  /** E.164. */
  readonly phone: string | null
  /** What the person added since, besides the two above. */
  readonly otherEmails?: readonly string[]
  readonly otherPhones?: readonly string[]
  readonly address: PostalAddress | null
  readonly locale: 'en' | 'es'
}

export type VehicleDetails = {
  /** Null for public records, which name none. */
  readonly vin: string | null
  readonly modelYear: number | null
  readonly make: string
  readonly model: string
}

/** A paper that a boarding file names for a contract; its bytes lie in a folder beside. */
export type NamedPaper = {
  readonly kind: AttachedKind
  readonly title: string
  /** The day that it bears. */
  readonly on: CivilDate
  readonly locale: 'en' | 'es'
  readonly seenBy: 'everybody' | ObligorDetails['role']
  /** As the file spells it: whether that leads into the folder is for its reader to judge. */
  readonly file: string
}

/** What happened before an account came to us, as our own formats may tell it with a contract. */
export type PastEvent =
  | {
      readonly kind: 'payment'
      readonly effectiveDate: CivilDate
      readonly amount: Cents
      readonly extra: ExtraChoice
      /** How much of it was extra; null: whatever exceeded what was due. */
      readonly extraAmount: Cents | null
    }
  | {
      readonly kind: 'fee'
      readonly effectiveDate: CivilDate
      readonly amount: Cents
      readonly name: string
      readonly citation: string
    }
  | { readonly kind: 'rate'; readonly effectiveDate: CivilDate; readonly rate: RatePpb }
  | {
      readonly kind: 'extension'
      readonly effectiveDate: CivilDate
      readonly months: number
      readonly reason: string
    }
  | { readonly kind: 'chargeOff'; readonly effectiveDate: CivilDate; readonly reason: string }
  | {
      readonly kind: 'proceeds'
      readonly effectiveDate: CivilDate
      readonly amount: Cents
      readonly expenses: Cents
      readonly source: ProceedsSource
    }

/** The signed terms of a loan or a lease, and where it stands. */
export type BoardedTerms =
  | {
      readonly product: 'loan'
      readonly contract: LoanContract
      readonly opening: OpeningPosition
    }
  | {
      readonly product: 'lease'
      readonly contract: LeaseContract
      readonly opening: LeaseOpening
    }

export type BoardingRecord = BoardedTerms & {
  /** "keyturn" for our own formats, "abs-ee" for SEC filings. */
  readonly source: 'keyturn' | 'abs-ee'
  /**
   * What makes the contract the same one in the next file: the lender's account number, or trust +
   * asset number.
   */
  readonly sourceKey: string
  /** Printed on paper and asked for at registration. */
  readonly accountNumber: string
  /** Effective date of the opening position. */
  readonly openingOn: CivilDate
  /** Empty for public records, which name nobody. */
  readonly obligors: readonly ObligorDetails[]
  readonly vehicle: VehicleDetails
  /** Oldest first, none before `openingOn`. */
  readonly history: readonly PastEvent[]
  /**
   * Consecutive months as a prior servicer reported them, oldest first; one per file for SEC
   * filings.
   */
  readonly months: readonly ReportedMonth[]
  /** To be attached once the contract is on the books; empty for public records. */
  readonly papers: readonly NamedPaper[]
}

export type LoanRecord = Extract<BoardingRecord, { product: 'loan' }>
export type LeaseRecord = Extract<BoardingRecord, { product: 'lease' }>

/** Why one record was not boarded, or what is odd about one that was, with where to look. */
export type BoardingProblem = {
  readonly line: number
  readonly field: string
  readonly reason: string
}

/** A contract that starts with us: all of its principal is owed and nothing has been paid. */
export function newContractOpening(contract: LoanContract): OpeningPosition {
  const none = 0 as Cents
  return {
    principal: contract.principal,
    interest: none,
    lateCharges: none,
    fees: none,
    suspense: none,
    interestPaidThrough: contract.start,
    installmentsPaid: 0,
    paidTowardNext: none,
  }
}
