// The part of the processor's API that Keyturn uses, over the demo's book.
import type { Context, Hono } from 'hono'
import type { Paid, ProcessorBook } from './processor-book.ts'
import type { Deliveries } from './processor-events.ts'
import { disputeRow, intentRow, sessionRow } from './processor-rows.ts'

export type Processor = {
  readonly book: ProcessorBook
  readonly events: Deliveries
  readonly secretKey: string
  /** By which money is dated, an ISO instant. */
  readonly now: () => string
  readonly origin: () => string
  /** How long after it was paid the card that is disputed is disputed. */
  readonly disputeAfterMs: number
  /** How long after money was sent back to the card that takes none it fails. */
  readonly refundFailsAfterMs: number
}

export function registerProcessorApi(app: Hono, at: Processor): void {
  const { book } = at
  app.use('/v1/*', async (c, next) =>
    c.req.header('authorization') === `Bearer ${at.secretKey}`
      ? next()
      : failed(c, 401, 'invalid_request_error'),
  )
  app.post('/v1/checkout/sessions', async (c) => {
    const key = c.req.header('idempotency-key') ?? crypto.randomUUID()
    const paid = book.underKey(key) ?? book.add({ key, ...pageOf(await formOf(c)) })
    return c.json(sessionRow(paid, at.origin()))
  })
  app.get('/v1/checkout/sessions/:session', (c) =>
    found(c, at, (paid) => sessionRow(paid, at.origin())),
  )
  app.post('/v1/checkout/sessions/:session/expire', (c) =>
    found(c, at, (paid) =>
      paid.page === 'open'
        ? sessionRow(told(at, book.change(paid, { page: 'expired' }), SESSION_OVER), at.origin())
        : null,
    ),
  )
  app.get('/v1/payment_intents/:intent', (c) => found(c, at, intentRow))
  app.post('/v1/payment_intents/:intent/capture', (c) => found(c, at, (paid) => capture(at, paid)))
  app.post('/v1/payment_intents/:intent/cancel', (c) =>
    found(c, at, (paid) => {
      if (paid.money === 'canceled') return intentRow(paid)
      const isOpen = paid.money === 'requires_capture' || paid.declined !== null
      if (!isOpen || paid.money === 'succeeded') return null
      return intentRow(
        told(at, book.change(paid, { money: 'canceled' }), 'payment_intent.canceled'),
      )
    }),
  )
  app.get('/v1/disputes', (c) => {
    const paid = book.find({ intent: c.req.query('payment_intent') ?? '' })
    const data = paid?.dispute ? [disputeRow(paid)] : []
    return c.json({ object: 'list', data, has_more: false })
  })
  app.post('/v1/disputes/:dispute', async (c) => decideDispute(c, at, await formOf(c)))
}

const SESSION_OVER = 'checkout.session.expired'

function capture(at: Processor, paid: Paid) {
  if (paid.money === 'succeeded') return intentRow(paid)
  if (paid.money !== 'requires_capture') return null
  const taken = told(at, at.book.change(paid, { money: 'succeeded' }), 'payment_intent.succeeded')
  if (taken.card?.isDisputed) setTimeout(() => dispute(at, taken), at.disputeAfterMs).unref()
  return intentRow(taken)
}

function dispute(at: Processor, paid: Paid): void {
  const disputed = at.book.change(paid, { dispute: 'needs_response' })
  at.events.tell('charge.dispute.created', disputeRow(disputed))
}

const DECIDED = { winning_evidence: 'won', losing_evidence: 'lost' } as const

/** By the words that decide a dispute in the test mode of the processor that this stands for. */
function decideDispute(c: Context, at: Processor, form: URLSearchParams): Response {
  const intent = (c.req.param('dispute') ?? '').replace('dp_', 'pi_')
  const paid = at.book.find({ intent })
  const evidence = form.get('evidence[uncategorized_text]')
  if (paid?.dispute !== 'needs_response') return failed(c, 400, 'invalid_request_error')
  if (evidence !== 'winning_evidence' && evidence !== 'losing_evidence')
    return failed(c, 400, 'invalid_request_error')
  const row = disputeRow(at.book.change(paid, { dispute: DECIDED[evidence] }))
  at.events.tell('charge.dispute.closed', row)
  return c.json(row)
}

function told(at: Processor, paid: Paid, kind: string): Paid {
  at.events.tell(kind, kind === SESSION_OVER ? sessionRow(paid, at.origin()) : intentRow(paid))
  return paid
}

/** `null` of `answer`: the payment does not stand so that this can be done. */
function found(c: Context, { book }: Processor, answer: (paid: Paid) => object | null): Response {
  const { session, intent } = c.req.param() as { session?: string; intent?: string }
  const paid = book.find({ ...(session && { session }), ...(intent && { intent }) })
  if (!paid) return failed(c, 404, 'invalid_request_error')
  const row = answer(paid)
  return row ? c.json(row) : failed(c, 400, 'invalid_request_error')
}

export function failed(c: Context, status: 400 | 401 | 404, type: string): Response {
  return c.json({ error: { type, message: 'The demo card processor refuses this.' } }, status)
}

export async function formOf(c: Context): Promise<URLSearchParams> {
  return new URLSearchParams(await c.req.text())
}

/** Of the two that are written on a page, the one that was. */
export function metadataOf(form: URLSearchParams): Record<string, string> {
  return Object.fromEntries(
    ['account', 'payment', 'setup'].flatMap((name) => {
      const value = form.get(`metadata[${name}]`)
      return value === null ? [] : [[name, value]]
    }),
  )
}

function pageOf(form: URLSearchParams) {
  const text = (name: string) => form.get(name) ?? ''
  const lines: { name: string; amount: number }[] = []
  for (let at = 0; form.has(`line_items[${at}][quantity]`); at += 1)
    lines.push({
      name: text(`line_items[${at}][price_data][product_data][name]`),
      amount: Number(text(`line_items[${at}][price_data][unit_amount]`)),
    })
  return {
    lines,
    mode: text('mode') === 'setup' ? ('setup' as const) : ('payment' as const),
    metadata: metadataOf(form),
    reference: text('client_reference_id'),
    locale: text('locale'),
    doneUrl: text('success_url'),
    backUrl: text('cancel_url'),
    expiresAt: Number(text('expires_at')),
  }
}
