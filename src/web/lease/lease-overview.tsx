// GET /accounts/:id of a lease: what is due, how far the term is, the lease balance, what the end
// will bring.
import type { LeaseView } from '#src/servicing/view-account.ts'
import { IdentityBand } from '#src/ui/layout/page-heading.tsx'
import { Area, PanelGrid } from '#src/ui/layout/panel-grid.tsx'
import { AttentionPanel } from '../account/tasks.tsx'
import { type AccountVisit, showAccountPage, vehicleName } from '../account-visit.tsx'
import { RecentActivityPanel } from '../activity/recent-activity.tsx'
import { AutopayBanner, AutopayPanel, autopayOf } from '../autopay/overview-panel.tsx'
import { Masked } from '../masked.tsx'
import { LeaseBalancePanel } from './lease-balance.tsx'
import { LeaseEndPanel, MileagePanel } from './lease-end-panels.tsx'
import { LeaseNextPanel } from './lease-next.tsx'
import type { LeaseParts } from './lease-parts.ts'
import { LeaseProgressPanel } from './lease-progress.tsx'
import { LeaseTasksPanel } from './lease-tasks.tsx'

export async function leaseOverview(visit: AccountVisit, view: LeaseView): Promise<Response> {
  const autopay = view.knownThrough ? null : await autopayOf(visit, view)
  const parts = { visit, view }
  return showAccountPage(visit, view, {
    title: vehicleName(view.vehicle),
    current: 'overview',
    band: <Band {...parts} />,
    children: (
      <>
        <AutopayBanner visit={visit} autopay={autopay} />
        <PanelGrid split="8-4">
          <Area at="lead">
            <LeaseNextPanel {...parts} />
          </Area>
          <AttentionPanel {...parts} />
          <Area at="leadSide">
            <LeaseProgressPanel {...parts} />
          </Area>
          <Area at="main">
            <LeaseBalancePanel {...parts} />
            <LeaseEndPanel {...parts} />
          </Area>
          <Area at="mainNext">
            <RecentActivityPanel {...parts} />
          </Area>
          <Area at="sideNext">
            <MileagePanel {...parts} />
            {!view.knownThrough && <AutopayPanel visit={visit} autopay={autopay} />}
            <LeaseTasksPanel {...parts} />
          </Area>
        </PanelGrid>
      </>
    ),
  })
}

function Band({ visit, view }: LeaseParts) {
  const { reader } = visit
  const w = reader.words.account
  const { vin } = view.vehicle
  const facts = [
    <>
      {w.lease} <Masked ending={view.accountEnding} reader={reader} />
    </>,
    ...(vin ? [w.vinEnding(`${vin.slice(-7, -4)} ${vin.slice(-4)}`)] : []),
    reader.words.lease.ends(reader.date(view.term.ends, 'dated')),
    ...(visit.session.accounts.length > 1 ? [<a href="/accounts">{w.switchAccount}</a>] : []),
  ]
  return <IdentityBand title={vehicleName(view.vehicle)} facts={facts} />
}
