// What the contract says about the end of the term, and the miles until then.
import { Disclosure } from '#src/ui/disclosure.tsx'
import { DefinitionRows } from '#src/ui/figures/definition-rows.tsx'
import { Working } from '#src/ui/figures/working.tsx'
import { Panel } from '#src/ui/panel.tsx'
import { formatCount } from '#src/words/format.ts'
import { endRows, NoOption } from './end-rows.tsx'
import type { LeaseParts } from './lease-parts.ts'

export function LeaseEndPanel({ visit, view }: LeaseParts) {
  const { reader, base } = visit
  const w = reader.words.lease
  return (
    <Panel title={w.end.heading}>
      <DefinitionRows rows={endRows({ view, reader })} />
      <NoOption view={view} reader={reader} />
      <p class="k-small">
        <a href={`${base}/payoff`}>{w.attention.endsLink}</a>
      </p>
    </Panel>
  )
}

export function MileagePanel({ visit, view }: LeaseParts) {
  const { reader } = visit
  const w = reader.words.lease.mileage
  const terms = view.ledger.contract.mileage
  const allowed = view.mileage
  if (!terms || !allowed)
    return (
      <Panel title={w.heading}>
        <p>{w.none}</p>
      </Panel>
    )
  const count = (miles: number) => formatCount(miles, reader.locale)
  return (
    <Panel title={w.heading}>
      <DefinitionRows
        rows={[
          { label: w.perYear, value: count(terms.milesPerYear) },
          { label: w.inAll, value: count(allowed.miles) },
          { label: w.soFar, value: count(allowed.soFar) },
          { label: w.excess, value: reader.money(terms.excessPerMile) },
        ]}
      />
      <Disclosure show={w.show} hide={reader.words.explanation.hide}>
        <Working
          terms={[
            { value: count(allowed.miles), label: w.inAllLabel },
            { operator: '÷', value: count(allowed.days), label: w.days },
            { operator: '×', value: count(allowed.daysSoFar), label: w.daysSoFar },
            { operator: '=', value: count(allowed.soFar), label: w.result },
          ]}
        />
      </Disclosure>
    </Panel>
  )
}
