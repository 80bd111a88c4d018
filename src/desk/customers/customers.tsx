// GET /customers: find one, and what customers reported; POST /customers: who was found;
// POST /customers/reports: one is taken care of.
import type { Hono } from 'hono'
import * as z from 'zod'
import { readForm } from '#src/http/form.ts'
import { findCustomer } from '#src/identity/assistance/find-customer.ts'
import { closeReport, openReports } from '#src/identity/assistance/reports.ts'
import type { StaffPermit } from '#src/identity/staff/staff-policy.ts'
import { assistDeps, type DeskContext, type DeskEnv } from '../desk-context.ts'
import { permitted } from '../permitted.ts'
import { customersPage, type Search } from './customers-page.tsx'

const PAGE = '/customers'

export function registerCustomers(app: Hono<DeskEnv>): void {
  app.get(
    '/customers',
    permitted(
      'seeCustomer',
      () => PAGE,
      (c, permit) => show(c, permit, {}),
    ),
  )
  app.post(
    '/customers',
    permitted('seeCustomer', () => PAGE, postSearch),
  )
  app.post(
    '/customers/reports',
    permitted('closeReport', () => PAGE, postReport),
  )
}

async function show(
  c: DeskContext,
  permit: StaffPermit<'seeCustomer'>,
  search: Search,
): Promise<Response> {
  const reports = await openReports(assistDeps(c), permit)
  return customersPage(c, permit.session, { reports, search })
}

/** Not in an address: a number that leads to an account has no place there (ASVS 5.0 V14.2.1). */
async function postSearch(c: DeskContext, permit: StaffPermit<'seeCustomer'>): Promise<Response> {
  const w = c.get('words').desk.customers
  const { typed } = c.get('form')
  const schema = z.object({ wanted: z.string().trim().min(1, w.missing).max(100, w.tooLong) })
  const form = readForm(schema, { wanted: typed.wanted ?? '' }, c.get('words'))
  if (!form.ok) return show(c, permit, { problem: form.problems[0]?.message ?? w.missing })
  const found = await findCustomer(assistDeps(c), permit, form.value.wanted)
  const [only] = found
  if (only && found.length === 1)
    return c.redirect(`/customers/${only.accountId}/${only.obligorId}`, 303)
  return show(c, permit, { found })
}

async function postReport(c: DeskContext, permit: StaffPermit<'closeReport'>): Promise<Response> {
  const id = z.uuid().safeParse(c.get('form').typed.report)
  if (id.success) await closeReport(assistDeps(c), permit, id.data)
  return c.redirect(`${PAGE}?done=closed`, 303)
}
