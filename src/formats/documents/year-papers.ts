// Papers of a calendar year of a loan: what was paid, and what a lender must tell of its interest.
import { fromParts } from '#src/domain/calendar.ts'
import { type Cents, minus, ZERO_CENTS } from '#src/domain/money.ts'
import { formatDate, formatMoney } from '#src/words/format.ts'
import { words } from '#src/words/words.ts'
import { aboutRows } from './about-rows.ts'
import type { VehicleInterestFigures, YearInterestFigures } from './asked-figures.ts'
import { paidCells, paidHeads, tablesFrame } from './asked-tables.ts'
import type { CommonFacts } from './document-facts.ts'
import type { SheetTable, TablesSheet } from './sheet.ts'

type YearFacts = CommonFacts & YearInterestFigures
type VehicleFacts = CommonFacts & VehicleInterestFigures

/** In the language of the facts. */
export function yearInterestSheet(facts: YearFacts): TablesSheet {
  const all = words(facts.locale).documents
  const w = all.yearInterest
  const year = String(facts.year)
  return {
    ...tablesFrame(facts, w.title(facts.vehicle, year)),
    about: aboutRows(facts),
    heading: w.heading(year),
    total: { label: w.total, amount: money(facts, facts.total.interest) },
    notes: [...sinceNote(facts), w.counts],
    quote: null,
    tables: [monthsTable(facts), balanceTable(facts)],
    closing: [...(facts.total.other === 0 ? [] : [all.askedPapers.otherNote]), w.noForm],
  }
}

function monthsTable(facts: YearFacts): SheetTable {
  const { askedPapers: shared, yearInterest: w } = words(facts.locale).documents
  const { months, total, year, locale } = facts
  return {
    heading: w.months,
    heads: [w.month, ...paidHeads(facts, total)],
    words: 1,
    rows: [
      ...months.map((row) => ({
        cells: [
          formatDate(fromParts({ year, month: row.month, day: 1 }), locale, 'month'),
          ...paidCells(facts, row, total),
        ],
      })),
      { cells: [shared.total, ...paidCells(facts, total, total)], total: true },
    ],
  }
}

function balanceTable(facts: YearFacts): SheetTable {
  const { askedPapers: shared, yearInterest: w } = words(facts.locale).documents
  const { opening, otherChanges, closing, total } = facts
  const day = (on: YearFacts['on']) => formatDate(on, facts.locale, 'dated')
  const row = (label: string, amount: Cents) => ({ cells: [label, money(facts, amount)] })
  return {
    heading: w.balance,
    heads: [shared.what, shared.principal],
    words: 1,
    rows: [
      row(shared.opening(day(facts.since)), opening),
      row(shared.principalPaid, minus(ZERO_CENTS, total.principal)),
      ...(otherChanges === 0 ? [] : [row(shared.otherChanges, otherChanges)]),
      { ...row(shared.closing(day(facts.on)), closing), total: true },
    ],
  }
}

/** The same; what was not told to us with the contract is said to be unknown. */
export function vehicleInterestSheet(facts: VehicleFacts): TablesSheet {
  const w = words(facts.locale).documents.vehicleInterest
  const { rule, locale } = facts
  const year = String(facts.year)
  const unknown = [
    w.unknownRows.isNew,
    w.unknownRows.assembly,
    w.unknownRows.use,
    w.unknownRows.lien,
  ]
  return {
    ...tablesFrame(facts, w.title(facts.vehicle, year)),
    about: aboutRows(facts),
    heading: w.heading(year),
    total: { label: w.total(year), amount: money(facts, facts.interest) },
    notes: sinceNote(facts),
    quote: null,
    tables: [
      { heading: w.facts, ...valueHeads(facts), rows: toldRows(facts) },
      {
        heading: w.unknown,
        ...valueHeads(facts),
        rows: unknown.map((label) => ({ cells: [label, w.unknownValue] })),
      },
    ],
    closing: [
      w.rule(
        rule.citation,
        money(facts, rule.least),
        formatDate(rule.madeAfter, locale, 'dated'),
        String(rule.from),
        String(rule.through),
      ),
      w.noForm,
    ],
  }
}

function valueHeads({ locale }: VehicleFacts): Pick<SheetTable, 'heads' | 'words'> {
  const { askedPapers, vehicleInterest } = words(locale).documents
  return { heads: [askedPapers.what, vehicleInterest.value], words: 1 }
}

function toldRows(facts: VehicleFacts): SheetTable['rows'] {
  const { vehicleInterest: w, print } = words(facts.locale).documents
  const { lender, made, since, locale } = facts
  const day = (on: VehicleFacts['on']) => formatDate(on, locale, 'dated')
  const rows: [string, string][] = [
    [print.customers(facts.customers.length), facts.customers.join(', ')],
    [w.total(String(facts.year)), money(facts, facts.interest)],
    [made === since ? w.openingMade : w.opening(day(since)), money(facts, facts.opening)],
    [w.made, day(made)],
    [w.vehicle, facts.vehicle],
    [w.vin, facts.vin ?? w.vinUnknown],
    [w.lender, lender.legalName],
    [w.address, lender.address.slice(1).join(', ')],
    [w.phone, lender.phone],
  ]
  return rows.map((cells) => ({ cells }))
}

function sinceNote(facts: YearFacts | VehicleFacts): string[] {
  const { askedPapers: w } = words(facts.locale).documents
  const { since, isWhole, locale } = facts
  return isWhole ? [] : [w.servedSince(formatDate(since, locale, 'dated'))]
}

function money({ locale }: CommonFacts, amount: Cents): string {
  return formatMoney(amount, locale)
}
