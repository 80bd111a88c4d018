// GET /calendar/:secret: what a calendar program reads. No session, no cookie, no page of ours: the
// answers are for a program.
import type { Hono } from 'hono'
import { paymentCalendar } from '#src/formats/calendar/payment-calendar.ts'
import { secondsUntil } from '#src/identity/moments.ts'
import { readCalendar } from '#src/servicing/your-data/read-calendar.ts'
import { servicingOf } from '../account-visit.tsx'
import type { WebContext, WebEnv } from '../request-context.ts'

export function registerCalendarFeed(app: Hono<WebEnv>): void {
  app.get('/calendar/:secret', answer)
}

async function answer(c: WebContext): Promise<Response> {
  const { clock: wallClock } = c.get('web')
  const secret = /^([0-9A-Za-z]{44})\.ics$/.exec(c.req.param('secret') ?? '')?.[1] ?? ''
  const { address } = c.get('visit')
  const read = await readCalendar({ ...servicingOf(c), wallClock }, { secret, address })
  c.header('Content-Type', 'text/plain; charset=utf-8')
  // Search engines take no address up that somebody put on a page.
  c.header('X-Robots-Tag', 'noindex')
  if (!read.ok) {
    if (read.refusal.code === 'waitBeforeTrying')
      c.header('Retry-After', String(secondsUntil(read.refusal.until, wallClock.now())))
    return c.body('Too many requests\n', 429)
  }
  if (read.value === null) return c.body('Not found\n', 404)
  if (read.value === 'ended') return c.body('Gone\n', 410)
  c.header('Content-Type', 'text/calendar; charset=utf-8')
  c.header('Content-Disposition', 'inline; filename="payments.ics"')
  return c.body(paymentCalendar(read.value))
}
