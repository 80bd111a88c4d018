// Activity of a loan or a lease in one form: what each row says, and where its money went.
import type { ActivityFact } from '#src/domain/account/activity-row.ts'
import type { Cents } from '#src/domain/money.ts'

export type ActivityLine = {
  readonly row: ActivityFact
  readonly name: string
  /** A second line under the name; null where the name says it all. */
  readonly note: string | null
  /** Where its money went, in the order of the account's parts; null where none came. */
  readonly parts: readonly Cents[] | null
  /** How the account stood after it, as people and as spreadsheets read it. */
  readonly after: { readonly shown: string; readonly plain: string } | null
}

/** One place to which money goes, and the smallest table that has a column for it. */
export type ActivityPart = {
  readonly label: string
  readonly stands: 'recent' | 'page' | 'file'
}

export type AccountActivity = {
  readonly parts: readonly ActivityPart[]
  readonly afterLabel: string
  readonly everyAmount: string
  readonly totalsNote: string
  /** Newest first. */
  readonly lines: readonly ActivityLine[]
}
