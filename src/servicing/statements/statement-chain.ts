// The statements of an account as known now, each following the one before it: what a corrected one
// would say, and which of those after it would say something else for it.
import { ledgerThrough } from '#src/domain/account/replay.ts'
import { type StatementFigures, statementIn } from '#src/domain/account/statement/statement.ts'
import {
  isUnchanged,
  type StatementChanges,
  statementChanges,
} from '#src/domain/account/statement/statement-changes.ts'
import { addDays, type CivilDate } from '#src/domain/calendar.ts'
import type { StatementFacts } from '#src/formats/documents/document-facts.ts'
import type { KeptDocument } from '#src/store/documents/documents.ts'
import { factsIn, type PrintedClosing, printedClosing } from '../documents/statement-facts.ts'
import type { LoadedAny } from '../load-account.ts'

export type PrintedStatement = {
  readonly kept: KeptDocument
  readonly facts: StatementFacts
  /** No corrected one came in its place. */
  readonly isCurrent: boolean
}

export type Restated = {
  readonly printed: PrintedStatement
  readonly figures: StatementFigures
  readonly changes: StatementChanges
}

/** By day; of one day the one that holds comes last. */
export function asPrinted(kept: readonly KeptDocument[]): PrintedStatement[] {
  return kept.map((one, at) => {
    const isCurrent = kept[at + 1]?.onDate !== one.onDate
    return { kept: one, facts: factsIn(one), isCurrent }
  })
}

type Known = Pick<LoadedAny, 'events' | 'ledger'>

/**
 * The statement of `day` as known now, and those after it of which a figure is another one then.
 * Empty: nothing of it has changed. Every one begins where the one before it ends.
 */
export function restated(
  loaded: Known,
  all: readonly PrintedStatement[],
  day: CivilDate,
): Restated[] {
  const { events } = loaded
  let before = closingBefore(all, day)
  const changed: Restated[] = []
  for (const printed of all.filter(({ isCurrent, facts }) => isCurrent && facts.on >= day)) {
    const one = asKnown(loaded, printed, before)
    if (!isUnchanged(one.changes)) changed.push(one)
    else if (printed.facts.on === day) return []
    // Whatever is known now stands on it, or on one before it.
    before = { ...one.figures.closing, events: events.length }
  }
  return changed
}

/**
 * Those that hold and would say something else now, of all of an account: each against the ledger
 * as it is, cut at its day, and against the closing of the one before it as it was printed.
 */
export function outdatedOf(
  loaded: Known,
  all: readonly PrintedStatement[],
): ReadonlySet<PrintedStatement> {
  const outdated = new Set<PrintedStatement>()
  for (const printed of all.filter(({ isCurrent }) => isCurrent)) {
    const before = closingBefore(all, printed.facts.on)
    if (!isUnchanged(asKnown(loaded, printed, before).changes)) outdated.add(printed)
  }
  return outdated
}

function asKnown(
  { events, ledger }: Known,
  printed: PrintedStatement,
  before: PrintedClosing | null,
): Restated {
  const { facts } = printed
  const { from, on } = facts
  const known = { events, ledger: ledgerThrough(ledger, on) }
  const figures = statementIn(known, { after: addDays(from, -1), on, printed: before })
  return { printed, figures, changes: statementChanges(facts, figures) }
}

function closingBefore(all: readonly PrintedStatement[], day: CivilDate): PrintedClosing | null {
  const earlier = all.filter(({ facts }) => facts.on < day).map(({ facts }) => facts)
  const last = earlier.at(-1)
  return last ? printedClosing(last, earlier) : null
}
