// What is in an ACH file that came in: all of it, with every problem that was found.
import type { CivilDate } from '#src/domain/calendar.ts'
import type { Cents } from '#src/domain/money.ts'

export type NachaReading = {
  readonly header: ReadHeader | null
  readonly batches: readonly ReadBatch[]
  readonly totals: ReadTotals
  /** Empty for a file that is right in every point that can be checked. */
  readonly problems: readonly NachaProblem[]
  /** How many problems were found and not listed: a file of garbage has one in each line. */
  readonly unlisted: number
}

export type NachaProblem = {
  /** From 1. */
  readonly line: number
  readonly field: string
  readonly message: string
  /**
   * 'form': something is written otherwise than the rules say, and what it says is plain: blanks
   * cut off, padding missing, small letters. 'content': what the file says is in doubt.
   */
  readonly doubt: 'form' | 'content'
}

export type ReadHeader = {
  readonly destination: string
  readonly destinationName: string
  readonly origin: string
  readonly originName: string
  readonly createdOn: CivilDate | null
  /** "1705"; empty when it is not given. */
  readonly createdAt: string
  readonly modifier: string
}

/** Of the entries themselves; the controls of the file are held against these. */
export type ReadTotals = {
  readonly entries: number
  readonly addenda: number
  /** Ten digits. */
  readonly entryHash: string
  readonly debits: Cents
  readonly credits: Cents
}

export type ReadBatch = ReadTotals & {
  readonly line: number
  readonly class: string
  readonly service: string
  readonly companyName: string
  readonly companyId: string
  readonly description: string
  /** Null when it is no date, as in many returns. */
  readonly effective: CivilDate | null
  /** Day of the year on which it settled, three digits by the operator; empty before. */
  readonly settlementDay: string
  readonly odfi: string
  readonly number: string
  readonly items: readonly ReadEntry[]
}

export type ReadEntry = {
  readonly line: number
  readonly code: string
  /** Nine digits, or whatever stands there. */
  readonly routing: string
  readonly account: string
  readonly amount: Cents
  readonly identification: string
  readonly name: string
  /** The payment type of WEB and TEL entries among others. */
  readonly discretionaryData: string
  readonly trace: string
  readonly addenda: readonly ReadAddenda[]
}

export type ReadAddenda =
  | (ReadReturn & { readonly kind: 'return' })
  | (ReadChange & { readonly kind: 'change' })
  | { readonly kind: 'other'; readonly type: string; readonly information: string }

export type ReadReturn = {
  readonly code: string
  /** By the code: a return, a return that our bank refuses, or that refusal contested. */
  readonly stage: 'returned' | 'dishonored' | 'contested'
  /** Trace number of the entry that came back: ours, when it is a return to us. */
  readonly originalTrace: string
  readonly dateOfDeath: CivilDate | null
  readonly originalRdfi: string
  readonly information: string
  readonly trace: string
  /** The return that is dishonored or contested. */
  readonly earlier: ReadEarlier | null
  /** The dishonored return that is contested. */
  readonly dishonor: ReadEarlier | null
}

export type ReadEarlier = {
  readonly trace: string
  readonly settlementDay: string
  /** Such as "R01". */
  readonly code: string
}

export type ReadChange = {
  readonly code: string
  readonly originalTrace: string
  readonly originalRdfi: string
  /** As it stands there; `parseCorrected` takes it apart. */
  readonly corrected: string
  readonly trace: string
  /** For C61 to C69 the code of the notification that was refused; empty otherwise. */
  readonly refusedCode: string
}

/** An addendum of a kind with the entry and the batch that it belongs to. */
export type Found<A> = A & { readonly entry: ReadEntry; readonly batch: ReadBatch }

/** The returns of a file in its order, with what was returned. */
export function* returnsOf(reading: NachaReading): Generator<Found<ReadReturn>> {
  for (const { addenda, entry, batch } of everyAddenda(reading)) {
    if (addenda.kind === 'return') yield { ...addenda, entry, batch }
  }
}

/** The notifications of change of a file in its order. */
export function* changesOf(reading: NachaReading): Generator<Found<ReadChange>> {
  for (const { addenda, entry, batch } of everyAddenda(reading)) {
    if (addenda.kind === 'change') yield { ...addenda, entry, batch }
  }
}

function* everyAddenda(reading: NachaReading) {
  for (const batch of reading.batches) {
    for (const entry of batch.items) {
      for (const addenda of entry.addenda) yield { addenda, entry, batch }
    }
  }
}

/** Whether nothing that a file says is in doubt: it may be short of blanks or padding. */
export function isTrustworthy(reading: NachaReading): boolean {
  return reading.unlisted === 0 && reading.problems.every(({ doubt }) => doubt === 'form')
}
