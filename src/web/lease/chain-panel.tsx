// How the monthly payment is made, step by step as 12 CFR 1013.4(f) has it.
import { explainTotalPayment } from '#src/domain/contract/lease-explanation.ts'
import { type Cents, cents } from '#src/domain/money.ts'
import { Disclosure } from '#src/ui/disclosure.tsx'
import { type DefinitionRow, DefinitionRows } from '#src/ui/figures/definition-rows.tsx'
import { Panel } from '#src/ui/panel.tsx'
import { ExplanationView } from '../explanation/explanation-view.tsx'
import type { DisclosureParts } from './disclosure-panels.tsx'

export function ChainPanel(parts: DisclosureParts) {
  const { visit, view } = parts
  const { reader } = visit
  const w = reader.words.leaseTerms.chain
  return (
    <Panel title={w.heading} lead={w.basis[view.ledger.contract.method.kind]}>
      <DefinitionRows look="ruled" rows={chainRows(parts)} />
      <Disclosure show={w.show} hide={reader.words.explanation.hide}>
        <ExplanationView
          explanation={explainTotalPayment(view.position.schedule)}
          reader={reader}
        />
      </Disclosure>
    </Panel>
  )
}

function chainRows({ visit, view, shown }: DisclosureParts): DefinitionRow[] {
  const { reader } = visit
  const w = reader.words.leaseTerms.chain
  const { contract } = view.ledger
  const { taxes } = view.position.schedule
  const { acquisitionFee } = contract
  const money = (amount: Cents) => reader.money(amount)
  const less = (amount: Cents) => reader.money(cents(-amount))
  const grossNote = acquisitionFee > 0 ? w.acquisitionNote(money(acquisitionFee)) : w.grossNote
  return [
    { label: w.gross, note: grossNote, value: money(contract.grossCapitalizedCost) },
    { label: w.reduction, note: w.reductionNote, value: less(contract.capitalizedCostReduction) },
    total(w.adjusted, w.adjustedNote, money(contract.adjustedCapitalizedCost)),
    { label: w.residual, note: w.residualNote, value: less(contract.residualValue) },
    total(w.depreciation, w.depreciationNote, money(shown.depreciation)),
    { label: w.rent, note: w.rentNote, value: money(shown.rentCharge) },
    total(w.totalBase, w.totalBaseNote, money(shown.totalOfBasePayments)),
    { label: w.count, note: w.countNote, value: `÷ ${contract.payments}` },
    { label: w.base, value: money(contract.basePayment), strength: 'total' },
    ...taxes.map(({ name, amount }) => ({ label: name, value: money(amount) })),
    { label: w.total, value: money(shown.totalPayment), strength: 'total' },
  ]
}

function total(label: string, note: string, value: string): DefinitionRow {
  return { label, note, value, strength: 'total' }
}
