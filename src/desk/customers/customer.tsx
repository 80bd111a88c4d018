// GET /customers/:account/:obligor: a customer's sign-in, and why they do not get in. POST to its
// /waits ends the waits, to /sessions the sessions, to /recovery starts a recovery, to /paper takes
// back the consent to papers online alone.
import type { Hono } from 'hono'
import * as z from 'zod'
import type { CustomerId } from '#src/identity/assistance/customer.ts'
import {
  endCustomerSessions,
  startRecovery,
  unlockCustomer,
  withdrawPaperless,
} from '#src/identity/assistance/help-customer.ts'
import { viewSignIn } from '#src/identity/assistance/view-sign-in.ts'
import type { StaffPermit } from '#src/identity/staff/staff-policy.ts'
import { viewAccountMoney } from '#src/servicing/desk-account/view-account-money.ts'
import { assistDeps, type DeskContext, type DeskEnv } from '../desk-context.ts'
import { tellPage } from '../desk-errors.tsx'
import { deskServicing } from '../desk-servicing.ts'
import { permitted } from '../permitted.ts'
import { customerPage } from './customer-page.tsx'

export function registerCustomer(app: Hono<DeskEnv>): void {
  app.get('/customers/:account/:obligor', permitted('seeCustomer', pageOf, show))
  app.post(
    '/customers/:account/:obligor/waits',
    permitted('unlock', pageOf, (c, permit) =>
      helped(c, 'unlocked', (id, formKey) =>
        unlockCustomer(assistDeps(c), { permit, customer: id, formKey }),
      ),
    ),
  )
  app.post(
    '/customers/:account/:obligor/sessions',
    permitted('endCustomerSessions', pageOf, (c, permit) =>
      helped(c, 'ended', (id, formKey) =>
        endCustomerSessions(assistDeps(c), { permit, customer: id, formKey }),
      ),
    ),
  )
  app.post(
    '/customers/:account/:obligor/recovery',
    permitted('startRecovery', pageOf, (c, permit) =>
      helped(c, 'started', (id, formKey) =>
        startRecovery(assistDeps(c), { permit, customer: id, formKey }),
      ),
    ),
  )
  app.post(
    '/customers/:account/:obligor/paper',
    permitted('withdrawPaperless', pageOf, (c, permit) =>
      helped(c, 'paper', (id, formKey) =>
        withdrawPaperless(assistDeps(c), { permit, customer: id, formKey }),
      ),
    ),
  )
}

function pageOf(c: DeskContext): string {
  const id = idOf(c)
  return id ? `/customers/${id.accountId}/${id.obligorId}` : '/customers'
}

function idOf(c: DeskContext): CustomerId | null {
  const account = z.uuid().safeParse(c.req.param('account'))
  const obligor = z.uuid().safeParse(c.req.param('obligor'))
  return account.success && obligor.success
    ? { accountId: account.data, obligorId: obligor.data }
    : null
}

async function show(c: DeskContext, permit: StaffPermit<'seeCustomer'>): Promise<Response> {
  const id = idOf(c)
  const view = id && (await viewSignIn(assistDeps(c), permit, id))
  if (!view) return tellPage(c, 'notFound', 404)
  const { accountId } = view
  const money = await viewAccountMoney(deskServicing(c), { permit, accountId })
  return customerPage(c, permit.session, { view, money })
}

async function helped(
  c: DeskContext,
  done: 'unlocked' | 'ended' | 'started' | 'paper',
  help: (id: CustomerId, formKey: string) => Promise<boolean>,
): Promise<Response> {
  const id = idOf(c)
  const key = z.uuid().safeParse(c.get('form').typed.key)
  if (!id) return tellPage(c, 'notFound', 404)
  if (!key.success) return c.redirect(pageOf(c), 303)
  if (!(await help(id, key.data))) return tellPage(c, 'notFound', 404)
  return c.redirect(`${pageOf(c)}?done=${done}`, 303)
}
