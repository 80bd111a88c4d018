// What somebody sees who was given a payoff link, without signing in. GET /shared/:secret puts
// the secret into a cookie and leads to GET /shared, so that no other address and no Referer
// holds it; POST /shared/code takes the code, POST /shared/payoff an intended payoff, POST
// /shared/end leaves.
import type { Hono } from 'hono'
import * as z from 'zod'
import { typedDay } from '#src/http/form.ts'
import { type SharedVisit, sharedVisit } from '#src/servicing/sharing/find-link.ts'
import { openPayoffLink } from '#src/servicing/sharing/open-payoff-link.ts'
import { sharedPayoff } from '#src/servicing/sharing/shared-payoff.ts'
import type { WebContext, WebEnv } from '../request-context.ts'
import { intend } from './intend.tsx'
import {
  clearHeldLink,
  isLinkSecret,
  readHeldLink,
  SHARED_PATH,
  writeHeldLink,
} from './shared-cookie.ts'
import { codePage, overPage, refusedSharedPage } from './shared-pages.tsx'
import { sharedViewPage } from './shared-view-page.tsx'
import { sharingOf } from './sharing-of.ts'

export function registerShared(app: Hono<WebEnv>): void {
  app.use('/shared', unlisted)
  app.use('/shared/*', unlisted)
  app.get('/shared', show)
  app.get('/shared/:secret', enter)
  app.post('/shared/code', open)
  app.post('/shared/payoff', intend)
  app.post('/shared/end', leave)
}

/** No search engine keeps what somebody pasted into a page of theirs. */
async function unlisted(c: WebContext, next: () => Promise<void>): Promise<void> {
  await next()
  c.res.headers.set('X-Robots-Tag', 'noindex, nofollow, noarchive')
}

/** Looks nothing up: it answers every secret alike. */
function enter(c: WebContext): Response | Promise<Response> {
  const secret = c.req.param('secret') ?? ''
  if (!isLinkSecret(secret)) return overPage(c, 'over')
  const held = readHeldLink(c)
  writeHeldLink(c, { secret, token: held?.secret === secret ? held.token : null })
  return c.redirect(SHARED_PATH, 303)
}

async function show(c: WebContext): Promise<Response> {
  const held = readHeldLink(c)
  if (!held) return overPage(c, c.req.query('done') === 'left' ? 'left' : 'missing')
  const ctx = sharingOf(c)
  const visit = await sharedVisit(ctx, held)
  if (visit.is === 'over') return overPage(c, 'over')
  if (visit.is === 'code') return codePage(c, null)
  return view(c, visit)
}

/** Of the day asked for; where that is none, of the first one, and what is wrong with the other. */
async function view(c: WebContext, visit: Extract<SharedVisit, { is: 'open' }>): Promise<Response> {
  const ctx = sharingOf(c)
  const asked = c.req.query('on')
  const on = asked === undefined ? null : typedDay(asked)
  const shared = await sharedPayoff(ctx, visit.link, { on })
  if (shared.ok && (asked === undefined || on !== null))
    return sharedViewPage(c, { visit, shared: shared.value, problems: [] })
  if (!shared.ok && shared.refusal.code !== 'quoteDateOutOfRange')
    return refusedSharedPage(c, shared.refusal)
  const first = await sharedPayoff(ctx, visit.link, { on: null })
  if (!first.ok) return refusedSharedPage(c, first.refusal)
  const { refusals, sharing } = c.get('words')
  const message = shared.ok
    ? sharing.view.whenWrong
    : refusals.sentence(shared.refusal, c.get('locale'))
  const problems = [{ field: 'on', message }]
  return sharedViewPage(c, { visit, shared: first.value, problems, typed: asked ?? '' })
}

/** The code may come in halves, as it is told. */
async function open(c: WebContext): Promise<Response> {
  const held = readHeldLink(c)
  const { state, typed } = c.get('form')
  if (!held || state === 'stale') return c.redirect(SHARED_PATH, 303)
  const code = (typed.code ?? '').normalize('NFKC').replace(/[\s.-]/g, '')
  const w = c.get('words').sharing.open
  if (
    !z
      .string()
      .regex(/^\d{8}$/)
      .safeParse(code).success
  )
    return codePage(c, w.codeWrong)
  const asked = { secret: held.secret, code, visit: c.get('visit') }
  const opened = await openPayoffLink(sharingOf(c), asked)
  if (opened.ok) {
    writeHeldLink(c, { secret: held.secret, token: opened.value.token })
    return c.redirect(SHARED_PATH, 303)
  }
  if (opened.refusal.code === 'payoffLinkOver') return overPage(c, 'over')
  return codePage(c, c.get('words').refusals.sentence(opened.refusal, c.get('locale')))
}

function leave(c: WebContext): Response {
  clearHeldLink(c)
  return c.redirect(`${SHARED_PATH}?done=left`, 303)
}
