import type { BoardingProblem, BoardingRecord } from '#src/domain/account/boarding.ts'

/** A record that passed the checks of its file. */
export type Boardable = { readonly line: number; readonly record: BoardingRecord }

export type BoardingOutcome =
  | { readonly kind: 'boarded' }
  | { readonly kind: 'monthsAdded'; readonly months: number }
  | { readonly kind: 'alreadyThere' }
  | { readonly kind: 'rejected' }

/** What became of one record. A rejected one has problems; others may have warnings. */
export type Boarded = Boardable & {
  readonly outcome: BoardingOutcome
  readonly problems: readonly BoardingProblem[]
}

export function outcomeOf(
  from: Boardable,
  outcome: BoardingOutcome,
  ...told: readonly { field: string; reason: string }[]
): Boarded {
  return { ...from, outcome, problems: told.map((each) => ({ line: from.line, ...each })) }
}

/** The number under which `directory` knows the contract of a file. */
export function sourceNumber({ source, sourceKey }: BoardingRecord): string {
  return `${source} ${sourceKey}`
}
