// GET and POST /accounts/:account/flags/:flag/lift: something no longer holds.
import type { Hono } from 'hono'
import * as z from 'zod'
import type { AccountFlag } from '#src/domain/rules/flags/account-flags.ts'
import { type FieldProblem, readForm } from '#src/http/form.ts'
import type { StaffPermit } from '#src/identity/staff/staff-policy.ts'
import type { AccountMoney } from '#src/servicing/desk-account/view-account-money.ts'
import { liftFlag } from '#src/servicing/holds/lift-flag.ts'
import type { DeskContext, DeskEnv } from '../desk-context.ts'
import { tellPage } from '../desk-errors.tsx'
import { deskServicing } from '../desk-servicing.ts'
import { permitted } from '../permitted.ts'
import { accountOf, accountPath } from './account-of.ts'
import { reasonField } from './flag-draft.ts'
import { flagFormPage } from './flag-form-page.tsx'
import { flagName } from './flags-panel.tsx'

export function registerLift(app: Hono<DeskEnv>): void {
  const back = (c: DeskContext) => `${accountPath(c)}/flags/${c.req.param('flag')}/lift`
  app.get('/accounts/:account/flags/:flag/lift', permitted('liftFlag', back, show))
  app.post('/accounts/:account/flags/:flag/lift', permitted('liftFlag', back, save))
}

type Permit = StaffPermit<'liftFlag'>

async function found(c: DeskContext, permit: Permit) {
  const view = await accountOf(c, permit)
  const flag = view?.flags.find(({ id }) => id === c.req.param('flag'))
  return view && flag ? { view, flag } : null
}

async function show(c: DeskContext, permit: Permit): Promise<Response> {
  const of = await found(c, permit)
  if (!of) return tellPage(c, 'notFound', 404)
  if (of.flag.lifted !== null) return c.redirect(`${accountPath(c)}?done=before`, 303)
  return form(c, permit, { ...of, problems: [], typed: {} })
}

async function save(c: DeskContext, permit: Permit): Promise<Response> {
  const of = await found(c, permit)
  if (!of) return tellPage(c, 'notFound', 404)
  const { typed } = c.get('form')
  const schema = z.object({ reason: reasonField(c) })
  const read = readForm(schema, { reason: typed.reason ?? '' }, c.get('words'))
  if (!read.ok) return form(c, permit, { ...of, problems: read.problems, typed })
  const { accountId } = of.view
  const { reason } = read.value
  const lift = { permit, accountId, flagId: of.flag.id, reason }
  const isLifted = await liftFlag(deskServicing(c), lift)
  return c.redirect(`${accountPath(c)}?done=${isLifted ? 'lifted' : 'before'}`, 303)
}

function form(
  c: DeskContext,
  permit: Permit,
  of: {
    readonly view: AccountMoney
    readonly flag: AccountFlag
    readonly problems: readonly FieldProblem[]
    readonly typed: Readonly<Record<string, string>>
  },
): Response {
  const w = c.get('words').desk.accounts.flags.lifting
  const { view, flag } = of
  return flagFormPage(c, {
    ...of,
    session: permit.session,
    to: `flags/${flag.id}/lift`,
    title: w.title(flagName(c, view, flag)),
    lead: w.leads[flag.kind] ?? w.lead,
    reason: w.reason,
    save: w.save,
    today: view.today,
  })
}
