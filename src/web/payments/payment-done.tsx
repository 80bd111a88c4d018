// What the confirmation says first: the amount and its day, its number, and what can still be done.

import type { PaymentView } from '#src/servicing/payments/view-payment.ts'
import type { LoanView } from '#src/servicing/view-account.ts'
import { ButtonLink, Buttons } from '#src/ui/button.tsx'
import { CopyButton } from '#src/ui/forms/copy-button.tsx'
import { Confirmation } from '#src/ui/layout/confirmation.tsx'
import { Note } from '#src/ui/note.tsx'
import { CodeBox, Panel } from '#src/ui/panel.tsx'
import type { AccountVisit } from '../account-visit.tsx'
import { spoken } from '../masked.tsx'
import { accountWithin } from './payment-words.ts'

export type PaymentParts = {
  readonly visit: AccountVisit
  readonly view: LoanView
  readonly paid: PaymentView
}

/** "$662.55 on Friday, December 4" */
export function headline({ visit, paid }: PaymentParts): string {
  const { reader } = visit
  const { amount, effective } = paid.payment
  return reader.words.payments.done.headline(reader.money(amount), reader.date(effective, 'long'))
}

export function Done(parts: PaymentParts) {
  const { reader } = parts.visit
  const { payment } = parts.paid
  const w = reader.words.payments.done
  const isScheduled = payment.state === 'scheduled'
  return (
    <Confirmation
      state={isScheduled ? w.status : w.statusCanceled}
      title={headline(parts)}
      detail={spoken(detail(parts), reader)}
      aside={
        <CodeBox label={w.confirmation} code={payment.confirmation}>
          <CopyButton text={payment.confirmation} words={w.copy} copied={w.copied} />
        </CodeBox>
      }
    />
  )
}

function detail({ visit, paid }: PaymentParts): string {
  const { reader } = visit
  const w = reader.words.payments.done
  const { state, mine, fundingLabel } = paid.payment
  if (state === 'canceled') return w.canceled
  if (!mine || !fundingLabel) return w.byOther
  return w.from(accountWithin(fundingLabel, reader))
}

export function Actions({ visit, paid }: PaymentParts) {
  const { reader, base } = visit
  const w = reader.words.payments.done
  const { payment, isCancelable } = paid
  return (
    <>
      <Buttons phone="stacked">
        <ButtonLink look={isCancelable ? 'secondary' : 'primary'} href={base}>
          {w.toOverview}
        </ButtonLink>
        <ButtonLink href={`${base}/payments`}>{w.all}</ButtonLink>
        {isCancelable && (
          <ButtonLink look="quiet" href={`${base}/payments/${payment.id}/cancellation`}>
            {w.cancel}
          </ButtonLink>
        )}
      </Buttons>
      {isCancelable && (
        <p class="k-small mt-3">{w.cancelUntil(reader.moment(payment.cancelUntil))}</p>
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

/** For whoever pressed twice, went back or used another tab. */
export function SentBefore({ visit }: PaymentParts) {
  return (
    <div class="mb-6">
      <Note role="status">{visit.reader.words.payments.done.again}</Note>
    </div>
  )
}
