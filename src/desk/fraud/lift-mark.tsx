// GET and POST /bank-marks/:mark/lift: a number may be used again.
import type { Hono } from 'hono'
import * as z from 'zod'
import { type FieldProblem, readForm } from '#src/http/form.ts'
import type { StaffPermit } from '#src/identity/staff/staff-policy.ts'
import { liftMark } from '#src/servicing/fraud/lift-mark.ts'
import { type FraudMark, readMark } from '#src/store/payments/fraud-marks.ts'
import { metAccounts } from '#src/store/payments/marked-accounts.ts'
import { reasonField } from '../accounts/flag-draft.ts'
import type { DeskContext, DeskEnv } from '../desk-context.ts'
import { tellPage } from '../desk-errors.tsx'
import { deskServicing } from '../desk-servicing.ts'
import { permitted } from '../permitted.ts'
import { markFormPage } from './mark-form-page.tsx'
import { MARKS, markName } from './mark-names.ts'

export function registerLiftMark(app: Hono<DeskEnv>): void {
  const back = (c: DeskContext) => `${MARKS}/${c.req.param('mark')}/lift`
  app.get('/bank-marks/:mark/lift', permitted('liftMark', back, show))
  app.post('/bank-marks/:mark/lift', permitted('liftMark', back, save))
}

type Permit = StaffPermit<'liftMark'>

async function found(c: DeskContext): Promise<FraudMark | null> {
  const id = z.uuid().safeParse(c.req.param('mark'))
  return id.success ? readMark(c.get('desk').db, id.data) : null
}

async function show(c: DeskContext, permit: Permit): Promise<Response> {
  const mark = await found(c)
  if (!mark) return tellPage(c, 'notFound', 404)
  if (mark.lifted !== null) return c.redirect(`${MARKS}?done=before`, 303)
  return form(c, permit, { mark, problems: [] })
}

async function save(c: DeskContext, permit: Permit): Promise<Response> {
  const mark = await found(c)
  if (!mark) return tellPage(c, 'notFound', 404)
  const schema = z.object({ reason: reasonField(c) })
  const read = readForm(schema, { reason: c.get('form').typed.reason ?? '' }, c.get('words'))
  if (!read.ok) return form(c, permit, { mark, problems: read.problems })
  const { reason } = read.value
  const isLifted = await liftMark(deskServicing(c), { permit, markId: mark.id, reason })
  return c.redirect(`${MARKS}?done=${isLifted ? 'lifted' : 'before'}`, 303)
}

async function form(
  c: DeskContext,
  { session }: Permit,
  of: { readonly mark: FraudMark; readonly problems: readonly FieldProblem[] },
): Promise<Response> {
  const w = c.get('words').desk.marks.lifting
  const { mark, problems } = of
  const met = await metAccounts(c.get('desk').db, [mark.id])
  return markFormPage(c, {
    ...{ session, problems, lead: w.lead, back: MARKS, save: w.save },
    title: w.title(markName(c, mark, met)),
    to: `${MARKS}/${mark.id}/lift`,
    reason: { label: w.reason, typed: c.get('form')?.typed.reason ?? '' },
  })
}
