// What the page of one payment says first: the amount and its day, its number, where it stands, and
// what can still be done.
import { plus } from '#src/domain/money.ts'
import { ButtonLink, Buttons } from '#src/ui/button.tsx'
import { DefinitionRows } from '#src/ui/figures/definition-rows.tsx'
import { CopyButton } from '#src/ui/forms/copy-button.tsx'
import { Confirmation, type ConfirmationLook } from '#src/ui/layout/confirmation.tsx'
import { Note } from '#src/ui/note.tsx'
import { CodeBox, Panel } from '#src/ui/panel.tsx'
import { spoken } from '../masked.tsx'
import { CutoffClock } from '../payments/cutoff-clock.tsx'
import { accountWithin } from '../payments/payment-words.ts'
import type { PaymentParts } from './payment-parts.ts'

/** "$662.55 on Friday, December 4" */
export function headline({ visit, paid }: PaymentParts): string {
  const { reader } = visit
  const { amount, effective } = paid.payment
  return reader.words.payments.done.headline(reader.money(amount), reader.date(effective, 'long'))
}

const LOOKS: Record<PaymentParts['paid']['standing'], ConfirmationLook> = {
  scheduled: 'done',
  onItsWay: 'done',
  returnable: 'done',
  cleared: 'done',
  retrying: 'warn',
  returned: 'bad',
  held: 'warn',
  notSent: 'bad',
  canceled: 'over',
}

export function Done(parts: PaymentParts) {
  const { reader } = parts.visit
  const { payment, standing } = parts.paid
  const w = reader.words.payments
  return (
    <Confirmation
      look={LOOKS[standing]}
      state={w.states.heading[standing]}
      title={headline(parts)}
      detail={spoken(detail(parts), reader)}
      aside={
        <CodeBox label={w.done.confirmation} code={payment.confirmation}>
          <CopyButton text={payment.confirmation} words={w.done.copy} copied={w.done.copied} />
        </CodeBox>
      }
    />
  )
}

/** Where its money is. A co-borrower's bank is theirs alone to see. */
function detail({ visit, paid }: PaymentParts): string {
  const { reader } = visit
  const { done, states } = reader.words.payments
  const { mine, fundingLabel } = paid.payment
  const account = mine && fundingLabel ? accountWithin(fundingLabel, reader) : null
  switch (paid.standing) {
    case 'canceled':
      return done.canceled
    case 'scheduled':
      if (account === null) return done.byOther
      return paid.payment.byCard ? reader.words.cards.saved.debit.from(account) : done.from(account)
    case 'onItsWay':
      return account === null ? states.detail.paidByOther : states.detail.onItsWay(account)
    case 'returnable':
    case 'cleared':
      return account === null ? states.detail.paidByOther : states.detail.applied(account)
    case 'retrying':
    case 'returned':
      return account === null ? states.detail.backByOther : states.detail.back(account)
    case 'held':
      return account === null ? states.detail.notSentByOther : states.detail.held(account)
    case 'notSent':
      return account === null ? states.detail.notSentByOther : states.detail.notSent(account)
  }
}

/** What was taken besides; nothing where paying was free. */
export function Fee({ visit, paid }: PaymentParts) {
  const { reader } = visit
  const { amount, fee } = paid.payment
  if (fee === 0) return null
  const { done } = reader.words.payments
  return <p class="k-small">{done.fee(reader.money(fee), reader.money(plus(amount, fee)))}</p>
}

export function Actions({ visit, paid }: PaymentParts) {
  const { reader, base } = visit
  const { done: w, states, change } = reader.words.payments
  const { payment, isCancelable, isChangeable, standing } = paid
  const mayPayAgain = payment.mine && (standing === 'returned' || standing === 'notSent')
  const toOverview = isCancelable || mayPayAgain ? 'secondary' : 'primary'
  return (
    <>
      <Buttons phone="stacked">
        {mayPayAgain && (
          <ButtonLink look="primary" href={`${base}/payments/new`}>
            {states.payAgain}
          </ButtonLink>
        )}
        <ButtonLink look={toOverview} href={base}>
          {w.toOverview}
        </ButtonLink>
        <ButtonLink href={`${base}/payments`}>{w.all}</ButtonLink>
        {isChangeable && (
          <ButtonLink href={`${base}/payments/${payment.id}/change`}>{change.link}</ButtonLink>
        )}
        {isCancelable && (
          <ButtonLink look="quiet" href={`${base}/payments/${payment.id}/cancellation`}>
            {w.cancel}
          </ButtonLink>
        )}
      </Buttons>
      {isChangeable && (
        <p class="k-small mt-3">
          {w.cancelUntil(reader.moment(payment.cancelUntil))}{' '}
          <CutoffClock visit={visit} until={payment.cancelUntil} /> {states.afterwards}
        </p>
      )}
    </>
  )
}

/** The words that were agreed to; a co-borrower's are theirs. */
export function Permission({ visit, paid }: PaymentParts) {
  const { authorizationText, createdAt } = paid.payment
  if (authorizationText === null) return null
  const { reader } = visit
  return (
    <Panel title={reader.words.payments.done.permission}>
      <p>{spoken(authorizationText, reader)}</p>
      <p class="k-small mt-2">{reader.moment(createdAt)}</p>
    </Panel>
  )
}

/** What it was before it was changed; nothing where it never was. */
export function Changes({ visit, paid }: PaymentParts) {
  const { reader } = visit
  const w = reader.words.payments.change
  if (paid.changes.length === 0) return null
  return (
    <Panel title={w.history}>
      <DefinitionRows
        look="ruled"
        rows={paid.changes.map(({ amount, effectiveDate, changedAt }) => ({
          label: w.was(reader.money(amount), reader.date(effectiveDate, 'long')),
          value: w.until(reader.moment(changedAt)),
        }))}
      />
    </Panel>
  )
}

/** For whoever pressed twice, went back or used another tab; and for who has just changed it. */
export function Said({ visit }: PaymentParts) {
  const { reader, c } = visit
  const { done, change } = reader.words.payments
  const words =
    c.req.query('again') === 'yes'
      ? done.again
      : c.req.query('changed') === 'yes'
        ? change.done
        : null
  if (words === null) return null
  return (
    <div class="mb-6">
      <Note role="status">{words}</Note>
    </div>
  )
}
