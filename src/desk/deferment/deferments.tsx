// GET /accounts/:account/deferments?months=…: what an offer to put off payments would say, and
// those that were made; POST makes one. GET /accounts/:account/deferments/:document: its PDF.
import type { Hono } from 'hono'
import * as z from 'zod'
import { readForm } from '#src/http/form.ts'
import type { StaffPermit } from '#src/identity/staff/staff-policy.ts'
import { type DraftContext, draftDeferment } from '#src/servicing/deferment/draft-deferment.ts'
import { openDeferment, viewDeferments } from '#src/servicing/deferment/view-deferments.ts'
import type { DeskContext, DeskEnv } from '../desk-context.ts'
import { tellPage } from '../desk-errors.tsx'
import { deskServicing } from '../desk-servicing.ts'
import { permitted } from '../permitted.ts'
import { type DefermentsForm, defermentsPage } from './deferments-page.tsx'

export function registerDeferments(app: Hono<DeskEnv>): void {
  app.get(
    '/accounts/:account/deferments',
    permitted('draftDeferment', path, (c, permit) => {
      const months = c.req.query('months') ?? ''
      return show(c, permit, { typed: { months }, problems: [] })
    }),
  )
  app.post('/accounts/:account/deferments', permitted('draftDeferment', path, draft))
  app.get('/accounts/:account/deferments/:document', permitted('draftDeferment', path, send))
}

type Permit = StaffPermit<'draftDeferment'>

function contextOf(c: DeskContext): DraftContext {
  return { ...deskServicing(c), ...c.get('desk').papers }
}

function idOf(c: DeskContext, name: 'account' | 'document'): string | null {
  return z.uuid().safeParse(c.req.param(name)).data ?? null
}

function path(c: DeskContext): string {
  const account = idOf(c, 'account')
  return account === null ? '/customers' : `/accounts/${account}/deferments`
}

async function show(
  c: DeskContext,
  permit: Permit,
  form: Pick<DefermentsForm, 'typed' | 'problems'>,
): Promise<Response> {
  const accountId = idOf(c, 'account')
  const months = monthsOf(form.typed.months) ?? 1
  const view = accountId && (await viewDeferments(contextOf(c), { permit, accountId, months }))
  return view
    ? defermentsPage(c, permit.session, { view, months, ...form })
    : tellPage(c, 'notFound', 404)
}

/** One to six; what is possible of these says the lender's file. */
function monthsOf(typed: string | undefined): number | null {
  return typed !== undefined && /^[1-6]$/.test(typed) ? Number(typed) : null
}

async function draft(c: DeskContext, permit: Permit): Promise<Response> {
  const accountId = idOf(c, 'account')
  if (accountId === null) return tellPage(c, 'notFound', 404)
  const w = c.get('words').desk.deferments
  const schema = z.object({
    months: z.string().transform((text, ctx) => {
      const months = monthsOf(text)
      if (months !== null) return months
      ctx.addIssue({ code: 'custom', message: w.monthsMissing(6) })
      return z.NEVER
    }),
    language: z.enum(['en', 'es'], w.languageMissing),
  })
  const { months = '', language = '', key } = c.get('form').typed
  const form = readForm(schema, { months, language }, c.get('words'))
  const typed = { months, language }
  if (!form.ok) return show(c, permit, { typed, problems: form.problems })
  const answer = await draftDeferment(contextOf(c), {
    ...{ permit, accountId, months: form.value.months, locale: form.value.language },
    formKey: z.uuid().safeParse(key).data ?? c.get('desk').newId(),
  })
  if (answer.is === 'done') return c.redirect(`${path(c)}?done=made`, 303)
  const message = w.refusals[answer.why]
  return show(c, permit, { typed, problems: [{ field: 'months', message }] })
}

async function send(c: DeskContext, permit: Permit): Promise<Response> {
  const [accountId, documentId] = [idOf(c, 'account'), idOf(c, 'document')]
  if (accountId === null || documentId === null) return tellPage(c, 'notFound', 404)
  const opened = await openDeferment(contextOf(c), { permit, accountId, documentId })
  if (!opened) return tellPage(c, 'notFound', 404)
  const { facts, bytes } = opened
  c.header('Content-Type', 'application/pdf')
  const name = `offer-${facts.on}-${facts.accountEnding}.pdf`
  c.header('Content-Disposition', `inline; filename="${name}"`)
  return c.body(new Uint8Array(bytes))
}
