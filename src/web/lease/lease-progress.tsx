import { ProgressRing } from '#src/ui/charts/progress-ring.tsx'
import { DefinitionRows } from '#src/ui/figures/definition-rows.tsx'
import { Panel } from '#src/ui/panel.tsx'
import type { LeaseParts } from './lease-parts.ts'

/** Arc = days of the term that are over; ticks = payments made. */
export function LeaseProgressPanel({ visit, view }: LeaseParts) {
  const { reader } = visit
  const w = reader.words.lease.progress
  const { term, installmentsPaid: made } = view
  const { payments } = view.ledger.contract
  const share = (term.days - term.daysLeft) / term.days
  const percent = `${(Math.floor(share * 1000) / 10).toFixed(1)}%`
  const isOver = term.daysLeft === 0
  return (
    <Panel title={w.heading} heading="label">
      <div class="mt-4 mb-6">
        <ProgressRing
          name={w.name(percent, made, payments)}
          share={share}
          paymentsMade={made}
          payments={payments}
          caption={w.ofTerm}
          locale={reader.locale}
        />
      </div>
      <DefinitionRows
        rows={[
          {
            label: w.monthsLeft,
            value: isOver ? w.termOver : w.monthsOf(term.monthsLeft, term.months),
            mark: 'barOutline',
          },
          { label: w.paymentsMade, value: w.made(made, payments), mark: 'ticks' },
          {
            label: isOver ? w.ended : w.ends,
            value: reader.date(term.ends, 'shortDated'),
            ...(!isOver && { note: reader.words.account.inDays(term.daysLeft) }),
          },
        ]}
      />
    </Panel>
  )
}
