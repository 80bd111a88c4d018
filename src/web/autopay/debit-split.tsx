// What a debit consists of, and what it leaves: the rows add up to its amount.
import { type Cents, plus } from '#src/domain/money.ts'
import type { LoanEffect } from '#src/domain/paying/loan-effect.ts'
import type { PaymentEffect } from '#src/domain/paying/payable.ts'
import type { DebitView } from '#src/servicing/autopay/debit-view.ts'
import { type DefinitionRow, DefinitionRows } from '#src/ui/figures/definition-rows.tsx'
import type { AccountVisit } from '../account-visit.tsx'
import { leaseSplitRows } from '../lease/lease-split.tsx'
import type { Reader } from '../reader.ts'

export function DebitSplit(props: {
  visit: AccountVisit
  debit: Pick<DebitView, 'of'>
  effect: PaymentEffect
}) {
  const { visit, debit, effect } = props
  const { reader } = visit
  const rows =
    effect.product === 'loan' ? loanRows(effect, reader) : leaseRows(effect, debit, reader)
  return (
    <div class="mt-3">
      <DefinitionRows rows={rows} />
    </div>
  )
}

function loanRows({ split, interestDays, principalAfter }: LoanEffect, reader: Reader) {
  const w = reader.words.autopay.pages.next
  const { effect } = reader.words.payments
  const { days } = reader.words.account
  const charges = plus(split.lateCharges, split.fees)
  const row = (label: string, value: Cents): DefinitionRow[] =>
    value > 0 ? [{ label, value: reader.money(value) }] : []
  return [
    { label: w.interest(days(interestDays)), value: reader.money(split.interest) },
    { label: w.principal, value: reader.money(split.principal) },
    ...row(effect.charges, charges),
    ...row(effect.held, split.suspense),
    { label: w.after, value: reader.money(principalAfter) },
  ]
}

function leaseRows(
  { allocation, paidAfter }: Extract<PaymentEffect, { product: 'lease' }>,
  { of }: Pick<DebitView, 'of'>,
  reader: Reader,
): DefinitionRow[] {
  const { activity, progress } = reader.words.lease
  return [
    ...leaseSplitRows(allocation, reader).map(({ label, value }) => ({ label, value })),
    { label: activity.paidAfter, value: progress.made(paidAfter, of) },
  ]
}
