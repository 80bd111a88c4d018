// Activity as a table with its totals.
import { type Cents, plus, sum, ZERO_CENTS } from '#src/domain/money.ts'
import type { Split } from '#src/domain/rules/waterfall.ts'
import { DefinitionRows } from '#src/ui/figures/definition-rows.tsx'
import { CellNote, Table } from '#src/ui/figures/table.tsx'
import type { AccountVisit } from '../account-visit.tsx'
import {
  ActivityAmount,
  type ActivityLine,
  ActivityState,
  activityName,
  activityNote,
  isCharge,
  isPaid,
} from './activity-cells.tsx'

export type ActivityParts = {
  readonly visit: AccountVisit
  readonly lines: readonly ActivityLine[]
}

export function ActivityTable({ visit, lines }: ActivityParts) {
  const { reader, base } = visit
  const w = reader.words.account.activity
  return (
    <Table
      caption={w.title}
      rowHeader={1}
      columns={[
        { label: w.date, phone: 'under' },
        { label: w.what, weight: 'strong', phone: 'name' },
        { label: w.interest, align: 'end', phone: 'hidden' },
        { label: w.principal, align: 'end', phone: 'hidden' },
        { label: w.toCharges, align: 'end', phone: 'hidden' },
        { label: w.amount, align: 'end', weight: 'strong', phone: 'amount' },
        { label: w.principalAfter, align: 'end', phone: 'hidden' },
        { label: w.state, before: 'wide', phone: 'underEnd' },
      ]}
      rows={lines.map((line) => ({
        cells: [
          reader.date(line.row.effectiveDate, 'shortDated'),
          <>
            <a class="k-quiet-link" href={`${base}/activity/${line.row.eventId}`}>
              {activityName(line, reader)}
            </a>
            {activityNote(line, reader) && <CellNote>{activityNote(line, reader)}</CellNote>}
          </>,
          ...splitCells(line.row.split, (amount) => reader.money(amount)),
          <ActivityAmount row={line.row} reader={reader} />,
          line.row.principalAfter === null ? '–' : reader.money(line.row.principalAfter),
          <ActivityState row={line.row} reader={reader} />,
        ],
      }))}
    />
  )
}

function splitCells(split: Split | null, money: (amount: Cents) => string): string[] {
  if (!split) return ['–', '–', '–']
  return [money(split.interest), money(split.principal), money(plus(split.lateCharges, split.fees))]
}

/** Payments that counted, part by part; charges by themselves. */
export function ActivityTotals({ visit, lines }: ActivityParts) {
  const { reader } = visit
  const w = reader.words.account.activity
  const rows = lines.map((line) => line.row)
  const paid = rows.filter(isPaid)
  const part = (take: (split: Split) => Cents) =>
    reader.money(sum(paid.map((row) => (row.split ? take(row.split) : ZERO_CENTS))))
  const held = sum(paid.map((row) => row.split?.suspense ?? ZERO_CENTS))
  const charged = sum(rows.filter(isCharge).map((row) => row.amount ?? ZERO_CENTS))
  return (
    <>
      <DefinitionRows
        rows={[
          { label: w.interest, value: part((split) => split.interest) },
          { label: w.principal, value: part((split) => split.principal) },
          { label: w.toCharges, value: part((split) => plus(split.lateCharges, split.fees)) },
          ...(held === 0 ? [] : [{ label: w.held, value: reader.money(held) }]),
          {
            label: w.totalPaid,
            value: reader.money(sum(paid.map((row) => row.amount ?? ZERO_CENTS))),
            strength: 'total',
          },
          ...(charged === 0 ? [] : [{ label: w.totalCharged, value: reader.money(charged) }]),
        ]}
      />
      <p class="k-small mt-3">{w.totalsNote}</p>
    </>
  )
}
