// The quote with its working, its number, the calendar, and the days after.
import type { PayoffView } from '#src/servicing/quote-payoff.ts'
import type { LoanView } from '#src/servicing/view-account.ts'
import { Area, PanelGrid } from '#src/ui/layout/panel-grid.tsx'
import { type AccountVisit, showAccountPage } from '../account-visit.tsx'
import { intendedOf } from '../sharing/intended-banner.tsx'
import { SharePanel } from '../sharing/share-panel.tsx'
import { DaysPanel } from './payoff-days.tsx'
import type { PayoffParts } from './payoff-parts.ts'
import { PayoffHeading } from './payoff-refused.tsx'
import { HappensPanel, UsePanel } from './payoff-use.tsx'
import { QuotePanel } from './quote-panel.tsx'
import { WhenPanel } from './when-panel.tsx'

export async function payoffPage(
  visit: AccountVisit,
  view: LoanView,
  quoted: PayoffView,
): Promise<Response> {
  const intended = await intendedOf(visit, view)
  return showAccountPage(visit, view, {
    title: visit.reader.words.payoff.title,
    current: 'payoff',
    children: <PayoffPage {...{ visit, view, quoted, intended }} />,
  })
}

function PayoffPage(parts: PayoffParts) {
  const { visit, view, quoted } = parts
  const range = { first: quoted.firstDate, last: quoted.lastDate }
  const shown = { on: quoted.payoff.on, goodThrough: quoted.quote.goodThrough }
  return (
    <>
      <PayoffHeading visit={visit} view={view} />
      <PanelGrid split="7-5">
        <Area at="main">
          <QuotePanel {...parts} />
        </Area>
        <Area at="side">
          <WhenPanel visit={visit} view={view} range={range} shown={shown} />
        </Area>
        <Area at="sideNext">
          <UsePanel {...parts} />
          <SharePanel visit={visit} intended={parts.intended} />
        </Area>
        <Area at="wide">
          <DaysPanel {...parts} />
        </Area>
        <Area at="mainNext">
          <HappensPanel {...parts} />
        </Area>
      </PanelGrid>
    </>
  )
}
