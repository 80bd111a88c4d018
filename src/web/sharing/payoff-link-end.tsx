// POST /accounts/:id/payoff/links/:link/end: nobody sees anything by the link any more.
import type { Hono } from 'hono'
import * as z from 'zod'
import { endPayoffLink } from '#src/servicing/sharing/end-payoff-link.ts'
import { type AccountVisit, accountPage } from '../account-visit.tsx'
import { refusedPage } from '../errors.tsx'
import type { WebEnv } from '../request-context.ts'
import { sharingOf } from './sharing-of.ts'

export function registerPayoffLinkEnd(app: Hono<WebEnv>): void {
  app.post('/accounts/:id/payoff/links/:link/end', accountPage(end))
}

async function end(visit: AccountVisit): Promise<Response> {
  const { c, owner, base } = visit
  const linkId = z.uuid().safeParse(c.req.param('link')).data
  if (linkId === undefined) return refusedPage(c, { code: 'payoffLinkOver' })
  const ended = await endPayoffLink(sharingOf(c), owner, { linkId, visit: c.get('visit') })
  if (!ended.ok) return refusedPage(c, ended.refusal)
  return c.redirect(`${base}/payoff/links?done=ended`, 303)
}
