// What will become of a scheduled payment: its dates, its split, and what changes for the account.
import type { PaymentEffect } from '#src/domain/account/payment-effect.ts'
import { dateInZone } from '#src/domain/calendar.ts'
import { type Cents, type Rounding, roundToCents } from '#src/domain/money.ts'
import { Disclosure } from '#src/ui/disclosure.tsx'
import { DefinitionRows } from '#src/ui/figures/definition-rows.tsx'
import { type Fact, FactList } from '#src/ui/figures/fact-list.tsx'
import { Timeline } from '#src/ui/figures/timeline.tsx'
import { Panel, Rule } from '#src/ui/panel.tsx'
import type { Reader } from '../reader.ts'
import { afterRows, SplitView } from './effect-panel.tsx'
import type { PaymentParts } from './payment-done.tsx'

export function PaymentTimeline({ visit, paid }: PaymentParts) {
  const { reader, ctx } = visit
  const w = reader.words.payments
  const { payment } = paid
  const ahead = (title: string, when: string, text: string) => ({
    state: 'ahead' as const,
    stateWords: w.done.ahead,
    title,
    when,
    detail: text,
  })
  return (
    <>
      <Timeline
        label={w.done.dates}
        direction="across"
        entries={[
          {
            state: 'done',
            stateWords: w.steps.doneWords,
            title: payment.mine ? w.done.sent : w.done.sentByOther,
            when: reader.date(dateInZone(payment.createdAt, ctx.lender.timeZone), 'weekday'),
            detail: reader.time(payment.createdAt),
          },
          ahead(w.done.counts, reader.date(payment.effective, 'weekday'), w.done.countsText),
          ahead(w.done.leaves, reader.date(payment.withdrawn, 'weekday'), w.done.leavesText),
          ahead(w.done.cleared, reader.date(payment.cleared, 'weekday'), w.done.clearedText),
        ]}
      />
      <div class="mt-4">
        <Disclosure show={w.done.unauthorizedShow} hide={w.done.unauthorizedShow}>
          <p class="k-small">
            {w.done.unauthorized(reader.date(payment.returnableUntil, 'dated'))}
          </p>
        </Disclosure>
      </div>
    </>
  )
}

export function AppliedPanel({ visit, paid }: PaymentParts) {
  const { reader } = visit
  const { effect, payment } = paid
  const w = reader.words.payments.done
  if (!effect) return null
  return (
    <Panel title={w.applied}>
      <SplitView effect={effect} on={payment.effective} span="dates" reader={reader} />
      <Rule />
      <DefinitionRows
        rows={afterRows(effect, reader).map((row) => ({ ...row, strength: 'total' as const }))}
      />
      <p class="k-small mt-4">{w.appliedNote}</p>
    </Panel>
  )
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
