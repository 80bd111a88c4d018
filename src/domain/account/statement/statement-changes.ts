// How the figures of a statement differ from those of the one in whose place it comes: each amount
// that is another one, and each line that was left out or added.
// Example: a payment of 512.55 was returned: what was paid falls from 512.55 to 0.00, and the
// closing principal rises from 14,652.37 to 14,906.62.
import type { CivilDate } from '../../calendar.ts'
import { type Cents, ZERO_CENTS } from '../../money.ts'
import type { StatementFigures, StatementLine, StatementTotals } from './statement.ts'
import type { StatementPart } from './statement-standing.ts'

/** What staff can say why; the customer reads it. */
export const CORRECTION_REASONS = [
  'paymentReturned',
  'paymentMoved',
  'chargeTakenBack',
  'recordedLate',
  'ourMistake',
] as const

/** `followsEarlier`: the statement before it was corrected. */
export type CorrectionReason = (typeof CORRECTION_REASONS)[number] | 'followsEarlier'

type Group = 'opening' | 'payments' | 'charges' | 'other' | 'corrections' | 'closing'
type Period = 'period' | 'year' | 'life'
type Due = 'total' | 'pastDue' | 'current' | 'lateCharges' | 'fees'

/** Which amount of a statement: of its balance, of what is due, of its totals. */
export type FigureName =
  | { readonly in: 'balance'; readonly row: Group; readonly of: 'balance' | 'charges' }
  | { readonly in: 'due'; readonly of: Due }
  | { readonly in: 'next'; readonly of: StatementPart }
  | { readonly in: 'totals'; readonly row: Period; readonly of: 'paid' | 'charged' | StatementPart }

type Figure = FigureName & { readonly amount: Cents }

export type ChangedFigure = FigureName & { readonly before: Cents; readonly now: Cents }

export type ChangedLine = StatementLine & { readonly is: 'leftOut' | 'added' }

export type StatementChanges = {
  readonly figures: readonly ChangedFigure[]
  /** By day, what was left out first. A line with another amount is both. */
  readonly lines: readonly ChangedLine[]
  /** Null where it is the same one. */
  readonly dueOn: { readonly before: CivilDate | null; readonly now: CivilDate | null } | null
}

/** Both of one account and period. */
export function statementChanges(
  before: StatementFigures,
  now: StatementFigures,
): StatementChanges {
  const amounts = figuresOf(now)
  const figures = figuresOf(before).flatMap(({ amount, ...name }, at): ChangedFigure[] => {
    const became = amounts[at]?.amount ?? ZERO_CENTS
    return became === amount ? [] : [{ ...name, before: amount, now: became }]
  })
  const due = { before: before.due.on, now: now.due.on }
  return {
    figures,
    lines: changedLines(before.lines, now.lines),
    dueOn: due.before === due.now ? null : due,
  }
}

export function isUnchanged({ figures, lines, dueOn }: StatementChanges): boolean {
  return figures.length === 0 && lines.length === 0 && dueOn === null
}

/** In the order of the paper; as many of each statement of a product. */
function figuresOf(of: StatementFigures): Figure[] {
  const { opening, changes, closing, due, next, totals, parts } = of
  const rows = [
    { row: 'opening', stated: opening },
    { row: 'payments', stated: changes.payments },
    { row: 'charges', stated: changes.charges },
    { row: 'other', stated: changes.other },
    { row: 'corrections', stated: changes.corrections },
    { row: 'closing', stated: closing },
  ] as const
  const dues = ['pastDue', 'current', 'lateCharges', 'fees', 'total'] as const
  return [
    ...rows.flatMap(({ row, stated }) => [
      { in: 'balance', row, of: 'balance', amount: stated.balance } as const,
      { in: 'balance', row, of: 'charges', amount: stated.charges } as const,
    ]),
    ...dues.map((one) => ({ in: 'due', of: one, amount: due[one] }) as const),
    ...parts.map((part, at) => {
      return { in: 'next', of: part, amount: next?.[at] ?? ZERO_CENTS } as const
    }),
    ...(['period', 'year', 'life'] as const).flatMap((row) =>
      totalFigures(row, totals[row], parts),
    ),
  ]
}

function totalFigures(
  row: Period,
  totals: StatementTotals,
  parts: readonly StatementPart[],
): Figure[] {
  const part = (of: StatementPart, at: number): Figure => {
    return { in: 'totals', row, of, amount: totals.parts[at] ?? ZERO_CENTS }
  }
  return [
    { in: 'totals', row, of: 'paid', amount: totals.paid },
    ...parts.map(part),
    { in: 'totals', row, of: 'charged', amount: totals.charged },
  ]
}

function changedLines(
  before: readonly StatementLine[],
  now: readonly StatementLine[],
): ChangedLine[] {
  const leftOut = without(before, now).map((line): ChangedLine => ({ ...line, is: 'leftOut' }))
  const added = without(now, before).map((line): ChangedLine => ({ ...line, is: 'added' }))
  return [...leftOut, ...added].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
}

/** The lines of `all` that are not among `others`, each counted as often as it stands there. */
function without(all: readonly StatementLine[], others: readonly StatementLine[]): StatementLine[] {
  const left = new Map<string, number>()
  for (const line of others) left.set(nameOf(line), (left.get(nameOf(line)) ?? 0) + 1)
  return all.filter((line) => {
    const count = left.get(nameOf(line)) ?? 0
    if (count > 0) left.set(nameOf(line), count - 1)
    return count === 0
  })
}

function nameOf({ on, name, amount, parts, after }: StatementLine): string {
  return JSON.stringify([on, name, amount, parts, after])
}
