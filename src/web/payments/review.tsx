// GET /accounts/:id/payments/review, POST /accounts/:id/payments: all of it once more, the
// permission, the payment.
import type { Hono } from 'hono'
import type { Typed } from '#src/http/form.ts'
import { makePayment } from '#src/servicing/payments/make-payment.ts'
import { paymentOptions } from '#src/servicing/payments/payment-options.ts'
import type { AccountView } from '#src/servicing/view-account.ts'
import type { AccountVisit } from '../account-visit.tsx'
import { viewedPage } from '../lease/page-by-product.ts'
import type { WebEnv } from '../request-context.ts'
import { nothingToPay } from './amount-page.tsx'
import { newPlace } from './draft-place.ts'
import { type Asked, NOTHING_FAILED, orderOf, refusedOrder, showReview } from './order-flow.tsx'
import { dayOf, draftOf } from './payment-draft.ts'

export function registerPaymentReview(app: Hono<WebEnv>): void {
  app.get(
    '/accounts/:id/payments/review',
    viewedPage(async (visit, view) => {
      const asked = await drafted(visit, view, visit.c.req.query())
      return asked instanceof Response ? asked : showReview(visit, asked, NOTHING_FAILED)
    }),
  )
  app.post(
    '/accounts/:id/payments',
    viewedPage(async (visit, view) => {
      const { typed } = visit.c.get('form')
      const asked = await drafted(visit, view, typed)
      return asked instanceof Response ? asked : pay(visit, asked, typed)
    }),
  )
}

async function drafted(
  visit: AccountVisit,
  view: AccountView,
  typed: Typed,
): Promise<Asked | Response> {
  const options = await paymentOptions(visit.ctx, visit.owner, { effective: dayOf(typed, view) })
  if (!options.ok) return nothingToPay(visit, view, options.refusal)
  const draft = draftOf(typed, options.value)
  return { view, options: options.value, draft, place: newPlace(visit.base) }
}

async function pay(visit: AccountVisit, asked: Asked, typed: Typed): Promise<Response> {
  const { c, ctx, owner, base } = visit
  const order = orderOf(visit, asked, typed)
  // It gets a fresh form.
  if (!order)
    return showReview(visit, asked, { refusals: [{ code: 'formAlreadyUsed' }], attempt: null })
  const made = await makePayment(ctx, owner, order)
  if (!made.ok) return refusedOrder(visit, asked, made)
  const again = made.value.wasNew === 'yes' ? '' : '?again=yes'
  return c.redirect(`${base}/payments/${made.value.paymentId}${again}`, 303)
}
