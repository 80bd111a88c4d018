// The boxes of the federal disclosure (12 CFR 1013.4(b) to (e)), each adding up by itself.
import { scheduledEnd } from '#src/domain/contract/lease.ts'
import type { LeaseDisclosure } from '#src/domain/contract/lease-disclosure.ts'
import { explainTotalOfPayments } from '#src/domain/contract/lease-explanation.ts'
import { Disclosure } from '#src/ui/disclosure.tsx'
import { type DefinitionRow, DefinitionRows } from '#src/ui/figures/definition-rows.tsx'
import { Panel } from '#src/ui/panel.tsx'
import { ExplanationView } from '../explanation/explanation-view.tsx'
import type { LeaseParts } from './lease-parts.ts'

export type DisclosureParts = LeaseParts & { readonly shown: LeaseDisclosure }

export function SigningPanel({ visit, view, shown }: DisclosureParts) {
  const { reader } = visit
  const w = reader.words.leaseTerms
  const { figures } = reader.words.explanation
  const { contract } = view.ledger
  const amounts = [
    { label: figures.capitalizedCostReduction, amount: contract.capitalizedCostReduction },
    { label: figures.paymentAtSigning, amount: shown.paymentAtSigning },
    { label: figures.securityDeposit, amount: contract.securityDeposit },
    ...contract.signingCharges.map(({ name, amount }) => ({ label: name, amount })),
  ]
  return (
    <Panel title={w.signing.heading}>
      <DefinitionRows
        rows={[
          ...amounts
            .filter(({ amount }) => amount !== 0)
            .map(({ label, amount }) => ({ label, value: reader.money(amount) })),
          {
            label: w.signing.total,
            value: reader.money(shown.amountDueAtSigning),
            strength: 'total',
          },
        ]}
      />
    </Panel>
  )
}

export function PaymentsPanel({ visit, view, shown }: DisclosureParts) {
  const { reader } = visit
  const w = reader.words.leaseTerms.payments
  const { installments } = view.position.schedule
  const [first, second, last] = [installments[0], installments[1], installments.at(-1)]
  const day = (due: NonNullable<typeof first>['due']) => reader.date(due, 'shortDated')
  const amount = reader.money(shown.totalPayment)
  const rows: DefinitionRow[] = [
    ...(first
      ? [
          {
            label: w.first,
            value: amount,
            note: shown.paymentAtSigning > 0 ? w.dueAtSigning : w.due(day(first.due)),
          },
        ]
      : []),
    ...(second && last
      ? [
          {
            label: w.rest(installments.length - 1),
            value: amount,
            note: w.dueFrom(day(second.due), day(last.due)),
          },
        ]
      : []),
    { label: w.total, value: reader.money(shown.totalOfPeriodicPayments), strength: 'total' },
  ]
  return (
    <Panel title={w.heading}>
      <DefinitionRows rows={rows} />
    </Panel>
  )
}

export function OtherPanel({ visit, view }: DisclosureParts) {
  const { reader } = visit
  const w = reader.words.leaseTerms.other
  const { dispositionFee } = view.ledger.contract
  return (
    <Panel title={w.heading} lead={w.lead}>
      <DefinitionRows
        rows={[
          {
            label: w.disposition,
            value: reader.money(dispositionFee),
            note: w.dispositionNote,
          },
        ]}
      />
    </Panel>
  )
}

export function TotalPanel({ visit, view, shown }: DisclosureParts) {
  const { reader } = visit
  const w = reader.words.leaseTerms.total
  const end = reader.date(scheduledEnd(view.ledger.contract), 'shortDated')
  return (
    <Panel title={w.heading} lead={w.lead}>
      <DefinitionRows
        rows={[{ label: w.by(end), value: reader.money(shown.totalOfPayments), strength: 'total' }]}
      />
      <Disclosure show={w.show} hide={reader.words.explanation.hide}>
        <ExplanationView
          explanation={explainTotalOfPayments(view.position.schedule)}
          reader={reader}
        />
      </Disclosure>
    </Panel>
  )
}
