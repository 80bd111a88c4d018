// What a payment does, or did: its split, and what changes for the account.
import type { PaymentEffect } from '#src/domain/account/payment-effect.ts'
import { type Cents, type Rounding, roundToCents } from '#src/domain/money.ts'
import { type DefinitionRow, DefinitionRows } from '#src/ui/figures/definition-rows.tsx'
import { type Fact, FactList } from '#src/ui/figures/fact-list.tsx'
import { Panel, Rule } from '#src/ui/panel.tsx'
import { afterRows, SplitView } from '../payments/effect-panel.tsx'
import { choiceWords } from '../payments/payment-words.ts'
import type { Reader } from '../reader.ts'
import type { PaymentParts } from './payment-parts.ts'

/** How it will be applied, by the law; or how it was, by the ledger. */
export function AppliedPanel(parts: PaymentParts) {
  const { applied, effect } = parts.paid
  if (applied) return <AsPosted {...parts} />
  return effect ? <AsForeseen {...parts} effect={effect} /> : null
}

function AsForeseen({ visit, paid, effect, view }: PaymentParts & { effect: PaymentEffect }) {
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

function AsPosted({ visit, paid, view }: PaymentParts) {
  const { reader, base } = visit
  const { applied } = paid
  const w = reader.words.payments.states
  if (!applied?.split || !applied.explanation) return null
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
  const next = effect?.nextDueAfter
  const rounding = view.ledger.contract.rounding
  const facts: Fact[] = [
    ...(effect ? nextFact(effect, { reader, rounding }) : []),
    ...(effect && !next && !effect.chargedOffAfter
      ? [{ mark: { icon: 'flag' as const }, detail: w.closes }]
      : []),
    { mark: { icon: 'triangle-alert' }, detail: w.ifReturned },
    ...(payment.mine ? [{ mark: { icon: 'message-square' as const }, detail: w.receipt }] : []),
  ]
  return (
    <Panel title={w.changes}>
      <FactList tone="accent" facts={facts} />
    </Panel>
  )
}

/** What comes next after it; of what stays late, that it is late. */
function nextFact(effect: PaymentEffect, at: { reader: Reader; rounding: Rounding }): Fact[] {
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
