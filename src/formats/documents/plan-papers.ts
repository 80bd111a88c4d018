// Papers of the whole loan and of what is to be paid: the amortization schedule, coupons, the
// permission of autopay.
import type { ScheduleRow } from '#src/domain/account/statement/schedule-of-loan.ts'
import type { CivilDate } from '#src/domain/calendar.ts'
import { type Cents, minus, ZERO_CENTS } from '#src/domain/money.ts'
import { type DateStyle, formatDate, formatMoney, formatTime } from '#src/words/format.ts'
import { words } from '#src/words/words.ts'
import { aboutRows } from './about-rows.ts'
import type { AmortizationFigures, AutopayCopyFigures, CouponFigures } from './asked-figures.ts'
import { askedFrame, paidCells, paidHeads, tablesFrame } from './asked-tables.ts'
import { permissionLanguage, termRows } from './autopay-terms.ts'
import type { CommonFacts } from './document-facts.ts'
import { scanLine } from './scan-line.ts'
import type { CouponsSheet, SheetTable, TablesSheet } from './sheet.ts'

type ScheduleFacts = CommonFacts & AmortizationFigures

/** In the language of the facts. */
export function amortizationSheet(facts: ScheduleFacts): TablesSheet {
  const { amortization: w, askedPapers } = words(facts.locale).documents
  const { ends, ahead, total } = facts
  const outlook =
    ahead.paid === 0 ? w.over : ends === null ? w.endsNot : w.ends(day(facts, ends, 'dated'))
  return {
    ...tablesFrame(facts, w.title(facts.vehicle, day(facts, facts.on, 'dated'))),
    about: aboutRows(facts),
    heading: w.heading(day(facts, facts.on, 'dated')),
    total: null,
    notes: ahead.paid === 0 ? [outlook] : [outlook, w.moves],
    quote: null,
    tables: [principalTable(facts), rowsTable(facts)],
    closing: total.other === 0 ? [] : [askedPapers.otherNote],
  }
}

function principalTable(facts: ScheduleFacts): SheetTable {
  const { amortization: w, askedPapers } = words(facts.locale).documents
  const { since, on, opening, otherChanges, paid, principal, ahead, left } = facts
  const row = (label: string, amount: Cents) => ({ cells: [label, money(facts, amount)] })
  const less = (amount: Cents) => minus(ZERO_CENTS, amount)
  return {
    heading: w.balance,
    heads: [askedPapers.what, askedPapers.principal],
    words: 1,
    rows: [
      row(askedPapers.opening(day(facts, since, 'dated')), opening),
      row(w.paidSoFar, less(paid.principal)),
      ...(otherChanges === 0 ? [] : [row(askedPapers.otherChanges, otherChanges)]),
      row(w.now(day(facts, on, 'dated')), principal),
      ...(ahead.paid === 0 ? [] : [row(w.ahead, less(ahead.principal))]),
      { ...row(w.left, left), total: true },
    ],
  }
}

function rowsTable(facts: ScheduleFacts): SheetTable {
  const { amortization: w, askedPapers } = words(facts.locale).documents
  const { years, paid, ahead, total } = facts
  const [, ...parts] = paidHeads(facts, total)
  const totals = (label: string, of: typeof total) => ({
    cells: [label, '', ...paidCells(facts, of, total), ''],
    total: true as const,
  })
  return {
    heading: w.rows,
    heads: [w.date, askedPapers.what, w.payment, ...parts, w.after],
    words: 2,
    rows: [
      ...years.flatMap(({ year, rows, total: ofYear }) => [
        ...rows.map((row) => ({ cells: rowCells(facts, row) })),
        totals(w.year(String(year)), ofYear),
      ]),
      ...(paid.paid === 0 || ahead.paid === 0
        ? []
        : [totals(w.allPaid, paid), totals(w.allAhead, ahead)]),
      totals(askedPapers.total, total),
    ],
  }
}

function rowCells(facts: ScheduleFacts, row: ScheduleRow): string[] {
  const { states } = words(facts.locale).documents.amortization
  const { state, number, on, balance } = row
  const name = state === 'ahead' ? states.ahead(String(number)) : states[state]
  const amounts = paidCells(facts, row, facts.total)
  return [day(facts, on, 'shortDated'), name, ...amounts, money(facts, balance)]
}

type CouponFacts = CommonFacts & CouponFigures

/** The same of coupons: each with the line that a scanner reads. */
export function couponsSheet(facts: CouponFacts): CouponsSheet {
  const { coupons: w, print, statement } = words(facts.locale).documents
  const { accountNumber, lender } = facts
  const [from, to] = [day(facts, facts.on, 'dated'), day(facts, facts.through, 'dated')]
  return {
    ...askedFrame(facts, w.title(facts.vehicle, from, to)),
    template: 'coupons',
    about: aboutRows(facts),
    heading: w.heading(from, to),
    notes: [w.use, w.holds, w.autopay],
    coupons: facts.coupons.map(({ number, due, amount }) => ({
      heading: w.one(String(number), day(facts, due, 'dated')),
      about: [
        { label: print.account, value: accountNumber },
        { label: w.due, value: day(facts, due, 'full') },
        { label: statement.coupon.amount, value: money(facts, amount) },
      ],
      scan: scanLine({ accountNumber, due, amount }),
    })),
    to: lender.address,
    from: facts.customers.join(', '),
    enclosed: statement.coupon.enclosed,
  }
}

/** The same of a permission, word for word. */
export function autopayCopySheet(facts: CommonFacts & AutopayCopyFigures): TablesSheet {
  const { autopayCopy: w } = words(facts.locale).documents
  const on = day(facts, facts.on, 'dated')
  const zone = facts.lender.timeZone
  const moment = `${on}, ${formatTime(facts.authorizedAt, { zone, locale: facts.locale })}`
  return {
    ...tablesFrame(facts, w.title(facts.vehicle, on)),
    about: aboutRows(facts),
    heading: w.heading,
    total: null,
    notes: [w.given(moment, facts.by)],
    quote: { text: facts.text, language: permissionLanguage(facts) },
    tables: [{ heading: w.terms, heads: [w.term, w.value], words: 2, rows: termRows(facts) }],
    closing: [w.kept],
  }
}

function day({ locale }: CommonFacts, on: CivilDate, style: DateStyle): string {
  return formatDate(on, locale, style)
}

function money({ locale }: CommonFacts, amount: Cents): string {
  return formatMoney(amount, locale)
}
