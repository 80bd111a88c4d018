// What a payment of a lease does, or did, and what changes with it.
import type { LeaseEffect } from '#src/domain/paying/lease-effect.ts'
import type { AppliedPayment } from '#src/servicing/payments/payment-in-ledger.ts'
import { DefinitionRows } from '#src/ui/figures/definition-rows.tsx'
import type { Fact } from '#src/ui/figures/fact-list.tsx'
import { Panel, Rule } from '#src/ui/panel.tsx'
import { LeaseSplitView, leaseAfterRows } from '../lease/lease-split.tsx'
import type { Reader } from '../reader.ts'
import type { PaymentParts } from './payment-parts.ts'

export function LeaseForeseen(props: PaymentParts & { effect: LeaseEffect }) {
  const { visit, view, effect } = props
  const { reader } = visit
  const w = reader.words.payments.done
  return (
    <Panel title={w.applied}>
      <LeaseSplitView {...effect} reader={reader} />
      <Rule />
      <DefinitionRows
        rows={leaseAfterRows(effect, { of: view.ledger.contract.payments, reader })}
      />
      <Order view={view} reader={reader} />
      <p class="k-small mt-2">{w.appliedNote}</p>
    </Panel>
  )
}

export function LeasePosted(
  props: PaymentParts & { applied: Extract<AppliedPayment, { product: 'lease' }> },
) {
  const { visit, view, applied } = props
  const { reader, base } = visit
  const w = reader.words.payments.states
  const { split, explanation, paidAfter } = applied
  if (!split) return null
  const { lease } = reader.words
  const made = lease.progress.made(paidAfter ?? 0, view.ledger.contract.payments)
  return (
    <Panel
      title={w.appliedNow}
      aside={<a href={`${base}/activity/${applied.eventId}`}>{w.working}</a>}
    >
      <LeaseSplitView allocation={split} explanation={explanation} reader={reader} />
      <Rule />
      <DefinitionRows rows={[{ label: lease.activity.paidAfter, value: made }]} />
      <Order view={view} reader={reader} />
      <p class="k-small mt-2">{w.appliedNote}</p>
    </Panel>
  )
}

/** By which order of the contract the money was split. */
function Order({ view, reader }: { view: PaymentParts['view']; reader: Reader }) {
  const { ruleVersion } = view.ledger.contract
  return <p class="k-small mt-4">{reader.words.lease.pay.appliedOrder(ruleVersion)}</p>
}

/** What comes next after it, what stays late, or that nothing is left. */
export function leaseNextFact(effect: LeaseEffect, reader: Reader): Fact {
  const { nextDueAfter: next, pastDueAfter } = effect
  const w = reader.words.lease.pay
  if (!next) return { mark: { icon: 'flag' }, detail: w.allMade }
  const day = reader.date(next.due, 'full')
  return pastDueAfter > 0
    ? {
        mark: { icon: 'triangle-alert' },
        detail: w.stillPastDue(<strong>{reader.money(pastDueAfter)}</strong>, day),
      }
    : {
        mark: { icon: 'calendar-days' },
        detail: w.next(<strong>{reader.money(next.amount)}</strong>, day),
      }
}
