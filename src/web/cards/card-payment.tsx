// GET /accounts/:id/card-payments/:payment: what became of it, asked of the processor while it is
// under way. POST …/page leads to the processor's page again, POST …/end drops it.
import type { Hono } from 'hono'
import { giveUpCardPayment } from '#src/servicing/cards/give-up-card-payment.ts'
import { lookAtCardPayment } from '#src/servicing/cards/look-at-card-payment.ts'
import { viewCardPayment } from '#src/servicing/cards/view-card-payment.ts'
import type { AccountView } from '#src/servicing/view-account.ts'
import { refusedPage } from '../errors.tsx'
import { paymentIdOf } from '../payments/payment-id.ts'
import type { WebEnv } from '../request-context.ts'
import { cardPaymentPage } from './card-payment-page.tsx'
import { type CardVisit, cardPage } from './card-visit.ts'
import { toCardPage } from './to-card-page.ts'

export function registerCardPayment(app: Hono<WebEnv>): void {
  app.get('/accounts/:id/card-payments/:payment', cardPage(show))
  app.post('/accounts/:id/card-payments/:payment/page', cardPage(goOn))
  app.post(
    '/accounts/:id/card-payments/:payment/end',
    cardPage(async (visit) => {
      const { c, ctx, owner, base } = visit
      const id = paymentIdOf(c)
      const ended = await giveUpCardPayment(ctx, owner, id)
      if (!ended.ok && ended.refusal.code === 'paymentNotFound')
        return refusedPage(c, ended.refusal)
      return c.redirect(`${base}/card-payments/${id}${ended.ok ? '' : '?down=yes'}`, 303)
    }),
  )
}

/** Coming back says nothing by itself: the processor is asked. */
async function show(visit: CardVisit, view: AccountView): Promise<Response> {
  const { c, ctx, owner } = visit
  const id = paymentIdOf(c)
  const before = await viewCardPayment(ctx, owner, id)
  if (!before.ok) return refusedPage(c, before.refusal)
  if (!UNDER_WAY.has(before.value.payment.state))
    return cardPaymentPage(visit, { view, paid: before.value, down: isDown(visit) })
  const down = (await lookAtCardPayment(ctx, owner, id)) === 'down'
  const now = await viewCardPayment(ctx, owner, id)
  return cardPaymentPage(visit, {
    view,
    paid: now.ok ? now.value : before.value,
    down: down || isDown(visit),
  })
}

const UNDER_WAY: ReadonlySet<string> = new Set(['started', 'taking', 'releasing'])

function isDown({ c }: CardVisit): boolean {
  return c.req.query('down') === 'yes'
}

async function goOn(visit: CardVisit, view: AccountView): Promise<Response> {
  const { c, ctx, owner } = visit
  const id = paymentIdOf(c)
  const known = await viewCardPayment(ctx, owner, id)
  if (!known.ok) return refusedPage(c, known.refusal)
  return toCardPage(visit, view, id)
}
