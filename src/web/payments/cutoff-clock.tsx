// A cutoff in the lender's time, as text; the island `cutoff.js` adds how long that is, and the
// reader's own time where their clocks say another.
import type { AccountVisit } from '../account-visit.tsx'

export function CutoffClock(props: {
  visit: AccountVisit
  until: string
  /** How long that is now, where no script counts it. */
  children?: string
}) {
  const { visit, until } = props
  const { ctx, reader } = visit
  const w = reader.words.payments.cutoff
  return (
    <span
      data-until={until}
      data-now={ctx.clock.now()}
      data-zone={ctx.lender.timeZone}
      data-own={w.own('{}')}
      data-left={w.left('{}')}
      data-over={w.over}
    >
      {props.children}
    </span>
  )
}
