// GET and POST /accounts/:id/payments/:payment/change, GET …/change/review: a scheduled payment
// becomes another, until its cutoff.
import type { Hono } from 'hono'
import type { Typed } from '#src/http/form.ts'
import { changePayment } from '#src/servicing/payments/change-payment.ts'
import { paymentOptions } from '#src/servicing/payments/payment-options.ts'
import { viewPayment } from '#src/servicing/payments/view-payment.ts'
import type { AccountView } from '#src/servicing/view-account.ts'
import type { AccountVisit } from '../account-visit.tsx'
import { refusedPage } from '../errors.tsx'
import { viewedPage } from '../lease/page-by-product.ts'
import type { WebEnv } from '../request-context.ts'
import { nothingToPay, stepOne } from './amount-page.tsx'
import { changePlace } from './draft-place.ts'
import { type Asked, NOTHING_FAILED, orderOf, refusedOrder, showReview } from './order-flow.tsx'
import { dayOf, draftFields, draftOf } from './payment-draft.ts'
import { paymentIdOf } from './payment-id.ts'

export function registerPaymentChange(app: Hono<WebEnv>): void {
  app.get(
    '/accounts/:id/payments/:payment/change',
    viewedPage(async (visit, view) => {
      const typed = visit.c.req.query()
      const asked = await changed(visit, view, typed)
      return asked instanceof Response ? asked : stepOne(visit, asked, typed)
    }),
  )
  app.get(
    '/accounts/:id/payments/:payment/change/review',
    viewedPage(async (visit, view) => {
      const asked = await changed(visit, view, visit.c.req.query())
      return asked instanceof Response ? asked : showReview(visit, asked, NOTHING_FAILED)
    }),
  )
  app.post(
    '/accounts/:id/payments/:payment/change',
    viewedPage(async (visit, view) => {
      const { typed } = visit.c.get('form')
      const asked = await changed(visit, view, typed)
      return asked instanceof Response ? asked : change(visit, asked, typed)
    }),
  )
}

/** The draft of the change; what was not typed is as the payment has it. */
async function changed(
  visit: AccountVisit,
  view: AccountView,
  typed: Typed,
): Promise<Asked | Response> {
  const { c, ctx, owner, base } = visit
  const paid = await viewPayment(ctx, owner, paymentIdOf(c))
  if (!paid.ok) return refusedPage(c, paid.refusal)
  const { payment, isChangeable } = paid.value
  // Its own page says why nothing of it can be changed any more.
  if (!isChangeable) return c.redirect(`${base}/payments/${payment.id}`, 303)
  const fields = { ...draftFields(payment), ...typed }
  const effective = typed.on === undefined ? payment.effective : null
  const options = await paymentOptions(ctx, owner, { effective: effective ?? dayOf(fields, view) })
  if (!options.ok) return nothingToPay(visit, view, options.refusal)
  const draft = draftOf(fields, options.value)
  return { view, options: options.value, draft, place: changePlace(base, payment) }
}

async function change(visit: AccountVisit, asked: Asked, typed: Typed): Promise<Response> {
  const { c, ctx, owner, base } = visit
  const paymentId = paymentIdOf(c)
  const order = orderOf(visit, asked, typed)
  if (!order)
    return showReview(visit, asked, { refusals: [{ code: 'formAlreadyUsed' }], attempt: null })
  const done = await changePayment(ctx, owner, { ...order, paymentId })
  if (done.ok) return c.redirect(`${base}/payments/${paymentId}?changed=yes`, 303)
  return refusedOrder(visit, asked, { refusal: done.refusal, attempt: null })
}
