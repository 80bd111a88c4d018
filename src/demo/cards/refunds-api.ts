// Money that is sent back at the demo's processor, and what of it does not arrive.
import type { Context, Hono } from 'hono'
import { failed, formOf, type Processor } from './processor-api.ts'
import { type Paid, refundedOf, totalOf } from './processor-book.ts'
import { chargeRow, refundRows } from './processor-rows.ts'

export function registerRefunds(app: Hono, at: Processor): void {
  const { book } = at
  app.post('/v1/refunds', async (c) => refund(c, at, await formOf(c)))
  app.get('/v1/refunds', (c) => {
    const paid = book.find({ intent: c.req.query('payment_intent') ?? '' })
    const data = paid ? refundRows(paid).reverse() : []
    return c.json({ object: 'list', url: '/v1/refunds', data, has_more: false })
  })
  app.get('/v1/refunds/:refund', (c) => {
    const id = c.req.param('refund')
    const paid = book.find({ intent: id.replace('re_', 'pi_').replace(/_\d+$/, '') })
    const row = paid && refundRows(paid).find((each) => each.id === id)
    return row ? c.json(row) : failed(c, 404, 'invalid_request_error')
  })
}

/** Under one key once, and then as it was answered then. */
function refund(c: Context, at: Processor, form: URLSearchParams): Response {
  const paid = at.book.find({ intent: form.get('payment_intent') ?? '' })
  if (paid?.money !== 'succeeded') return failed(c, 400, 'invalid_request_error')
  const key = c.req.header('idempotency-key') ?? crypto.randomUUID()
  const before = paid.refunds.findIndex((known) => known.key === key)
  if (before >= 0) return c.json({ ...refundRows(paid)[before], status: 'succeeded' })
  const left = totalOf(paid) - refundedOf(paid)
  const amount = Number(form.get('amount') ?? left)
  if (!(amount > 0 && amount <= left)) return failed(c, 400, 'invalid_request_error')
  const refunds = [...paid.refunds, { key, amount, status: 'succeeded' as const }]
  const changed = at.book.change(paid, { refunds })
  at.events.tell('charge.refunded', chargeRow(changed))
  if (paid.card?.refundsFail)
    setTimeout(() => fail(at, changed, key), at.refundFailsAfterMs).unref()
  return c.json(refundRows(changed).at(-1))
}

/** Days later, with a real one: the card's bank did not take it. */
function fail(at: Processor, { intent }: Paid, key: string): void {
  const paid = at.book.find({ intent })
  if (!paid) return
  const refunds = paid.refunds.map((each) =>
    each.key === key ? { ...each, status: 'failed' as const } : each,
  )
  const index = refunds.findIndex((each) => each.key === key)
  const changed = at.book.change(paid, { refunds })
  const row = refundRows(changed)[index]
  if (row) at.events.tell('refund.failed', row)
}
