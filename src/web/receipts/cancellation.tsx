// GET and POST /accounts/:id/payments/:payment/cancellation.
import type { Hono } from 'hono'
import { cancelPayment } from '#src/servicing/payments/cancel-payment.ts'
import { type PaymentView, viewPayment } from '#src/servicing/payments/view-payment.ts'
import type { AccountView } from '#src/servicing/view-account.ts'
import { Button, ButtonLink, Buttons } from '#src/ui/button.tsx'
import { PageHeading } from '#src/ui/layout/page-heading.tsx'
import { Panel } from '#src/ui/panel.tsx'
import { AccountIdentity, type AccountVisit, showAccountPage } from '../account-visit.tsx'
import { refusedPage } from '../errors.tsx'
import { FormFields } from '../form-session.tsx'
import { viewedPage } from '../lease/page-by-product.ts'
import type { PageStatus } from '../page.tsx'
import { paymentIdOf } from '../payments/payment-id.ts'
import type { WebEnv } from '../request-context.ts'

export function registerCancellation(app: Hono<WebEnv>): void {
  app.get(
    '/accounts/:id/payments/:payment/cancellation',
    viewedPage((visit, view) => ask(visit, view, 200)),
  )
  app.post('/accounts/:id/payments/:payment/cancellation', viewedPage(cancel))
}

async function cancel(visit: AccountVisit, view: AccountView): Promise<Response> {
  const { c, ctx, owner, base } = visit
  const paymentId = paymentIdOf(c)
  const canceled = await cancelPayment(ctx, owner, { paymentId })
  if (canceled.ok) return c.redirect(`${base}/payments/${paymentId}`, 303)
  const { code } = canceled.refusal
  if (code === 'paymentNotCancelable' || code === 'paymentOfCoBorrower')
    return ask(visit, view, 422)
  return refusedPage(c, canceled.refusal)
}

/** The question, or why there is none to ask. */
async function ask(visit: AccountVisit, view: AccountView, status: PageStatus): Promise<Response> {
  const { c, ctx, owner, reader } = visit
  const paid = await viewPayment(ctx, owner, paymentIdOf(c))
  if (!paid.ok) return refusedPage(c, paid.refusal)
  const { payment, isCancelable } = paid.value
  const w = reader.words.payments.cancel
  const title = isCancelable ? w.title : payment.mine ? w.tooLate : w.notYours
  return showAccountPage(visit, view, {
    title,
    current: 'payments',
    status,
    children: (
      <>
        <PageHeading identity={<AccountIdentity visit={visit} view={view} />} title={title} />
        <Panel>
          {isCancelable ? (
            <Question visit={visit} payment={payment} />
          ) : (
            <NotCancelable visit={visit} payment={payment} />
          )}
        </Panel>
      </>
    ),
  })
}

type AboutPayment = { visit: AccountVisit; payment: PaymentView['payment'] }

function Question({ visit, payment }: AboutPayment) {
  const { c, reader, base, session } = visit
  const w = reader.words.payments.cancel
  const { pages } = reader.words.autopay
  return (
    <form method="post" action={`${base}/payments/${payment.id}/cancellation`}>
      <FormFields c={c} session={session} />
      <p class="k-name">
        {w.text(reader.money(payment.amount), reader.date(payment.effective, 'long'))}
      </p>
      <p class="mt-2 mb-5">{w.dueStays}</p>
      {payment.isAutopay && (
        <p class="mb-5">
          {pages.one} <a href={`${base}/autopay/stop`}>{pages.stop.link}</a>
        </p>
      )}
      <Buttons>
        <Button look="destructive">{w.confirm}</Button>
        <ButtonLink href={`${base}/payments/${payment.id}`}>{w.keep}</ButtonLink>
      </Buttons>
    </form>
  )
}

function NotCancelable({ visit, payment }: AboutPayment) {
  const { ctx, reader, base } = visit
  const w = reader.words.payments.cancel
  const { phone } = ctx.lender
  return (
    <>
      <p class="mb-5">{payment.mine ? w.tooLateText(phone) : w.notYoursText(phone)}</p>
      <Buttons>
        <ButtonLink look="primary" href={`${base}/payments/${payment.id}`}>
          {w.see}
        </ButtonLink>
      </Buttons>
    </>
  )
}
