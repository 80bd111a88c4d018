// The quote day by day, as a table and as a file.
import type { ComponentChildren } from 'preact'
import { type Cents, minus, toDollars, ZERO_CENTS } from '#src/domain/money.ts'
import type { PayoffDay, PayoffView } from '#src/servicing/quote-payoff.ts'
import { CellNote, type Column, Table } from '#src/ui/figures/table.tsx'
import { Panel } from '#src/ui/panel.tsx'
import { formatExact } from '#src/words/format.ts'
import type { Reader } from '../reader.ts'
import type { PayoffParts } from './payoff-parts.ts'

export function DaysPanel({ visit, quoted }: PayoffParts) {
  const { reader, base } = visit
  const w = reader.words.payoff.days
  return (
    <Panel
      title={w.heading}
      lead={w.lead(formatExact(quoted.payoff.perDiem))}
      aside={
        <a href={`${base}/payoff?on=${quoted.payoff.on}&format=csv`} download>
          {w.download}
        </a>
      }
    >
      <Table
        caption={w.heading}
        density="dense"
        columns={columns(quoted, reader)}
        rows={quoted.days.map((day) => ({
          cells: cells(day, quoted, reader),
          ...(day.notes.includes('asked') && { state: 'selected' as const }),
        }))}
      />
    </Panel>
  )
}

/** Plain dates and dollars, heads first. */
export function payoffTable(quoted: PayoffView, reader: Reader): string[][] {
  const w = reader.words.payoff.days
  const heads = [w.reaches, w.interestDays, w.interest, w.payoff, w.clearedOnly, w.note]
  return [
    heads,
    ...quoted.days.map((day) => [
      day.on,
      String(day.interestDays),
      toDollars(day.interest),
      toDollars(day.total),
      day.clearedOnly === null ? '' : toDollars(day.clearedOnly),
      notes(day, quoted, reader),
    ]),
  ]
}

function columns(quoted: PayoffView, reader: Reader): Column[] {
  const w = reader.words.payoff.days
  return [
    { label: w.reaches, weight: 'ink' },
    { label: w.interestDays, align: 'end', phone: 'hidden' },
    { label: w.interest, align: 'end', phone: 'hidden' },
    { label: w.payoff, align: 'end', weight: 'strong' },
    ...(!isDifferent(quoted)
      ? []
      : [{ label: w.clearedOnly, align: 'end' as const, phone: 'hidden' as const }]),
    { label: w.note, before: 'wide', phone: 'hidden' },
  ]
}

function cells(day: PayoffDay, quoted: PayoffView, reader: Reader): ComponentChildren[] {
  const note = notes(day, quoted, reader)
  return [
    <>
      {reader.date(day.on, 'weekday')}
      {note && <CellNote phone="only">{note}</CellNote>}
    </>,
    String(day.interestDays),
    reader.money(day.interest),
    reader.money(day.total),
    ...(!isDifferent(quoted) || day.clearedOnly === null ? [] : [reader.money(day.clearedOnly)]),
    note,
  ]
}

/** Once all of it has cleared, cleared money is all there is. */
function isDifferent({ days }: PayoffView): boolean {
  return days.some((day) => day.clearedOnly !== null && day.clearedOnly !== day.total)
}

function notes(day: PayoffDay, quoted: PayoffView, reader: Reader): string {
  const w = reader.words.payoff.days.notes
  const charge = lateChargeAdded(day, quoted)
  return [
    ...day.notes.map((note) => w[note]),
    ...(charge > 0 ? [w.lateCharge(reader.money(charge))] : []),
  ].join('. ')
}

/** What the day adds besides interest: between days nothing else is added to a payoff. */
function lateChargeAdded(day: PayoffDay, { days }: PayoffView): Cents {
  const before = days[days.indexOf(day) - 1]
  if (!before) return ZERO_CENTS
  return minus(minus(day.total, day.interest), minus(before.total, before.interest))
}
