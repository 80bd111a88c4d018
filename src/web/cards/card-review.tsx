// GET /accounts/:id/card-payments/review, POST /accounts/:id/card-payments: all of it once more,
// the permission, and the way to the processor's page.
import type { Hono } from 'hono'
import type { Refusal } from '#src/domain/refusal.ts'
import type { Typed } from '#src/http/form.ts'
import { lookAtCardPayment } from '#src/servicing/cards/look-at-card-payment.ts'
import { startCardPayment } from '#src/servicing/cards/start-card-payment.ts'
import { nothingToPay } from '../payments/amount-page.tsx'
import { fieldOf } from '../payments/payment-draft.ts'
import type { WebEnv } from '../request-context.ts'
import { cardAmountPage } from './card-amount.tsx'
import { type CardDraft, cardDraft, tryCard } from './card-draft.ts'
import { orderOf } from './card-order.ts'
import { cardReviewPage } from './card-review-page.tsx'
import { type CardVisit, cardPage } from './card-visit.ts'
import { toCardPage } from './to-card-page.ts'

export function registerCardReview(app: Hono<WebEnv>): void {
  app.get(
    '/accounts/:id/card-payments/review',
    cardPage(async (visit, view) => {
      const asked = await cardDraft(visit, view, visit.c.req.query())
      return asked instanceof Response ? asked : showReview(visit, asked, NOTHING_FAILED)
    }),
  )
  app.post(
    '/accounts/:id/card-payments',
    cardPage(async (visit, view) => {
      const { typed } = visit.c.get('form')
      const asked = await cardDraft(visit, view, typed)
      return asked instanceof Response ? asked : pay(visit, asked, typed)
    }),
  )
}

type Failed = { readonly refusals: readonly Refusal[]; readonly attempt: string | null }

const NOTHING_FAILED: Failed = { refusals: [], attempt: null }

/** The review, or the amounts again when the draft cannot be paid as it stands. */
async function showReview(visit: CardVisit, asked: CardDraft, failed: Failed): Promise<Response> {
  const tried = await tryCard(visit, asked)
  if (tried.ok) return cardReviewPage(visit, { ...asked, ...failed, preview: tried.preview })
  const { attempt } = failed
  return cardAmountPage(visit, { ...asked, preview: null, problems: tried.problems, attempt })
}

async function pay(visit: CardVisit, asked: CardDraft, typed: Typed): Promise<Response> {
  const { ctx, owner } = visit
  const order = await orderOf(visit, asked, typed)
  // It gets a fresh form.
  if (!order)
    return showReview(visit, asked, { refusals: [{ code: 'formAlreadyUsed' }], attempt: null })
  const started = await startCardPayment(ctx, owner, order)
  if (started.ok) {
    const { paymentId } = started.value
    // The card's bank answers at once, as a rule; the page of the payment says what.
    if (order.fundingAccountId !== null) await lookAtCardPayment(ctx, owner, paymentId)
    return toCardPage(visit, asked.view, paymentId)
  }
  const { refusal, attempt } = started
  if (refusal.code === 'accountClosed' || refusal.code === 'historyEnds')
    return nothingToPay(visit, asked.view, refusal)
  if (fieldOf(refusal, asked.draft) !== null)
    return showReview(visit, asked, { refusals: [], attempt })
  return showReview(visit, asked, { refusals: [refusal], attempt })
}
