// GET /accounts/:id/activity/:event: one fact of the account with its own arithmetic and where its
// money is.
import type { Hono } from 'hono'
import type { AccountView } from '#src/servicing/view-account.ts'
import { Amount } from '#src/ui/amount.tsx'
import { AmountLead } from '#src/ui/figures/amount-lead.tsx'
import { type DefinitionRow, DefinitionRows } from '#src/ui/figures/definition-rows.tsx'
import { PageHeading } from '#src/ui/layout/page-heading.tsx'
import { Area, PanelGrid } from '#src/ui/layout/panel-grid.tsx'
import { Panel } from '#src/ui/panel.tsx'
import {
  AccountIdentity,
  type AccountVisit,
  accountPage,
  showAccountPage,
  viewOf,
} from '../account-visit.tsx'
import { ProofForm } from '../documents/proofs.tsx'
import { notFoundPage } from '../errors.tsx'
import { ExplanationView } from '../explanation/explanation-view.tsx'
import type { WebEnv } from '../request-context.ts'
import { ActivityState } from './activity-cells.tsx'
import type { AccountActivity, ActivityLine } from './activity-line.ts'
import { activityIn } from './activity-lines.ts'

export function registerWorking(app: Hono<WebEnv>): void {
  app.get(
    '/accounts/:id/activity/:event',
    accountPage(async (visit) => {
      const view = await viewOf(visit)
      const activity = activityIn(view, visit.reader)
      const event = visit.c.req.param('event')
      const line = activity.lines.find(({ row }) => row.eventId === event)
      if (!line) return notFoundPage(visit.c)
      return showAccountPage(visit, view, {
        title: line.name,
        current: 'activity',
        children: <WorkingPage {...{ visit, view, activity, line }} />,
      })
    }),
  )
}

type WorkingProps = {
  visit: AccountVisit
  view: AccountView
  activity: AccountActivity
  line: ActivityLine
}

function WorkingPage(props: WorkingProps) {
  const { visit, view, line } = props
  const { row, name, note } = line
  const { reader, base } = visit
  const w = reader.words.account.working
  return (
    <>
      <PageHeading
        identity={<AccountIdentity visit={visit} view={view} />}
        title={`${name}, ${reader.date(row.effectiveDate, 'dated')}`}
        {...(note && { lead: note })}
        aside={<a href={`${base}/activity`}>{w.back}</a>}
      />
      <PanelGrid split="7-5">
        <Area at="main">
          <Panel>
            {row.amount !== null && (
              <AmountLead
                label={name}
                amount={<Amount cents={row.amount} locale={reader.locale} size="task" />}
              />
            )}
            <h2 class="k-section mt-6 mb-2">{line.parts ? w.split : w.howWeGotThis}</h2>
            <Arithmetic {...props} />
          </Panel>
        </Area>
        <Area at="side">
          <Panel>
            <DefinitionRows rows={dateRows(props)} />
            <ReturnWords {...props} />
            {row.kind === 'payment' && line.parts && (
              <ProofForm visit={visit} action={`/activity/${row.eventId}/receipt`}>
                {reader.words.documents.receipt.make}
              </ProofForm>
            )}
          </Panel>
        </Area>
      </PanelGrid>
    </>
  )
}

function Arithmetic({ visit, activity, line }: WorkingProps) {
  const { row, parts } = line
  const { reader } = visit
  const w = reader.words.account.working
  if (row.explanation) return <ExplanationView explanation={row.explanation} reader={reader} />
  if (row.kind === 'returned') return <p>{w.didNotCount}</p>
  if (row.kind === 'unsent') return <p>{reader.words.payments.states.held.lead}</p>
  if (row.kind === 'reversed') return <p>{w.correctedText}</p>
  if (row.kind !== 'reportedMonth' || !parts) return <p>{w.noWorking}</p>
  const rows = activity.parts.flatMap(({ label, stands }, at): DefinitionRow[] => {
    const amount = parts[at]
    return stands === 'file' || amount === undefined ? [] : [{ label, value: reader.money(amount) }]
  })
  return (
    <>
      <DefinitionRows rows={rows} />
      <p class="k-small mt-3">{w.reported}</p>
    </>
  )
}

function dateRows({ visit, activity, line }: WorkingProps): DefinitionRow[] {
  const { row, after } = line
  const { reader } = visit
  const w = reader.words.account
  const { clearing } = row
  return [
    { label: w.working.counted, value: reader.date(row.effectiveDate, 'weekdayDated') },
    { label: w.working.recorded, value: reader.moment(row.postedAt) },
    ...(clearing?.state === 'cleared'
      ? [{ label: w.working.cleared, value: reader.date(clearing.on, 'weekdayDated') }]
      : []),
    ...(clearing?.state === 'returnable'
      ? [{ label: w.working.clearsOn, value: reader.date(clearing.until, 'weekdayDated') }]
      : []),
    ...(clearing
      ? [{ label: w.activity.state, value: <ActivityState row={row} reader={reader} /> }]
      : []),
    ...(after === null ? [] : [{ label: activity.afterLabel, value: after.shown }]),
  ]
}

/** How long a bank can still take the money back, always in words. */
function ReturnWords({ visit, view, line }: WorkingProps) {
  const { clearing } = line.row
  if (!clearing || clearing.state === 'returned') return null
  const { reader } = visit
  const w = reader.words.account.working
  const until = reader.date(clearing.unauthorizedUntil, 'dated')
  return (
    <div class="k-small mt-4">
      {clearing.state === 'returnable' && (
        <p>{w.returnable(reader.date(clearing.until, 'long'))}</p>
      )}
      <p>
        {view.today <= clearing.unauthorizedUntil
          ? w.unauthorizedUntil(until)
          : w.unauthorizedOver(until)}
      </p>
    </div>
  )
}
