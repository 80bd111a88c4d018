// What a payment of a lease consists of, and where the lease stands after it.
import type { Explanation } from '#src/domain/explanation.ts'
import { plus, sum } from '#src/domain/money.ts'
import type { LeaseEffect } from '#src/domain/paying/lease-effect.ts'
import type { LeaseAllocation } from '#src/domain/rules/lease-apply.ts'
import { AllocationBar } from '#src/ui/charts/allocation-bar.tsx'
import { Disclosure } from '#src/ui/disclosure.tsx'
import { type DefinitionRow, DefinitionRows } from '#src/ui/figures/definition-rows.tsx'
import { ExplanationView } from '../explanation/explanation-view.tsx'
import type { Reader } from '../reader.ts'

/** The bar, the exact rows under it, and the working. */
export function LeaseSplitView(props: {
  allocation: LeaseAllocation
  explanation: Explanation | null
  reader: Reader
}) {
  const { allocation, explanation, reader } = props
  const { effect: w } = reader.words.payments
  const rows = leaseSplitRows(allocation, reader)
  const { rent, depreciation, taxes } = allocation.split
  const others = sum([
    ...taxes.map(({ amount }) => amount),
    allocation.lateCharges,
    allocation.fees,
    allocation.suspense,
  ])
  return (
    <>
      <AllocationBar
        name={w.bar(rows.map((row) => `${row.label} ${row.value}`).join(', '))}
        parts={[
          { share: 'interest', cents: rent },
          { share: 'principal', cents: depreciation },
          { share: 'fees', cents: others },
        ]}
      />
      <DefinitionRows rows={rows} />
      {explanation && (
        <div class="mt-2">
          <Disclosure show={w.howWeGotThis} hide={reader.words.explanation.hide}>
            <ExplanationView explanation={explanation} reader={reader} />
          </Disclosure>
        </div>
      )}
    </>
  )
}

type SplitRow = DefinitionRow & { label: string; value: string }

/** Rent charge, depreciation, each tax and what is beside them; they add up to the payment. */
export function leaseSplitRows(
  { split, lateCharges, fees, suspense }: LeaseAllocation,
  reader: Reader,
): SplitRow[] {
  const { activity } = reader.words.lease
  const { effect: w } = reader.words.payments
  const charges = plus(lateCharges, fees)
  const rows: SplitRow[] = [
    { label: activity.rent, value: reader.money(split.rent), mark: 'ink' },
    { label: activity.depreciation, value: reader.money(split.depreciation), mark: 'accent' },
    ...split.taxes.map(({ name, amount }) => {
      return { label: name, value: reader.money(amount), mark: 'outline' as const }
    }),
    ...(charges > 0
      ? [{ label: w.charges, value: reader.money(charges), mark: 'outline' as const }]
      : []),
    ...(suspense > 0 ? [{ label: w.held, value: reader.money(suspense) }] : []),
  ]
  return rows
}

/** Payments made, what comes next or stays late, and what is paid ahead. */
export function leaseAfterRows(
  effect: LeaseEffect,
  at: { readonly of: number; readonly reader: Reader },
): DefinitionRow[] {
  const { paidAfter, nextDueAfter: next, pastDueAfter, prepaidAfter } = effect
  const { reader } = at
  const { lease, payments } = reader.words
  const day = next ? reader.date(next.due, 'shortDated') : ''
  return [
    { label: lease.activity.paidAfter, value: lease.progress.made(paidAfter, at.of) },
    ...(next && pastDueAfter > 0
      ? [{ label: payments.effect.stillPastDue(day), value: reader.money(pastDueAfter) }]
      : []),
    ...(next && pastDueAfter === 0
      ? [{ label: payments.effect.nextAfter(day), value: reader.money(next.amount) }]
      : []),
    ...(prepaidAfter > 0 ? [{ label: lease.pay.ahead, value: reader.money(prepaidAfter) }] : []),
  ]
}
