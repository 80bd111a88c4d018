// GET /accounts/:id/activity: every payment, charge and correction with its split, by year, with totals and as CSV.
import type { Hono } from 'hono'
import type { ActivityRow } from '#src/domain/account/activity.ts'
import { partsOf } from '#src/domain/calendar.ts'
import { type Cents, plus, sum, ZERO_CENTS } from '#src/domain/money.ts'
import type { Split } from '#src/domain/rules/waterfall.ts'
import type { AccountView } from '#src/servicing/view-account.ts'
import { Empty } from '#src/ui/empty.tsx'
import { DefinitionRows } from '#src/ui/figures/definition-rows.tsx'
import { CellNote, Table } from '#src/ui/figures/table.tsx'
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
import { csvResponse } from '../csv.ts'
import type { WebEnv } from '../request-context.ts'
import {
  ActivityAmount,
  ActivityState,
  activityName,
  activityNote,
  isCharge,
  isPaid,
} from './activity-cells.tsx'
import { activityTable } from './activity-csv.ts'

export function registerActivity(app: Hono<WebEnv>): void {
  app.get(
    '/accounts/:id/activity',
    accountPage(async (visit) => {
      const view = await viewOf(visit)
      const year = yearAsked(visit, view)
      const rows = view.activity.filter((row) => year === null || yearOf(row) === year)
      if (visit.c.req.query('format') === 'csv') {
        const name = ['activity', view.accountEnding, ...(year === null ? [] : [year])].join('-')
        return csvResponse(visit.c, { name, rows: activityTable(rows, visit.reader) })
      }
      const title = visit.reader.words.account.activity.title
      return showAccountPage(visit, view, {
        title,
        current: 'activity',
        children: <ActivityPage visit={visit} view={view} rows={rows} year={year} />,
      })
    }),
  )
}

type ActivityProps = {
  visit: AccountVisit
  view: AccountView
  rows: readonly ActivityRow[]
  year: number | null
}

function ActivityPage(props: ActivityProps) {
  const { visit, view, rows, year } = props
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
        {rows.length > 0 ? (
          <>
            <ActivityTable {...props} />
            <Rule />
            <Totals {...props} />
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

function ActivityTable({ visit, rows }: ActivityProps) {
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
      rows={rows.map((row) => ({
        cells: [
          reader.date(row.effectiveDate, 'shortDated'),
          <>
            <a class="k-quiet-link" href={`${base}/activity/${row.eventId}`}>
              {activityName(row, reader)}
            </a>
            {activityNote(row, reader) && <CellNote>{activityNote(row, reader)}</CellNote>}
          </>,
          ...splitCells(row.split, (amount) => reader.money(amount)),
          <ActivityAmount row={row} reader={reader} />,
          row.principalAfter === null ? '–' : reader.money(row.principalAfter),
          <ActivityState row={row} reader={reader} />,
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
function Totals({ visit, rows }: ActivityProps) {
  const { reader } = visit
  const w = reader.words.account.activity
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
