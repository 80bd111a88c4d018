// Activity as a table with its totals.
import { type Cents, minus, sum, ZERO_CENTS } from '#src/domain/money.ts'
import { type DefinitionRow, DefinitionRows } from '#src/ui/figures/definition-rows.tsx'
import { CellNote, type Column, Table } from '#src/ui/figures/table.tsx'
import type { AccountVisit } from '../account-visit.tsx'
import type { Reader } from '../reader.ts'
import { ActivityAmount, ActivityState, isCharge, isPaid } from './activity-cells.tsx'
import type { AccountActivity, ActivityLine, ActivityPart } from './activity-line.ts'

export type ActivityParts = {
  readonly visit: AccountVisit
  readonly activity: AccountActivity
  readonly lines: readonly ActivityLine[]
}

export function ActivityTable({ visit, activity, lines }: ActivityParts) {
  const { reader } = visit
  const w = reader.words.account.activity
  return (
    <Table
      caption={w.title}
      rowHeader={1}
      columns={[
        { label: w.date, phone: 'under' },
        { label: w.what, weight: 'strong', phone: 'name' },
        ...partColumns(activity, 'page'),
        { label: w.amount, align: 'end', weight: 'strong', phone: 'amount' },
        { label: activity.afterLabel, align: 'end', phone: 'hidden' },
        { label: w.state, before: 'wide', phone: 'underEnd' },
      ]}
      rows={lines.map((line) => ({
        cells: [
          reader.date(line.row.effectiveDate, 'shortDated'),
          <LineName line={line} visit={visit} />,
          ...partCells(line, { activity, table: 'page', reader }),
          <ActivityAmount row={line.row} reader={reader} />,
          line.after?.shown ?? '–',
          <ActivityState row={line.row} reader={reader} />,
        ],
      }))}
    />
  )
}

export function partColumns(activity: AccountActivity, table: PartTable): Column[] {
  return activity.parts
    .filter(({ stands }) => IN_TABLE[table].includes(stands))
    .map(({ label }) => ({ label, align: 'end', phone: 'hidden' }))
}

export function partCells(
  line: ActivityLine,
  at: { activity: AccountActivity; table: PartTable; reader: Reader },
): string[] {
  return at.activity.parts.flatMap(({ stands }, index) => {
    if (!IN_TABLE[at.table].includes(stands)) return []
    const amount = line.parts?.[index]
    return [amount === undefined ? '–' : at.reader.money(amount)]
  })
}

type PartTable = 'recent' | 'page'

const IN_TABLE: Record<PartTable, readonly ActivityPart['stands'][]> = {
  recent: ['recent'],
  page: ['recent', 'page'],
}

/** The name leads to the row's own arithmetic. */
export function LineName({ line, visit }: { line: ActivityLine; visit: AccountVisit }) {
  return (
    <>
      <a class="k-quiet-link" href={`${visit.base}/activity/${line.row.eventId}`}>
        {line.name}
      </a>
      {line.note && <CellNote>{line.note}</CellNote>}
    </>
  )
}

/** Money that counted, part by part; charges by themselves. */
export function ActivityTotals({ visit, activity, lines }: ActivityParts) {
  const { reader } = visit
  const w = reader.words.account.activity
  const paid = lines.filter(({ row }) => isPaid(row))
  const charged = sum(lines.flatMap(({ row }) => (isCharge(row) ? [row.amount ?? ZERO_CENTS] : [])))
  const parts = activity.parts.flatMap(({ label, stands }, at): DefinitionRow[] => {
    const total = sum(paid.map((line) => line.parts?.[at] ?? ZERO_CENTS))
    return stands === 'file' && total === 0 ? [] : [{ label, value: reader.money(total) }]
  })
  return (
    <>
      <DefinitionRows
        rows={[
          ...parts,
          wholeRow(paid, reader),
          ...(charged === 0 ? [] : [{ label: w.totalCharged, value: reader.money(charged) }]),
        ]}
      />
      <p class="k-small mt-3">{activity.totalsNote}</p>
    </>
  )
}

/** What the vehicle brought is not what somebody paid, and is told apart from it. */
function wholeRow(lines: readonly ActivityLine[], reader: Reader): DefinitionRow {
  const w = reader.words.account.activity
  const whole = amountOf(lines)
  const brought = amountOf(lines.filter(({ row }) => row.kind === 'proceeds'))
  const value = reader.money(whole)
  if (brought === 0) return { label: w.totalPaid, value, strength: 'total' }
  const note = w.recoveredParts(reader.money(minus(whole, brought)), reader.money(brought))
  return { label: w.totalRecovered, value, strength: 'total', note }
}

function amountOf(lines: readonly ActivityLine[]): Cents {
  return sum(lines.map(({ row }) => row.amount ?? ZERO_CENTS))
}
