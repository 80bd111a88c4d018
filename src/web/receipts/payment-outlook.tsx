// What a payment does, or did: its split, and what changes for the account.

import { type Cents, type Rounding, roundToCents } from '#src/domain/money.ts'
import type { LoanEffect } from '#src/domain/paying/loan-effect.ts'
import type { AppliedPayment } from '#src/servicing/payments/payment-in-ledger.ts'
import { type DefinitionRow, DefinitionRows } from '#src/ui/figures/definition-rows.tsx'
import { type Fact, FactList } from '#src/ui/figures/fact-list.tsx'
import { Panel, Rule } from '#src/ui/panel.tsx'
import { afterRows, SplitView } from '../payments/effect-panel.tsx'
import { choiceWords } from '../payments/payment-words.ts'
import type { Reader } from '../reader.ts'
import { LeaseForeseen, LeasePosted, leaseNextFact } from './lease-outlook.tsx'
import type { PaymentParts } from './payment-parts.ts'

/** How it will be applied, by the law; or how it was, by the ledger. */
export function AppliedPanel(parts: PaymentParts) {
  const { applied, effect } = parts.paid
  if (applied)
    return applied.product === 'loan' ? (
      <AsPosted {...parts} applied={applied} />
    ) : (
      <LeasePosted {...parts} applied={applied} />
    )
  if (!effect) return null
  return effect.product === 'loan' ? (
    <AsForeseen {...parts} effect={effect} />
  ) : (
    <LeaseForeseen {...parts} effect={effect} />
  )
}

function AsForeseen({ visit, paid, effect, view }: PaymentParts & { effect: LoanEffect }) {
  const { reader } = visit
  const w = reader.words.payments.done
  return (
    <Panel title={w.applied}>
      <SplitView effect={effect} on={paid.payment.effective} span="dates" reader={reader} />
      <Rule />
      <DefinitionRows rows={totals(afterRows(effect, reader))} />
      <Chosen visit={visit} paid={paid} view={view} />
      <p class="k-small mt-4">{w.appliedNote}</p>
    </Panel>
  )
}

function AsPosted(props: PaymentParts & { applied: Extract<AppliedPayment, { product: 'loan' }> }) {
  const { visit, paid, view, applied } = props
  const { reader, base } = visit
  const w = reader.words.payments.states
  if (!applied.split || !applied.explanation) return null
  const { split, explanation, chargedOffAfter, interestDays, principalAfter } = applied
  const left = chargedOffAfter ?? principalAfter
  const { effect: names } = reader.words.payments
  const label =
    chargedOffAfter === null ? names.principalAfter : reader.words.account.activity.owedAfter
  return (
    <Panel
      title={w.appliedNow}
      aside={<a href={`${base}/activity/${applied.eventId}`}>{w.working}</a>}
    >
      <SplitView
        effect={{ split, explanation, chargedOffAfter, interestDays }}
        on={applied.effectiveDate}
        span="dates"
        reader={reader}
      />
      <Rule />
      <DefinitionRows rows={left === null ? [] : totals([{ label, value: reader.money(left) }])} />
      <Chosen visit={visit} paid={paid} view={view} />
      <p class="k-small mt-4">{w.appliedNote}</p>
    </Panel>
  )
}

/** What was chosen, and by which order of the contract the rest was split. */
function Chosen({ visit, paid, view }: PaymentParts) {
  const { reader } = visit
  const { payment } = paid
  const w = reader.words.payments.states
  if (view.product === 'lease') return null
  const { waterfall, ruleVersion } = view.ledger.contract
  const order = waterfall.map((bucket) => w.buckets[bucket])
  return (
    <>
      <p class="k-small mt-4">
        {w.chosen(choiceWords({ ...payment, extraAmount: payment.terms.extraAmount }, reader))}
      </p>
      <p class="k-small mt-2">{w.order(order, ruleVersion)}</p>
    </>
  )
}

function totals(rows: DefinitionRow[]): DefinitionRow[] {
  return rows.map((row) => ({ ...row, strength: 'total' as const }))
}

export function ChangesPanel({ visit, view, paid }: PaymentParts) {
  const { reader } = visit
  const { effect, payment } = paid
  const w = reader.words.payments.done
  const { rounding } = view.ledger.contract
  const facts: Fact[] = [
    ...(effect?.product === 'loan' ? loanFacts(effect, { reader, rounding }) : []),
    ...(effect?.product === 'lease' ? [leaseNextFact(effect, reader)] : []),
    { mark: { icon: 'triangle-alert' }, detail: w.ifReturned },
    ...(payment.mine ? [{ mark: { icon: 'message-square' as const }, detail: w.receipt }] : []),
  ]
  return (
    <Panel title={w.changes}>
      <FactList tone="accent" facts={facts} />
    </Panel>
  )
}

function loanFacts(effect: LoanEffect, at: { reader: Reader; rounding: Rounding }): Fact[] {
  if (effect.nextDueAfter) return nextFact(effect, at)
  if (effect.chargedOffAfter) return []
  return [{ mark: { icon: 'flag' }, detail: at.reader.words.payments.done.closes }]
}

/** What comes next after it; of what stays late, that it is late. */
function nextFact(effect: LoanEffect, at: { reader: Reader; rounding: Rounding }): Fact[] {
  const { nextDueAfter: next, pastDueAfter } = effect
  if (!next) return []
  const { reader } = at
  const w = reader.words.payments.done
  const day = reader.date(next.due, 'long')
  const perDiem = reader.money(roundToCents(effect.perDiemAfter, at.rounding))
  const bold = (amount: Cents) => <strong>{reader.money(amount)}</strong>
  return [
    pastDueAfter > 0
      ? {
          mark: { icon: 'triangle-alert' },
          detail: w.stillPastDue(bold(pastDueAfter), day, perDiem),
        }
      : {
          mark: { icon: 'calendar-days' },
          detail: w.nextPayment(bold(next.amount), day, perDiem),
        },
  ]
}
