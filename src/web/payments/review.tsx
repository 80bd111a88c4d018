// GET /accounts/:id/payments/review, POST /accounts/:id/payments: all of it once more, the
// permission, the payment.
import type { Hono } from 'hono'
import * as z from 'zod'
import { cents } from '#src/domain/money.ts'
import type { Refusal } from '#src/domain/refusal.ts'
import { readForm, type Typed } from '#src/http/form.ts'
import { makePayment } from '#src/servicing/payments/make-payment.ts'
import { type PaymentOptions, paymentOptions } from '#src/servicing/payments/preview-payment.ts'
import type { LoanView } from '#src/servicing/view-account.ts'
import type { AccountVisit } from '../account-visit.tsx'
import { howToPayPage, notPaidHere } from '../lease/how-to-pay.tsx'
import { pageByProduct } from '../lease/page-by-product.ts'
import type { WebEnv } from '../request-context.ts'
import { amountPage, nothingToPay, tryDraft } from './amount-page.tsx'
import { choiceOf, dayOf, draftOf, fieldOf, type PaymentDraft } from './payment-draft.ts'
import { authorizationOf } from './payment-words.ts'
import { reviewPage } from './review-page.tsx'

export function registerPaymentReview(app: Hono<WebEnv>): void {
  app.get(
    '/accounts/:id/payments/review',
    pageByProduct({
      loan: async (visit, view) => {
        const asked = await drafted(visit, view, visit.c.req.query())
        return asked instanceof Response ? asked : review(visit, asked, [])
      },
      lease: howToPayPage,
    }),
  )
  app.post(
    '/accounts/:id/payments',
    pageByProduct({
      loan: async (visit, view) => {
        const { typed } = visit.c.get('form')
        const asked = await drafted(visit, view, typed)
        return asked instanceof Response ? asked : pay(visit, asked, typed)
      },
      lease: notPaidHere,
    }),
  )
}

/** The hidden and ticked fields of the review. A key is made by the page and used once. */
const orderForm = z.object({
  shown: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER),
  agreed: z.literal('yes').optional(),
  second: z.literal('yes').optional(),
  key: z.uuid(),
})

type Asked = { view: LoanView; options: PaymentOptions; draft: PaymentDraft }

async function drafted(
  visit: AccountVisit,
  view: LoanView,
  typed: Typed,
): Promise<Asked | Response> {
  const options = await paymentOptions(visit.ctx, visit.owner, { effective: dayOf(typed, view) })
  if (!options.ok) return nothingToPay(visit, view, options.refusal)
  return { view, options: options.value, draft: draftOf(typed, options.value) }
}

/** The review, or the amount form again when the draft cannot be paid as it stands. */
async function review(
  visit: AccountVisit,
  asked: Asked,
  refusals: readonly Refusal[],
): Promise<Response> {
  const tried = await tryDraft(visit, asked.draft, asked.options)
  if (!tried.ok) return amountPage(visit, { ...asked, preview: null, problems: tried.problems })
  return reviewPage(visit, { ...asked, preview: tried.preview, refusals })
}

async function pay(visit: AccountVisit, asked: Asked, typed: Typed): Promise<Response> {
  const { c, ctx, owner, reader, base } = visit
  const order = readForm(orderForm, typed, reader.words)
  const chosen = choiceOf(asked.draft, { reader, options: asked.options })
  // Only a form that is not ours, or no longer, lacks its hidden fields: it gets a fresh one.
  if (!order.ok || !chosen.ok) return review(visit, asked, [{ code: 'formAlreadyUsed' }])
  const { shown, agreed, second, key } = order.value
  const { choice } = chosen
  const account = asked.options.fundingAccounts.find(({ id }) => id === choice.fundingAccountId)
  const shownAmount = cents(shown)
  const authorizationText = account
    ? authorizationOf({ amount: shownAmount, account, on: choice.effective }, { ctx, reader })
    : ''
  const made = await makePayment(ctx, owner, {
    choice,
    shownAmount,
    agreed: agreed ?? 'no',
    duplicateConfirmed: second ?? 'no',
    authorizationText,
    idempotencyKey: key,
  })
  if (made.ok) {
    const again = made.value.wasNew === 'yes' ? '' : '?again=yes'
    return c.redirect(`${base}/payments/${made.value.paymentId}${again}`, 303)
  }
  return refusedPayment(visit, asked, made.refusal)
}

/** What is about a field goes back to step 1; everything else is shown on the review. */
function refusedPayment(visit: AccountVisit, asked: Asked, refusal: Refusal) {
  if (refusal.code === 'accountClosed' || refusal.code === 'historyEnds')
    return nothingToPay(visit, asked.view, refusal)
  const field = fieldOf(refusal, asked.draft)
  if (field === null) return review(visit, asked, [refusal])
  const message = visit.reader.words.refusals.sentence(refusal, visit.reader.locale)
  return amountPage(visit, { ...asked, preview: null, problems: [{ field, message }] })
}
