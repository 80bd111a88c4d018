// The overview of a loan: where it stands, what is due next, what needs attention.
import type { LoanView } from '#src/servicing/view-account.ts'
import { IdentityBand } from '#src/ui/layout/page-heading.tsx'
import { Area, PanelGrid } from '#src/ui/layout/panel-grid.tsx'
import { formatRate } from '#src/words/format.ts'
import { type AccountVisit, showAccountPage, vehicleName } from '../account-visit.tsx'
import { RecentActivityPanel } from '../activity/recent-activity.tsx'
import { Masked } from '../masked.tsx'
import { NextPaymentPanel } from '../next-payment/next-payment.tsx'
import { BalancePanel, balanceQuestion } from './balance.tsx'
import { ChargedOffPanel } from './charged-off-panel.tsx'
import { ClosedPanel, FiledPanel } from './closed-panel.tsx'
import type { OverviewParts } from './overview-parts.ts'
import { ProgressPanel } from './progress.tsx'
import { AttentionPanel, TasksPanel } from './tasks.tsx'

export function loanOverview(visit: AccountVisit, view: LoanView): Response {
  return showAccountPage(visit, view, {
    title: vehicleName(view.vehicle),
    current: 'overview',
    band: <Band visit={visit} view={view} />,
    children: <Overview visit={visit} view={view} />,
  })
}

function Overview({ visit, view }: OverviewParts) {
  const parts = { visit, view }
  const isOpen = view.status === 'open'
  const isPaying = isOpen && view.position.chargedOff === null
  const tasks = (
    <Area at={isPaying ? 'sideNext' : 'leadSide'}>
      <TasksPanel {...parts} />
    </Area>
  )
  const activity = (
    <Area at={isPaying ? 'mainNext' : 'main'}>
      <RecentActivityPanel {...parts} />
    </Area>
  )
  if (!isPaying) {
    return (
      <PanelGrid split="8-4">
        <Area at="lead">
          {isOpen ? <ChargedOffPanel {...parts} /> : <ClosedPanel {...parts} />}
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
    // No interest runs on what was charged off.
    ...(view.position.chargedOff === null ? [w.rate(formatRate(view.position.rate))] : []),
    ...(visit.session.accounts.length > 1 ? [<a href="/accounts">{w.switchAccount}</a>] : []),
  ]
  return <IdentityBand title={vehicleName(view.vehicle)} facts={facts} />
}
