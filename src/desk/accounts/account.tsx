// GET /accounts/:account: an account's money, and what is known about it.
import type { Hono } from 'hono'
import type { StaffPermit } from '#src/identity/staff/staff-policy.ts'
import { viewQuotes } from '#src/servicing/desk-account/view-quotes.ts'
import { viewSharing } from '#src/servicing/sharing/view-sharing.ts'
import type { DeskContext, DeskEnv } from '../desk-context.ts'
import { tellPage } from '../desk-errors.tsx'
import { deskServicing } from '../desk-servicing.ts'
import { permitted } from '../permitted.ts'
import { accountOf, accountPath } from './account-of.ts'
import { accountPage } from './account-page.tsx'

export function registerAccount(app: Hono<DeskEnv>): void {
  app.get('/accounts/:account', permitted('seeCustomer', accountPath, show))
}

async function show(c: DeskContext, permit: StaffPermit<'seeCustomer'>): Promise<Response> {
  const view = await accountOf(c, permit)
  if (!view) return tellPage(c, 'notFound', 404)
  const ctx = deskServicing(c)
  const { accountId } = view
  const sharing = await viewSharing(ctx, { accountId, page: Number(c.req.query('links')) })
  const quotes = await viewQuotes(ctx, { accountId, page: Number(c.req.query('quotes')) })
  return accountPage(c, permit.session, { view, sharing, quotes })
}
