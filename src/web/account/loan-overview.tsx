// The overview of a loan: where it stands, what is due next, what needs attention.
import type { AutopayNow } from '#src/servicing/autopay/autopay-now.ts'
import type { LoanView } from '#src/servicing/view-account.ts'
import { Area, PanelGrid } from '#src/ui/layout/panel-grid.tsx'
import { type AccountVisit, showAccountPage, vehicleName } from '../account-visit.tsx'
import { RecentActivityPanel } from '../activity/recent-activity.tsx'
import { AutopayBanner, AutopayPanel, autopayOf } from '../autopay/overview-panel.tsx'
import { NextPaymentPanel } from '../next-payment/next-payment.tsx'
import { IntendedBanner, intendedOf } from '../sharing/intended-banner.tsx'
import { BalancePanel, balanceQuestion } from './balance.tsx'
import { FiledPanel, NotPayingPanel } from './closed-panel.tsx'
import { LoanBand } from './loan-band.tsx'
import type { OverviewParts } from './overview-parts.ts'
import { ProgressPanel } from './progress.tsx'
import { AttentionPanel, TasksPanel } from './tasks.tsx'

export async function loanOverview(visit: AccountVisit, view: LoanView): Promise<Response> {
  const [autopay, intended] = await Promise.all([autopayOf(visit, view), intendedOf(visit, view)])
  return showAccountPage(visit, view, {
    title: vehicleName(view.vehicle),
    current: 'overview',
    band: <LoanBand visit={visit} view={view} />,
    children: (
      <>
        <AutopayBanner visit={visit} autopay={autopay} />
        <IntendedBanner visit={visit} intended={intended} />
        <Overview {...{ visit, view, autopay }} />
      </>
    ),
  })
}

type Parts = OverviewParts & { readonly autopay: AutopayNow | null }

function Overview({ visit, view, autopay }: Parts) {
  const parts = { visit, view }
  const isOpen = view.status === 'open'
  const isPaying = isOpen && view.position.chargedOff === null
  const tasks = (
    <Area at="leadSide">
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
          <NotPayingPanel {...parts} />
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
      <Area at="sideNext">
        {!view.knownThrough && <AutopayPanel visit={visit} autopay={autopay} />}
        <TasksPanel {...parts} />
      </Area>
    </PanelGrid>
  )
}
