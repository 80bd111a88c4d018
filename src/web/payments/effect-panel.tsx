// "What this payment does": its split, what is left after it, and when it leaves the bank. The same
// on every step.
import type { ComponentChildren } from 'preact'
import type { CivilDate } from '#src/domain/calendar.ts'
import { addDays } from '#src/domain/calendar.ts'
import { type Cents, plus } from '#src/domain/money.ts'
import type { LoanEffect } from '#src/domain/paying/loan-effect.ts'
import { feeAmount } from '#src/domain/rules/payment-fee.ts'
import type { PaymentPreview } from '#src/servicing/payments/preview-payment.ts'
import type { AccountView } from '#src/servicing/view-account.ts'
import { Amount } from '#src/ui/amount.tsx'
import { AllocationBar } from '#src/ui/charts/allocation-bar.tsx'
import { Disclosure } from '#src/ui/disclosure.tsx'
import { AmountLead } from '#src/ui/figures/amount-lead.tsx'
import { type DefinitionRow, DefinitionRows } from '#src/ui/figures/definition-rows.tsx'
import { Panel, Rule } from '#src/ui/panel.tsx'
import { ExplanationView } from '../explanation/explanation-view.tsx'
import { LeaseSplitView, leaseAfterRows } from '../lease/lease-split.tsx'
import { spoken } from '../masked.tsx'
import type { Reader } from '../reader.ts'
import { accountWithin } from './payment-words.ts'

/** `children` are the buttons of step 1; the review has its own panel for them. */
export function EffectPanel(props: {
  preview: PaymentPreview
  view: AccountView
  reader: Reader
  children?: ComponentChildren
}) {
  const { preview, reader } = props
  const w = reader.words.payments.effect
  const from = accountWithin(preview.fundingAccount, reader)
  return (
    <Panel>
      <AmountLead
        label={w.heading}
        amount={<Amount cents={preview.amount} locale={reader.locale} size="task" />}
      />
      <EffectSplit preview={preview} reader={reader} />
      <Rule />
      <DefinitionRows
        rows={[
          ...afterPayment(props),
          ...feeRows(preview, reader),
          {
            label: spoken(w.leaves(from), reader),
            value: reader.date(preview.dates.withdrawn, 'weekday'),
          },
          ...savedRow(preview, reader),
        ]}
      />
      {props.children}
    </Panel>
  )
}

function EffectSplit({ preview, reader }: { preview: PaymentPreview; reader: Reader }) {
  const { effect, choice } = preview
  return effect.product === 'loan' ? (
    <SplitView effect={effect} on={choice.effective} span="days" reader={reader} />
  ) : (
    <LeaseSplitView {...effect} reader={reader} />
  )
}

function afterPayment({ preview, view, reader }: Parameters<typeof EffectPanel>[0]) {
  const { effect } = preview
  if (effect.product === 'loan') return [...afterRows(effect, reader), ...nextRow(effect, reader)]
  return leaseAfterRows(effect, { of: view.ledger.contract.payments, reader })
}

/** What paying costs; with a fee, what leaves the bank account in all. */
function feeRows({ fee, total }: PaymentPreview, reader: Reader): DefinitionRow[] {
  const w = reader.words.payments.effect
  return [
    { label: w.fee, value: reader.money(feeAmount(fee)) },
    ...(fee ? [{ label: w.total, value: reader.money(total), strength: 'total' as const }] : []),
  ]
}

/** A split that is only being considered, or one that the ledger made. */
export type ShownSplit = Pick<
  LoanEffect,
  'split' | 'interestDays' | 'explanation' | 'chargedOffAfter'
>

/** The bar, the exact rows under it, and the working. */
export function SplitView(props: {
  effect: ShownSplit
  on: CivilDate
  /** Interest "14 days" or "Nov 20 to Dec 4". */
  span: 'days' | 'dates'
  reader: Reader
}) {
  const { effect, reader } = props
  const { split } = effect
  const w = reader.words.payments.effect
  const rows = splitRows(props)
  const spoken = rows.map((row) => `${row.label} ${row.value}`).join(', ')
  return (
    <>
      <AllocationBar
        name={w.bar(spoken)}
        parts={[
          { share: 'interest', cents: split.interest },
          { share: 'principal', cents: plus(split.principal, split.recovered) },
          { share: 'fees', cents: plus(split.lateCharges, split.fees) },
        ]}
      />
      <DefinitionRows rows={rows} />
      <div class="mt-2">
        <Disclosure show={w.howWeGotThis} hide={reader.words.explanation.hide}>
          <ExplanationView explanation={effect.explanation} reader={reader} />
        </Disclosure>
      </div>
    </>
  )
}

/** What is left after it: principal and unpaid interest, or the rest of a charged-off debt. */
export function afterRows(effect: LoanEffect, reader: Reader): DefinitionRow[] {
  const { principalAfter, interestAfter, chargedOffAfter } = effect
  const w = reader.words.payments.effect
  if (chargedOffAfter !== null)
    return [
      { label: reader.words.account.activity.owedAfter, value: reader.money(chargedOffAfter) },
    ]
  return [
    { label: w.principalAfter, value: reader.money(principalAfter) },
    ...(interestAfter > 0 ? [{ label: w.interestAfter, value: reader.money(interestAfter) }] : []),
  ]
}

/** The payment that comes next, or what stays late: where money that prepays it can be seen. */
function nextRow(effect: LoanEffect, reader: Reader): DefinitionRow[] {
  const { nextDueAfter: next, pastDueAfter } = effect
  const w = reader.words.payments.effect
  if (!next) return []
  const due = reader.date(next.due, 'short')
  return pastDueAfter > 0
    ? [{ label: w.stillPastDue(due), value: reader.money(pastDueAfter) }]
    : [{ label: w.nextAfter(due), value: reader.money(next.amount) }]
}

type SplitRow = DefinitionRow & { label: string; value: string }

function splitRows(props: Parameters<typeof SplitView>[0]): SplitRow[] {
  const { effect, reader } = props
  const { split } = effect
  const w = reader.words.payments.effect
  const charges = plus(split.lateCharges, split.fees)
  const { toChargedOff } = reader.words.explanation.figures
  return [
    ...(effect.chargedOffAfter === null
      ? [
          {
            label: interestWords(props),
            value: reader.money(split.interest),
            mark: 'ink' as const,
          },
          { label: w.principal, value: reader.money(split.principal), mark: 'accent' as const },
        ]
      : [{ label: toChargedOff, value: reader.money(split.recovered), mark: 'accent' as const }]),
    { label: w.charges, value: reader.money(charges), mark: 'outline' },
    ...(split.suspense > 0 ? [{ label: w.held, value: reader.money(split.suspense) }] : []),
  ]
}

function interestWords(props: Parameters<typeof SplitView>[0]): string {
  const { effect, on, span, reader } = props
  const w = reader.words.payments.effect
  if (effect.interestDays === 0) return w.interestPlain
  if (span === 'days') return w.interest(effect.interestDays)
  const from = addDays(on, -effect.interestDays)
  return w.interestSpan(reader.date(from, 'short'), reader.date(on, 'short'))
}

function savedRow({ effect }: PaymentPreview, reader: Reader): DefinitionRow[] {
  const saved: Cents | null = effect.product === 'loan' ? effect.interestSaved : null
  if (saved === null || saved === 0) return []
  return [{ label: reader.words.payments.effect.saved, value: reader.money(saved) }]
}
