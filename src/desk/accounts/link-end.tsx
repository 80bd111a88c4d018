// POST /accounts/:account/links/:link/end: a payoff link is ended for an owner who calls.
import type { Hono } from 'hono'
import * as z from 'zod'
import type { StaffPermit } from '#src/identity/staff/staff-policy.ts'
import { endLinkForCaller } from '#src/servicing/sharing/end-link-for-caller.ts'
import type { DeskContext, DeskEnv } from '../desk-context.ts'
import { tellPage } from '../desk-errors.tsx'
import { deskServicing } from '../desk-servicing.ts'
import { permitted } from '../permitted.ts'
import { accountIdOf, accountPath } from './account-of.ts'

export function registerLinkEnd(app: Hono<DeskEnv>): void {
  app.post('/accounts/:account/links/:link/end', permitted('endPayoffLink', accountPath, end))
}

async function end(c: DeskContext, permit: StaffPermit<'endPayoffLink'>): Promise<Response> {
  const accountId = accountIdOf(c)
  const linkId = z.uuid().safeParse(c.req.param('link')).data
  if (accountId === null || linkId === undefined) return tellPage(c, 'notFound', 404)
  const isEnded = await endLinkForCaller(deskServicing(c), { permit, accountId, linkId })
  return isEnded
    ? c.redirect(`${accountPath(c)}?done=linkEnded`, 303)
    : tellPage(c, 'notFound', 404)
}
