// What we ask a bank to move: a file of batches of entries, in values of ours.
import type { CivilDate } from '#src/domain/calendar.ts'
import type { Cents } from '#src/domain/money.ts'

export type AchFile = {
  readonly head: AchHead
  /** Taken once, in order; numbers rise. Neither batches nor entries are kept in memory. */
  readonly batches: Iterable<AchBatch>
  /** What ends each line; some banks take only one of them. */
  readonly lineEnd: 'crlf' | 'lf'
}

export type AchHead = {
  /** Routing number of the bank that receives the file. */
  readonly destination: string
  /** At most 23 characters, as all names here in plain capitals. */
  readonly destinationName: string
  /** As the bank assigned it: nine digits, or ten characters. */
  readonly origin: string
  readonly originName: string
  readonly createdOn: CivilDate
  /** "17:05" in the lender's zone. */
  readonly createdAt: string
  /** Tells apart the files of one day: A to Z, then 0 to 9. */
  readonly modifier: string
  /** At most eight characters; empty for none. */
  readonly reference: string
}

export type AchBatch = AchBatchHead & { readonly entries: Iterable<AchEntry> }

export type AchBatchHead = {
  /** 1 to 9,999,999, rising in a file. */
  readonly number: number
  readonly company: AchCompany
  readonly effective: CivilDate
  /** Settlement time of the same-day window that is meant, "13:00"; null for another day. */
  readonly sameDay: string | null
  readonly purpose: AchPurpose
}

export type AchCompany = {
  /** At most 16 characters: what the customer's bank prints on the statement. */
  readonly name: string
  /** At most 10 characters, as the bank assigned it. */
  readonly id: string
  /** First eight digits of our bank's routing number. */
  readonly odfi: string
}

/** WEB: authorized online. PPD: authorized by a signed paper. */
export type AchClass = 'WEB' | 'PPD'

/** What a batch is for decides its class, service class, description and what may stand in it. */
export type AchPurpose =
  | { readonly kind: 'debits'; readonly class: AchClass; readonly description: string }
  | { readonly kind: 'refunds'; readonly description: string }
  /** Amounts under 1.00 that prove an account; debits take back at most what credits brought. */
  | { readonly kind: 'accountCheck'; readonly withDebits: boolean }
  /** Entries of zero that announce debits. */
  | { readonly kind: 'prenotes'; readonly class: AchClass; readonly description: string }
  /** Debits that came back for lack of funds, once more: same company, class and amount. */
  | { readonly kind: 'retries'; readonly class: AchClass }
  | { readonly kind: 'returnFees'; readonly class: AchClass }
  /** Takes back entries of ours that were wrong. */
  | {
      readonly kind: 'reversals'
      readonly class: AchClass
      readonly of: 'debits' | 'credits'
    }

export type AchEntry = {
  readonly receiver: AchReceiver
  readonly direction: 'debit' | 'credit'
  readonly amount: Cents
  /** At most 15 characters by which we know the entry again. */
  readonly identification: string
  /** In WEB entries whether more will follow under the authorization; null in PPD entries. */
  readonly recurrence: 'recurring' | 'single' | null
  /** Last seven digits of the trace number: 1 to 9,999,999, rising in a batch. */
  readonly sequence: number
}

export type AchReceiver = {
  readonly routing: string
  /** At most 17 digits, capitals and hyphens, as the bank prints it. */
  readonly account: string
  readonly kind: 'checking' | 'savings'
  /** Transliterated, and cut after 22 characters: the one field that is ever cut. */
  readonly name: string
}

/** What an entry's trace number is; returns name it. */
export function traceOf(odfi: string, sequence: number): string {
  return `${odfi}${String(sequence).padStart(7, '0')}`
}

/** What was written, for the bank's acknowledgment and our own records. */
export type AchTotals = {
  readonly batches: number
  readonly blocks: number
  readonly entries: number
  /** The rightmost ten digits of the sum of the receiving banks' eight digits. */
  readonly entryHash: number
  readonly debits: Cents
  readonly credits: Cents
}
