import { type CivilDate, partsOf } from '#src/domain/calendar.ts'
import type { AccountView } from '#src/servicing/view-account.ts'
import { Empty } from '#src/ui/empty.tsx'
import { Table } from '#src/ui/figures/table.tsx'
import { Panel, Rule } from '#src/ui/panel.tsx'
import type { AccountVisit } from '../account-visit.tsx'
import { ActivityAmount, ActivityState } from './activity-cells.tsx'
import { activityIn } from './activity-lines.ts'
import { LineName, partCells, partColumns } from './activity-table.tsx'

const SHOWN = 5

/** The last five facts, each a link to its own arithmetic. */
export function RecentActivityPanel({ visit, view }: { visit: AccountVisit; view: AccountView }) {
  const { reader, base } = visit
  const w = reader.words.account.activity
  const activity = activityIn(view, reader)
  if (activity.lines.length === 0) {
    return (
      <Panel title={w.recent}>
        <Empty title={w.empty}>{w.emptyText}</Empty>
      </Panel>
    )
  }
  return (
    <Panel title={w.recent} aside={<a href={`${base}/activity`}>{w.all}</a>}>
      <Table
        caption={w.recent}
        density="roomy"
        rowHeader={1}
        columns={[
          { label: w.date, phone: 'under' },
          { label: w.what, weight: 'strong', phone: 'name' },
          ...partColumns(activity, 'recent'),
          { label: w.amount, align: 'end', weight: 'strong', phone: 'amount' },
          { label: w.state, before: 'wide', phone: 'underEnd' },
        ]}
        rows={activity.lines.slice(0, SHOWN).map((line) => ({
          cells: [
            reader.date(line.row.effectiveDate, dateStyle(line.row.effectiveDate, view)),
            <LineName line={line} visit={visit} />,
            ...partCells(line, { activity, table: 'recent', reader }),
            <ActivityAmount row={line.row} reader={reader} />,
            <ActivityState row={line.row} reader={reader} />,
          ],
        }))}
      />
      <Rule />
      <p class="k-small">{activity.everyAmount}</p>
    </Panel>
  )
}

/** A day of another year says which; an account that ended with a filing may be years behind. */
function dateStyle(day: CivilDate, { today, knownThrough }: AccountView) {
  const isThisYear = partsOf(day).year === partsOf(today).year
  return isThisYear && knownThrough === null ? 'short' : 'shortDated'
}
