// GET /accounts/:id/activity: every payment, charge and correction with its split, by year, with
// totals and as CSV.
import type { Hono } from 'hono'
import type { ActivityRow } from '#src/domain/account/activity.ts'
import { partsOf } from '#src/domain/calendar.ts'
import type { AccountView } from '#src/servicing/view-account.ts'
import { Empty } from '#src/ui/empty.tsx'
import { PageHeading } from '#src/ui/layout/page-heading.tsx'
import { Panel, Rule } from '#src/ui/panel.tsx'
import { Segment } from '#src/ui/segment.tsx'
import {
  AccountIdentity,
  type AccountVisit,
  accountPage,
  showAccountPage,
  viewOf,
} from '../account-visit.tsx'
import type { WebEnv } from '../request-context.ts'
import { type ActivityLine, linesOf } from './activity-cells.tsx'
import { activityTable } from './activity-csv.ts'
import { ActivityTable, ActivityTotals } from './activity-table.tsx'
import { csvResponse } from './csv.ts'

export function registerActivity(app: Hono<WebEnv>): void {
  app.get(
    '/accounts/:id/activity',
    accountPage(async (visit) => {
      const view = await viewOf(visit)
      const year = yearAsked(visit, view)
      const lines = linesOf(view).filter(({ row }) => year === null || yearOf(row) === year)
      if (visit.c.req.query('format') === 'csv') {
        const name = ['activity', view.accountEnding, ...(year === null ? [] : [year])].join('-')
        return csvResponse(visit.c, { name, rows: activityTable(lines, visit.reader) })
      }
      const title = visit.reader.words.account.activity.title
      return showAccountPage(visit, view, {
        title,
        current: 'activity',
        children: <ActivityPage visit={visit} view={view} lines={lines} year={year} />,
      })
    }),
  )
}

type ActivityProps = {
  visit: AccountVisit
  view: AccountView
  lines: readonly ActivityLine[]
  year: number | null
}

function ActivityPage(props: ActivityProps) {
  const { visit, view, lines, year } = props
  const w = visit.reader.words.account.activity
  const query = year === null ? '' : `&year=${year}`
  const download = (
    <a href={`${visit.base}/activity?format=csv${query}`} download>
      {w.download}
    </a>
  )
  return (
    <>
      <PageHeading
        identity={<AccountIdentity visit={visit} view={view} />}
        title={w.title}
        lead={w.lead}
      />
      <Panel title={<YearTitle year={year} words={w} />} aside={download}>
        <YearLinks {...props} />
        {lines.length > 0 ? (
          <>
            <ActivityTable {...props} />
            <Rule />
            <ActivityTotals {...props} />
          </>
        ) : (
          <Empty title={w.empty}>{year === null ? w.emptyText : w.emptyYear}</Empty>
        )}
      </Panel>
    </>
  )
}

function YearTitle(props: { year: number | null; words: { allYears: string; title: string } }) {
  return <>{props.year === null ? props.words.title : `${props.words.title} ${props.year}`}</>
}

function YearLinks({ visit, view, year }: ActivityProps) {
  const w = visit.reader.words.account.activity
  const years = yearsOf(view)
  if (years.length < 2) return null
  const path = `${visit.base}/activity`
  return (
    <div class="mb-4">
      <Segment
        label={w.year}
        current={year === null ? 'all' : String(year)}
        options={[
          { key: 'all', label: w.allYears, href: path },
          ...years.map((one) => ({
            key: String(one),
            label: String(one),
            href: `${path}?year=${one}`,
          })),
        ]}
      />
    </div>
  )
}

function yearAsked(visit: AccountVisit, view: AccountView): number | null {
  const asked = Number(visit.c.req.query('year'))
  return yearsOf(view).includes(asked) ? asked : null
}

function yearsOf(view: AccountView): number[] {
  return [...new Set(view.activity.map(yearOf))].sort((a, b) => b - a)
}

function yearOf(row: ActivityRow): number {
  return partsOf(row.effectiveDate).year
}
