// What the next payment will pay for if it counts on its due date: the same split, by the same
// law, that making it would show.

import { plus } from '#src/domain/money.ts'
import { effectOf, termsOf } from '#src/domain/paying/loan-effect.ts'
import type { LoanView } from '#src/servicing/view-account.ts'
import { AllocationBar } from '#src/ui/charts/allocation-bar.tsx'
import { Disclosure } from '#src/ui/disclosure.tsx'
import { DefinitionRows } from '#src/ui/figures/definition-rows.tsx'
import { Rule } from '#src/ui/panel.tsx'
import { ExplanationView } from '../explanation/explanation-view.tsx'
import type { Reader } from '../reader.ts'

/** Only while exactly one payment is due and none of it is late. */
export function NextSplit(props: { view: LoanView; reader: Reader }) {
  const { view, reader } = props
  const effect = effectOnDueDate(view)
  if (!effect) return null
  const { split, interestDays } = effect
  const w = reader.words.payments.effect
  const charges = plus(split.lateCharges, split.fees)
  const interest = interestDays === 0 ? w.interestPlain : w.interest(interestDays)
  const rows = [
    { label: interest, value: reader.money(split.interest), mark: 'ink' as const },
    { label: w.principal, value: reader.money(split.principal), mark: 'accent' as const },
    ...(charges > 0
      ? [{ label: w.charges, value: reader.money(charges), mark: 'outline' as const }]
      : []),
  ]
  return (
    <>
      <Rule />
      <AllocationBar
        name={w.bar(rows.map((row) => `${row.label} ${row.value}`).join(', '))}
        parts={[
          { share: 'interest', cents: split.interest },
          { share: 'principal', cents: split.principal },
          { share: 'fees', cents: charges },
        ]}
      />
      <DefinitionRows look="across" rows={rows} />
      <div class="mt-2">
        <Disclosure show={reader.words.account.next.splitShow} hide={reader.words.explanation.hide}>
          <ExplanationView explanation={effect.explanation} reader={reader} />
        </Disclosure>
      </div>
    </>
  )
}

function effectOnDueDate({ due, daysPastDue, ledger }: LoanView) {
  const on = due.current?.due
  if (!on || daysPastDue > 0 || due.total === 0) return null
  const choice = { choice: 'due', amount: null, extraAmount: null, extra: 'principal' } as const
  const terms = termsOf(ledger, choice, on)
  // A charge that will have been added by then is not in the amount above.
  return terms.amount === due.total ? effectOf(ledger, terms, on) : null
}
