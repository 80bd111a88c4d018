// The quote with its working, its number, the calendar, and the days after.
import { Area, PanelGrid } from '#src/ui/layout/panel-grid.tsx'
import { SharePanel } from '../sharing/share-panel.tsx'
import { DaysPanel } from './payoff-days.tsx'
import type { PayoffParts } from './payoff-parts.ts'
import { PayoffHeading } from './payoff-refused.tsx'
import { HappensPanel, UsePanel } from './payoff-use.tsx'
import { QuotePanel } from './quote-panel.tsx'
import { WhenPanel } from './when-panel.tsx'

export function PayoffPage(parts: PayoffParts) {
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
