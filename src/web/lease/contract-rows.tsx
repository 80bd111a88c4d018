import type { RuleVersion } from '#src/store/rule-versions.ts'
import type { DefinitionRow } from '#src/ui/figures/definition-rows.tsx'
import { Panel } from '#src/ui/panel.tsx'
import { ruleSetRows } from '../account/rule-words.tsx'
import type { LeaseParts } from './lease-parts.ts'

/** Dates of the contract and the rules that it names. */
export function contractRows(parts: LeaseParts & { rules: RuleVersion | null }): DefinitionRow[] {
  const { visit, view, rules } = parts
  const { reader } = visit
  const w = reader.words.leaseTerms.contract
  const { contract } = view.ledger
  const { installments } = view.position.schedule
  const last = installments.at(-1)?.due ?? contract.firstDue
  return [
    { label: w.start, value: reader.date(contract.start, 'shortDated') },
    { label: w.ends, value: reader.date(view.term.ends, 'shortDated') },
    { label: w.months, value: String(contract.termMonths) },
    {
      label: w.firstDue,
      value: reader.date(contract.firstDue, 'shortDated'),
      note: w.timings[contract.timing],
    },
    { label: w.lastDue, value: reader.date(last, 'shortDated') },
    ...ruleSetRows(contract.ruleVersion, { label: w.rules, rules, reader }),
  ]
}

/** How the lease came to us, when that was not at its signing. */
export function LeaseOriginPanel({ visit, view }: LeaseParts) {
  const { reader } = visit
  const [boarded] = view.ledger.steps
  const payload = boarded?.event.payload
  if (payload?.kind !== 'leaseBoarded' || !boarded) return null
  if (boarded.event.effectiveDate <= view.ledger.contract.start) return null
  const day = reader.date(boarded.event.effectiveDate, 'dated')
  return (
    <Panel title={reader.words.account.terms.taken.heading}>
      <p>{reader.words.leaseTerms.taken(day, payload.opening.installmentsPaid)}</p>
    </Panel>
  )
}
