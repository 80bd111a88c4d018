// GET /accounts/:id/activity: every payment, charge and correction with its split, by year, with
// totals and as CSV, JSON and OFX.
import type { Hono } from 'hono'
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
import { activityRecords } from './activity-csv.ts'
import { jsonResponse } from './activity-json.ts'
import type { AccountActivity, ActivityLine } from './activity-line.ts'
import { activityIn } from './activity-lines.ts'
import { ofxResponse } from './activity-ofx.ts'
import { type ActivityParts, ActivityTable, ActivityTotals } from './activity-table.tsx'
import { csvResponse } from './csv.ts'

export function registerActivity(app: Hono<WebEnv>): void {
  app.get(
    '/accounts/:id/activity',
    accountPage(async (visit) => {
      const view = await viewOf(visit)
      const { reader } = visit
      const activity = activityIn(view, reader)
      const year = yearAsked(visit, activity)
      const lines = activity.lines.filter((line) => year === null || yearOf(line) === year)
      const format = visit.c.req.query('format')
      const name = ['activity', view.accountEnding, ...(year === null ? [] : [year])].join('-')
      if (format === 'json') return jsonResponse(visit.c, { name, view, lines })
      if (format === 'ofx' && view.product === 'loan')
        return ofxResponse(visit, { name, view, lines: activity.lines, year })
      if (format === 'csv') {
        const rows = activityRecords({ activity, lines }, reader)
        return csvResponse(visit.c, { name, rows })
      }
      return showAccountPage(visit, view, {
        title: reader.words.account.activity.title,
        current: 'activity',
        children: <ActivityPage {...{ visit, view, activity, lines, year }} />,
      })
    }),
  )
}

type ActivityProps = ActivityParts & { readonly view: AccountView; readonly year: number | null }

function ActivityPage(props: ActivityProps) {
  const { visit, view, lines, year } = props
  const w = visit.reader.words.account.activity
  const query = year === null ? '' : `&year=${year}`
  const file = (format: string, name: string) => (
    <a href={`${visit.base}/activity?format=${format}${query}`} download>
      {name}
    </a>
  )
  const download = (
    <span class="inline-flex flex-wrap gap-x-4">
      {file('csv', w.download)}
      {file('json', w.downloadJson)}
      {view.product === 'loan' && file('ofx', w.downloadOfx)}
    </span>
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

function YearLinks({ visit, activity, year }: ActivityProps) {
  const w = visit.reader.words.account.activity
  const years = yearsOf(activity)
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

function yearAsked(visit: AccountVisit, activity: AccountActivity): number | null {
  const asked = Number(visit.c.req.query('year'))
  return yearsOf(activity).includes(asked) ? asked : null
}

function yearsOf({ lines }: AccountActivity): number[] {
  return [...new Set(lines.map(yearOf))].sort((a, b) => b - a)
}

function yearOf({ row }: ActivityLine): number {
  return partsOf(row.effectiveDate).year
}
