// GET /accounts/:id/payments/new: the first step of a payment.
import type { Hono } from 'hono'
import { paymentOptions } from '#src/servicing/payments/payment-options.ts'
import type { AccountView } from '#src/servicing/view-account.ts'
import type { AccountVisit } from '../account-visit.tsx'
import { viewedPage } from '../lease/page-by-product.ts'
import type { WebEnv } from '../request-context.ts'
import { nothingToPay, stepOne } from './amount-page.tsx'
import { newPlace } from './draft-place.ts'
import { dayOf, draftOf } from './payment-draft.ts'

export function registerPaymentAmount(app: Hono<WebEnv>): void {
  app.get('/accounts/:id/payments/new', viewedPage(newPayment))
}

async function newPayment(visit: AccountVisit, view: AccountView): Promise<Response> {
  const typed = visit.c.req.query()
  const options = await paymentOptions(visit.ctx, visit.owner, {
    effective: dayOf(typed, view),
  })
  if (!options.ok) return nothingToPay(visit, view, options.refusal)
  const draft = draftOf(typed, options.value)
  const place = newPlace(visit.base)
  return stepOne(visit, { view, options: options.value, draft, place }, typed)
}
