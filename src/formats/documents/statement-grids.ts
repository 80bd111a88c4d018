// The two tables of a statement: what happened, and what it comes to.
import { type Cents, ZERO_CENTS } from '#src/domain/money.ts'
import { formatDate, formatMoney } from '#src/words/format.ts'
import { words } from '#src/words/words.ts'
import type { StatementFacts } from './document-facts.ts'
import type { StatementSheet } from './sheet.ts'

type Grid = Pick<StatementSheet['totals'], 'heads' | 'rows'>
type Listed = Pick<StatementFacts, 'locale' | 'lines' | 'parts' | 'product'>

/** One row for each fact of the period, and for each that was recorded since about days before. */
export function lineGrid(facts: Listed): Grid {
  const { locale, lines, parts, product } = facts
  const w = words(locale).documents.statement
  const shown = parts.map((part, at) => ({ part, at })).filter(({ at }) => isUsed(facts, at))
  const money = (amount: Cents | null | undefined) =>
    amount === null || amount === undefined ? '–' : formatMoney(amount, locale)
  return {
    heads: [w.date, w.what, w.amount, ...shown.map(({ part }) => w.short[part]), w.after[product]],
    rows: lines.map((line) => [
      formatDate(line.on, locale, 'shortDated'),
      lineName(facts, line.name),
      money(line.amount),
      ...shown.map(({ at }) => money(line.parts?.[at])),
      money(line.after),
    ]),
  }
}

/** What was paid, part by part, and charged: in the period, the calendar year, and in all. */
export function totalGrid(facts: StatementFacts): Grid {
  const { locale, totals, parts, on, since } = facts
  const w = words(locale).documents.statement
  const columns = [totals.period, totals.year, totals.life]
  const row = (label: string, of: (each: (typeof columns)[number]) => Cents) => [
    label,
    ...columns.map((each) => formatMoney(of(each), locale)),
  ]
  return {
    heads: ['', w.period, on.slice(0, 4), w.since(formatDate(since, locale, 'dated'))],
    rows: [
      row(w.paid, ({ paid }) => paid),
      ...parts.flatMap((part, at) =>
        part === 'held' && (totals.life.parts[at] ?? 0) === 0
          ? []
          : [row(w.toPart(w.parts[part]), (each) => each.parts[at] ?? ZERO_CENTS)],
      ),
      row(w.charged, ({ charged }) => charged),
    ],
  }
}

function lineName({ locale, product }: Listed, name: Line['name']): string {
  const { account, lease } = words(locale)
  if (name === 'begins')
    return product === 'lease' ? lease.activity.leaseBegins : account.activity.loanBegins
  if (name === 'extraPayment') return account.activity.extraPayment
  return account.activity.kinds[name === 'takenOver' ? 'boarded' : name]
}

type Line = StatementFacts['lines'][number]

/** Money held has a column only where some is. */
function isUsed({ parts, lines }: Listed, at: number): boolean {
  return parts[at] !== 'held' || lines.some((line) => (line.parts?.[at] ?? 0) !== 0)
}
