import { Empty } from '#src/ui/empty.tsx'
import { CellNote, Table } from '#src/ui/figures/table.tsx'
import { Panel, Rule } from '#src/ui/panel.tsx'
import {
  ActivityAmount,
  ActivityState,
  activityName,
  activityNote,
  linesOf,
} from './activity-cells.tsx'
import type { OverviewParts } from './overview-parts.ts'

const SHOWN = 5

/** The last five facts, each a link to its own arithmetic. */
export function RecentActivityPanel({ visit, view }: OverviewParts) {
  const { reader, base } = visit
  const w = reader.words.account.activity
  if (view.activity.length === 0) {
    return (
      <Panel title={w.recent}>
        <Empty title={w.empty}>{w.emptyText}</Empty>
      </Panel>
    )
  }
  const rows = linesOf(view)
    .slice(0, SHOWN)
    .map((line) => {
      const { row } = line
      return {
        cells: [
          reader.date(row.effectiveDate, 'short'),
          <>
            <a class="k-quiet-link" href={`${base}/activity/${row.eventId}`}>
              {activityName(line, reader)}
            </a>
            {activityNote(line, reader) && <CellNote>{activityNote(line, reader)}</CellNote>}
          </>,
          row.split ? reader.money(row.split.interest) : '–',
          row.split ? reader.money(row.split.principal) : '–',
          <ActivityAmount row={row} reader={reader} />,
          <ActivityState row={row} reader={reader} />,
        ],
      }
    })
  return (
    <Panel title={w.recent} aside={<a href={`${base}/activity`}>{w.all}</a>}>
      <Table
        caption={w.recent}
        density="roomy"
        rowHeader={1}
        columns={[
          { label: w.date, phone: 'under' },
          { label: w.what, weight: 'strong', phone: 'name' },
          { label: w.interest, align: 'end', phone: 'hidden' },
          { label: w.principal, align: 'end', phone: 'hidden' },
          { label: w.amount, align: 'end', weight: 'strong', phone: 'amount' },
          { label: w.state, before: 'wide', phone: 'underEnd' },
        ]}
        rows={rows}
      />
      <Rule />
      <p class="k-small">{w.everyAmount}</p>
    </Panel>
  )
}
