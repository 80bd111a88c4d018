import type { LeaseView } from '#src/servicing/view-account.ts'
import type { DefinitionRow } from '#src/ui/figures/definition-rows.tsx'
import type { Reader } from '../reader.ts'

type EndParts = { readonly view: LeaseView; readonly reader: Reader }

/** What the contract says about the end of the term, with the day. */
export function endRows({ view, reader }: EndParts): DefinitionRow[] {
  const w = reader.words.lease
  const { contract } = view.ledger
  const { purchaseOption, dispositionFee, securityDeposit } = contract
  return [
    {
      label: view.term.daysLeft > 0 ? w.progress.ends : w.progress.ended,
      value: reader.date(view.term.ends, 'dated'),
    },
    { label: w.end.residual, value: reader.money(contract.residualValue) },
    ...(purchaseOption === null
      ? []
      : [
          {
            label: w.end.option,
            value: reader.money(purchaseOption.price),
            note: w.end.optionNote,
          },
          ...(purchaseOption.fee > 0
            ? [{ label: w.end.optionFee, value: reader.money(purchaseOption.fee) }]
            : []),
        ]),
    {
      label: w.end.disposition,
      value: reader.money(dispositionFee),
      note: w.end.dispositionNote,
    },
    ...(securityDeposit > 0
      ? [
          {
            label: w.end.deposit,
            value: reader.money(securityDeposit),
            note: w.end.depositNote,
          },
        ]
      : []),
  ]
}

export function NoOption({ view, reader }: EndParts) {
  if (view.ledger.contract.purchaseOption !== null) return null
  return <p>{reader.words.lease.end.optionNone}</p>
}
