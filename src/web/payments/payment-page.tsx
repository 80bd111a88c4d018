// GET /accounts/:id/payments/:payment: the confirmation, for as long as the account exists.
import type { Hono } from 'hono'
import { type PaymentView, viewPayment } from '#src/servicing/payments/view-payment.ts'
import type { AccountView } from '#src/servicing/view-account.ts'
import { ButtonLink, Buttons } from '#src/ui/button.tsx'
import { CopyButton } from '#src/ui/forms/copy-button.tsx'
import { Confirmation } from '#src/ui/layout/confirmation.tsx'
import { PageHeading } from '#src/ui/layout/page-heading.tsx'
import { Area, PanelGrid } from '#src/ui/layout/panel-grid.tsx'
import { Note } from '#src/ui/note.tsx'
import { CodeBox, Panel, PartedPanel } from '#src/ui/panel.tsx'
import {
  AccountIdentity,
  type AccountVisit,
  accountPage,
  showAccountPage,
  viewOf,
} from '../account-visit.tsx'
import { refusedPage } from '../errors.tsx'
import type { WebEnv } from '../request-context.ts'
import { PaymentSteps } from './amount-page.tsx'
import { paymentIdOf } from './payment-id.ts'
import { AppliedPanel, ChangesPanel, PaymentTimeline } from './payment-outlook.tsx'
import { accountLabel } from './payment-words.ts'

export function registerPaymentPage(app: Hono<WebEnv>): void {
  app.get(
    '/accounts/:id/payments/:payment',
    accountPage(async (visit) => {
      const { c, ctx, owner } = visit
      const paid = await viewPayment(ctx, owner, paymentIdOf(c))
      if (!paid.ok) return refusedPage(c, paid.refusal)
      const view = await viewOf(visit)
      const parts = { visit, view, paid: paid.value }
      return showAccountPage(visit, view, {
        title: headline(parts),
        current: 'payments',
        islands: ['copy.js'],
        children: <PaymentPage {...parts} />,
      })
    }),
  )
}

export type PaymentParts = {
  readonly visit: AccountVisit
  readonly view: AccountView
  readonly paid: PaymentView
}

function PaymentPage(parts: PaymentParts) {
  const { visit, view, paid } = parts
  const { reader, c } = visit
  const w = reader.words.payments.done
  const isScheduled = paid.payment.state === 'scheduled'
  return (
    <>
      <PageHeading
        identity={<AccountIdentity visit={visit} view={view} />}
        {...(isScheduled && { aside: <PaymentSteps current={3} reader={reader} /> })}
      />
      {c.req.query('again') === 'yes' && (
        <div class="mb-6">
          <Note role="status">{w.again}</Note>
        </div>
      )}
      <PartedPanel
        parts={[
          <Done {...parts} />,
          ...(isScheduled ? [<PaymentTimeline {...parts} />] : []),
          <Actions {...parts} />,
        ]}
      />
      {isScheduled && (
        <div class="mt-6">
          <PanelGrid split="6-6">
            <Area at="main">
              <AppliedPanel {...parts} />
            </Area>
            <Area at="side">
              <ChangesPanel {...parts} />
              <Permission {...parts} />
            </Area>
          </PanelGrid>
        </div>
      )}
    </>
  )
}

function headline({ visit, paid }: PaymentParts): string {
  const { reader } = visit
  const { amount, effective } = paid.payment
  return reader.words.payments.done.headline(reader.money(amount), reader.date(effective, 'long'))
}

function Done(parts: PaymentParts) {
  const { reader } = parts.visit
  const { payment } = parts.paid
  const w = reader.words.payments.done
  const isScheduled = payment.state === 'scheduled'
  return (
    <Confirmation
      state={isScheduled ? w.status : w.statusCanceled}
      title={headline(parts)}
      detail={detail(parts)}
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
  return w.from(accountLabel(fundingLabel, reader))
}

function Actions({ visit, paid }: PaymentParts) {
  const { reader, base } = visit
  const w = reader.words.payments.done
  const { payment, isCancelable } = paid
  return (
    <>
      <Buttons>
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
function Permission({ visit, paid }: PaymentParts) {
  const { authorizationText, createdAt } = paid.payment
  if (authorizationText === null) return null
  const { reader } = visit
  return (
    <Panel title={reader.words.payments.done.permission}>
      <p>{authorizationText}</p>
      <p class="k-small mt-2">{reader.moment(createdAt)}</p>
    </Panel>
  )
}
