// GET /accounts/:id: where the loan stands, what is due next, what needs attention.
import type { Hono } from 'hono'
import { IdentityBand } from '#src/ui/layout/page-heading.tsx'
import { Area, PanelGrid } from '#src/ui/layout/panel-grid.tsx'
import { formatRate } from '#src/words/format.ts'
import { accountPage, showAccountPage, vehicleName, viewOf } from '../account-visit.tsx'
import { Masked } from '../masked.tsx'
import { NextPaymentPanel } from '../next-payment/next-payment.tsx'
import type { WebEnv } from '../request-context.ts'
import { BalancePanel, balanceQuestion } from './balance.tsx'
import { ClosedPanel, FiledPanel } from './closed-panel.tsx'
import type { OverviewParts } from './overview-parts.ts'
import { ProgressPanel } from './progress.tsx'
import { RecentActivityPanel } from './recent-activity.tsx'
import { AttentionPanel, TasksPanel } from './tasks.tsx'

export function registerOverview(app: Hono<WebEnv>): void {
  app.get(
    '/accounts/:id',
    accountPage(async (visit) => {
      const view = await viewOf(visit)
      return showAccountPage(visit, view, {
        title: vehicleName(view.vehicle),
        current: 'overview',
        band: <Band visit={visit} view={view} />,
        children: <Overview visit={visit} view={view} />,
      })
    }),
  )
}

function Overview({ visit, view }: OverviewParts) {
  const parts = { visit, view }
  const isOpen = view.status === 'open'
  const tasks = (
    <Area at={isOpen ? 'sideNext' : 'leadSide'}>
      <TasksPanel {...parts} />
    </Area>
  )
  const activity = (
    <Area at={isOpen ? 'mainNext' : 'main'}>
      <RecentActivityPanel {...parts} />
    </Area>
  )
  if (!isOpen) {
    return (
      <PanelGrid split="8-4">
        <Area at="lead">
          <ClosedPanel {...parts} />
        </Area>
        {tasks}
        {activity}
        <AttentionPanel {...parts} />
      </PanelGrid>
    )
  }
  return (
    <PanelGrid split="8-4">
      <Area at="lead">
        {view.knownThrough ? <FiledPanel {...parts} /> : <NextPaymentPanel {...parts} />}
      </Area>
      <AttentionPanel {...parts} />
      <Area at="leadSide">
        <ProgressPanel {...parts} />
      </Area>
      <Area at="main">
        <BalancePanel {...parts} question={balanceQuestion(visit.c)} />
      </Area>
      {activity}
      {tasks}
    </PanelGrid>
  )
}

function Band({ visit, view }: OverviewParts) {
  const w = visit.reader.words.account
  const { vin } = view.vehicle
  const facts = [
    <>
      {w.loan} <Masked ending={view.accountEnding} reader={visit.reader} />
    </>,
    ...(vin ? [w.vinEnding(`${vin.slice(-7, -4)} ${vin.slice(-4)}`)] : []),
    w.rate(formatRate(view.position.rate)),
    ...(visit.session.accounts.length > 1 ? [<a href="/accounts">{w.switchAccount}</a>] : []),
  ]
  return <IdentityBand title={vehicleName(view.vehicle)} facts={facts} />
}
