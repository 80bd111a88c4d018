// Extensions granted since the signing: which due dates moved, and to when.
import { dueDate } from '#src/domain/contract/schedule.ts'
import { FactList } from '#src/ui/figures/fact-list.tsx'
import { Panel } from '#src/ui/panel.tsx'
import type { OverviewParts } from './overview-parts.ts'

/** Nothing for a contract as signed. */
export function ExtensionPanel({ visit, view }: OverviewParts) {
  const { reader } = visit
  const w = reader.words.account.terms.extension
  const facts = view.ledger.steps.flatMap(({ event, after }) => {
    if (event.payload.kind !== 'extension') return []
    const first = after.contract.extensions?.at(-1)?.from
    if (first === undefined) return []
    const to = reader.date(dueDate(after.contract, first), 'shortDated')
    return [
      {
        mark: { icon: 'calendar-plus' as const },
        title: w.granted(event.payload.months, reader.date(event.effectiveDate, 'dated')),
        detail: w.moved(first, to),
      },
    ]
  })
  if (facts.length === 0) return null
  return (
    <Panel title={w.heading}>
      <FactList facts={facts} />
      <p class="k-small">{w.interest}</p>
    </Panel>
  )
}
