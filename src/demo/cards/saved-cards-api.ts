// Cards that are kept at the demo's processor, and charged without their owner.
import type { Context, Hono } from 'hono'
import { formOf, metadataOf, type Processor } from './processor-api.ts'
import type { Paid } from './processor-book.ts'
import { errorRow, intentRow } from './processor-rows.ts'

export function registerSavedCards(app: Hono, at: Processor): void {
  const { book } = at
  app.get('/v1/payment_intents', (c) => {
    const data = book.chargedTo(c.req.query('customer') ?? '').map(intentRow)
    return c.json({ object: 'list', url: '/v1/payment_intents', data, has_more: false })
  })
  app.post('/v1/payment_intents', async (c) => charge(c, at, await formOf(c)))
  app.delete('/v1/customers/:customer', (c) => {
    const id = c.req.param('customer')
    const saved = book.savedBy(id)
    if (!saved) return missing(c)
    book.change(saved, { isForgotten: true })
    return c.json({ id, object: 'customer', deleted: true })
  })
}

function charge(c: Context, at: Processor, form: URLSearchParams): Response {
  const key = c.req.header('idempotency-key') ?? crypto.randomUUID()
  const known = at.book.underKey(key)
  const charged = known ?? asked(at, form, key)
  if (charged === null) return missing(c)
  if (charged.declined === null) return c.json(intentRow(charged))
  const error = { ...errorRow(charged.declined), payment_intent: intentRow(charged) }
  return c.json({ error }, 402)
}

/** Null where nobody has saved a card under that number. */
function asked(at: Processor, form: URLSearchParams, key: string): Paid | null {
  const customer = form.get('customer') ?? ''
  const { card } = at.book.savedBy(customer) ?? {}
  if (!card) return null
  const charged = at.book.add({
    ...{ key, mode: 'charge', customer, card, metadata: metadataOf(form), reference: '' },
    lines: [{ name: '', amount: Number(form.get('amount')) }],
    ...{ locale: '', doneUrl: '', backUrl: '', expiresAt: 0 },
  })
  const paidAt = Math.floor(Date.parse(at.now()) / 1000)
  return at.book.change(charged, {
    page: 'complete',
    ...(card.later
      ? { declined: card.later, money: 'none', paidAt }
      : { money: 'requires_capture', paidAt }),
  })
}

function missing(c: Context): Response {
  const message = 'The demo card processor does not know it.'
  return c.json(
    { error: { type: 'invalid_request_error', code: 'resource_missing', message } },
    404,
  )
}
