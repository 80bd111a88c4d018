// A statement's facts as the words and figures that its template sets.
import { type Cents, ZERO_CENTS } from '#src/domain/money.ts'
import { formatDate, formatMoney } from '#src/words/format.ts'
import { words } from '#src/words/words.ts'
import { aboutRows } from './about-rows.ts'
import { correctionTables } from './correction-tables.ts'
import type { StatementFacts } from './document-facts.ts'
import { scanLine } from './scan-line.ts'
import type { StatementSheet } from './sheet.ts'
import { frameOf } from './sheet-frame.ts'
import { lineGrid, totalGrid } from './statement-grids.ts'

/** In the language of the facts. */
export function statementSheet(facts: StatementFacts): StatementSheet {
  const all = words(facts.locale).documents
  const w = all.statement
  const own = facts.corrects ? w.corrected : w
  const on = formatDate(facts.on, facts.locale, 'dated')
  const from = formatDate(facts.from, facts.locale, 'dated')
  return {
    ...frameOf(facts, {
      title: own.title(facts.vehicle, on),
      kind: facts.corrects ? w.corrected.kind : all.kinds.statement,
    }),
    template: 'statement',
    about: [...aboutRows(facts), { label: all.print.documentCode, value: facts.code }],
    heading: own.heading(from, on),
    due: dueOf(facts),
    split: splitOf(facts),
    balance: { heading: w.balance[facts.product], ...balanceGrid(facts) },
    lines: { heading: w.lines, none: w.noLines, ...lineGrid(facts) },
    totals: { heading: w.totals, ...totalGrid(facts) },
    corrected: correctedOf(facts),
    how: w.how(facts.lender.portalHost, facts.lender.phone),
    coupon: couponOf(facts),
  }
}

function dueOf(facts: StatementFacts): StatementSheet['due'] {
  const w = words(facts.locale).documents.statement
  const { due } = facts
  const day = dueDay(facts)
  const row = (label: string, amount: Cents) => ({ label, amount: money(facts, amount) })
  const set = (label: string, amount: Cents) => (amount === 0 ? [] : [row(label, amount)])
  return {
    label: day === null ? w.due.none : w.due.by(day),
    amount: money(facts, due.total),
    lines: {
      heads: [w.due.what, w.amount],
      rows: [
        ...set(w.due.pastDue, due.pastDue),
        ...(day === null ? [] : [row(w.due.current(day), due.current)]),
        ...set(w.due.lateCharges, due.lateCharges),
        ...set(w.due.fees, due.fees),
        { ...row(w.due.total, due.total), total: true },
      ],
    },
  }
}

function splitOf(facts: StatementFacts): StatementSheet['split'] {
  const w = words(facts.locale).documents.statement
  const { next, parts } = facts
  if (next === null) return null
  const rows = parts.flatMap((part, at) => {
    const amount = next[at] ?? ZERO_CENTS
    return amount === 0 ? [] : [{ label: w.parts[part], amount: money(facts, amount) }]
  })
  return { heading: w.split, lines: { heads: [w.goesTo, w.amount], rows } }
}

function balanceGrid(facts: StatementFacts): Omit<StatementSheet['balance'], 'heading'> {
  const w = words(facts.locale).documents.statement
  const { opening, changes, closing, product } = facts
  const row = (label: string, of: typeof opening) => [
    label,
    money(facts, of.balance),
    money(facts, of.charges),
  ]
  const changed = (['payments', 'charges', 'other', 'corrections'] as const).filter(
    (by) => by === 'payments' || changes[by].balance !== 0 || changes[by].charges !== 0,
  )
  return {
    heads: ['', w.balanceOf[product], w.parts.charges],
    rows: [
      row(w.opening(formatDate(facts.from, facts.locale, 'dated')), opening),
      ...changed.map((by) => row(w.changes[by], changes[by])),
      row(w.closing(formatDate(facts.on, facts.locale, 'dated')), closing),
    ],
  }
}

function correctedOf(facts: StatementFacts): StatementSheet['corrected'] {
  const { corrects, locale } = facts
  if (!corrects) return null
  const w = words(locale).documents.statement.corrected
  const { figures, lines } = correctionTables(facts, corrects.changes)
  const written = formatDate(corrects.writtenOn, locale, 'dated')
  const { latest } = corrects
  return {
    notes: [
      w.replaces(written, corrects.code),
      w.reasons[corrects.reason],
      ...(latest === null ? [] : [w.later(formatDate(latest, locale, 'dated'))]),
    ],
    tables: [
      ...(figures.rows.length === 0 ? [] : [{ heading: w.what, words: 1, ...figures }]),
      ...(lines.rows.length === 0 ? [] : [{ heading: w.lines, words: 3, ...lines }]),
    ],
  }
}

function couponOf(facts: StatementFacts): StatementSheet['coupon'] {
  const w = words(facts.locale).documents.statement
  const { accountNumber, due, lender, corrects } = facts
  const day = dueDay(facts)
  // Of a period long over nothing is asked for: a later one says what is due.
  if (corrects && corrects.latest !== null) return null
  if (due.on === null || day === null || due.total === 0) return null
  return {
    heading: w.coupon.heading,
    about: [
      { label: words(facts.locale).documents.print.account, value: accountNumber },
      { label: w.coupon.due, value: day },
      { label: w.coupon.amount, value: money(facts, due.total) },
    ],
    to: lender.address,
    from: facts.customers.join(', '),
    enclosed: w.coupon.enclosed,
    scan: scanLine({ accountNumber, due: due.on, amount: due.total }),
  }
}

function dueDay({ due, locale }: StatementFacts): string | null {
  return due.on && formatDate(due.on, locale, 'full')
}

function money({ locale }: StatementFacts, amount: Cents): string {
  return formatMoney(amount, locale)
}
