// POST /card-events: what the card processor tells. No session and no form: its signature is all
// that counts, over the bytes as they came.
import type { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { receiveCardEvent } from '#src/servicing/cards/receive-card-event.ts'
import { servicingOf } from '../account-visit.tsx'
import type { WebEnv } from '../request-context.ts'

const MOST_BYTES = 262_144

const STATUS = { taken: 200, refused: 400, later: 503 } as const

/** Answers 200 once all that follows is written; until then the processor sends it again. */
export function registerCardEvents(app: Hono<WebEnv>): void {
  const limit = bodyLimit({ maxSize: MOST_BYTES, onError: (c) => c.body(null, 413) })
  app.on('POST', '/card-events', limit, async (c) => {
    const { card, log } = c.get('web')
    if (card === null) return c.body(null, 404)
    const body = await c.req.text()
    const signature = c.req.header('stripe-signature') ?? ''
    const taken = await receiveCardEvent({ ...servicingOf(c), card }, { body, signature })
    const requestId = c.get('requestId')
    if (taken !== 'taken') log.warn({ requestId, taken }, 'event of the card processor')
    return c.body(null, STATUS[taken])
  })
}
