// What changed from one statement to the one in its place, as tables: on paper, and at the desk
// before it is made.
import type {
  ChangedFigure,
  StatementChanges,
} from '#src/domain/account/statement/statement-changes.ts'
import type { CivilDate } from '#src/domain/calendar.ts'
import type { Cents } from '#src/domain/money.ts'
import { formatDate, formatMoney } from '#src/words/format.ts'
import { words } from '#src/words/words.ts'
import type { StatementFacts } from './document-facts.ts'
import type { StatementSheet } from './sheet.ts'
import { lineGrid } from './statement-grids.ts'

type Grid = Pick<StatementSheet['totals'], 'heads' | 'rows'>
type Of = Pick<StatementFacts, 'locale' | 'product' | 'parts' | 'from' | 'on' | 'since'>

/** Each amount that changed, and each line; either may have no row. */
export function correctionTables(
  of: Of,
  changes: StatementChanges,
): { readonly figures: Grid; readonly lines: Grid } {
  const w = words(of.locale).documents.statement.corrected
  const money = (amount: Cents) => formatMoney(amount, of.locale)
  const day = (on: CivilDate | null) =>
    on === null ? w.noDay : formatDate(on, of.locale, 'shortDated')
  const { dueOn } = changes
  return {
    figures: {
      heads: [w.figure, w.before, w.now],
      rows: [
        ...(dueOn === null ? [] : [[w.dueOn, day(dueOn.before), day(dueOn.now)]]),
        ...changes.figures.map((figure) => [
          nameOf(of, figure),
          money(figure.before),
          money(figure.now),
        ]),
      ],
    },
    lines: changedLines(of, changes),
  }
}

function changedLines(of: Of, { lines }: StatementChanges): Grid {
  const w = words(of.locale).documents.statement.corrected
  const { heads, rows } = lineGrid({ ...of, lines })
  const with3rd = <T>([on, what, ...amounts]: readonly T[], third: T): T[] =>
    [on, what, third, ...amounts].filter((cell) => cell !== undefined)
  return {
    heads: with3rd(heads, w.change),
    rows: rows.map((row, at) => with3rd(row, w.is[lines[at]?.is ?? 'added'])),
  }
}

function nameOf(of: Of, figure: ChangedFigure): string {
  const w = words(of.locale).documents.statement
  switch (figure.in) {
    case 'due':
      return figure.of === 'current' ? w.corrected.current : w.due[figure.of]
    case 'next':
      return `${w.split}: ${w.parts[figure.of]}`
    case 'balance': {
      const what = figure.of === 'balance' ? w.balanceOf[of.product] : w.parts.charges
      return `${balanceRow(of, figure.row)}: ${what}`
    }
    case 'totals':
      return `${totalColumn(of, figure.row)}: ${totalRow(of, figure.of)}`
  }
}

type Balance = Extract<ChangedFigure, { in: 'balance' }>['row']

function balanceRow({ locale, from, on }: Of, row: Balance): string {
  const w = words(locale).documents.statement
  if (row === 'opening') return w.opening(formatDate(from, locale, 'shortDated'))
  if (row === 'closing') return w.closing(formatDate(on, locale, 'shortDated'))
  return w.changes[row]
}

type Total = Extract<ChangedFigure, { in: 'totals' }>

function totalColumn({ locale, on, since }: Of, row: Total['row']): string {
  const w = words(locale).documents.statement
  if (row === 'year') return on.slice(0, 4)
  return row === 'period' ? w.period : w.since(formatDate(since, locale, 'shortDated'))
}

function totalRow({ locale }: Of, of: Total['of']): string {
  const w = words(locale).documents.statement
  if (of === 'paid' || of === 'charged') return w[of]
  return `${w.paid}, ${w.parts[of]}`
}
