// GET and POST /accounts/:account/papers/:paper/mail: a copy of one paper goes by mail to who asked
// for it on a call.
import type { Hono } from 'hono'
import * as z from 'zod'
import { type FieldProblem, readForm } from '#src/http/form.ts'
import type { StaffPermit } from '#src/identity/staff/staff-policy.ts'
import { type MailAnswer, mailPaper } from '#src/servicing/papers/mail-paper.ts'
import { type MailingView, viewMailing } from '#src/servicing/papers/view-mailing.ts'
import type { DeskContext, DeskEnv } from '../desk-context.ts'
import { tellPage } from '../desk-errors.tsx'
import { deskServicing } from '../desk-servicing.ts'
import { permitted } from '../permitted.ts'
import { mailPage } from './mail-page.tsx'
import { formKeyOf, idOf, paperPath } from './papers-desk.ts'

export function registerMail(app: Hono<DeskEnv>): void {
  const back = (c: DeskContext) => `${paperPath(c)}/mail`
  app.get('/accounts/:account/papers/:paper/mail', permitted('mailPaper', back, show))
  app.post('/accounts/:account/papers/:paper/mail', permitted('mailPaper', back, save))
}

type Permit = StaffPermit<'mailPaper'>

async function viewed(c: DeskContext, permit: Permit): Promise<MailingView | null> {
  const [accountId, paperId] = [idOf(c, 'account'), idOf(c, 'paper')]
  if (accountId === null || paperId === null) return null
  return viewMailing(deskServicing(c), { permit, accountId, paperId })
}

async function show(c: DeskContext, permit: Permit): Promise<Response> {
  return shown(c, permit, { typed: '', problems: [] })
}

async function shown(
  c: DeskContext,
  permit: Permit,
  form: { readonly typed: string; readonly problems: readonly FieldProblem[] },
): Promise<Response> {
  const view = await viewed(c, permit)
  return view ? mailPage(c, permit.session, { ...form, view }) : tellPage(c, 'notFound', 404)
}

async function save(c: DeskContext, permit: Permit): Promise<Response> {
  const { whoMissing } = c.get('words').desk.papers.mailing.form
  const [accountId, paperId] = [idOf(c, 'account'), idOf(c, 'paper')]
  if (accountId === null || paperId === null) return tellPage(c, 'notFound', 404)
  const typed = c.get('form').typed.who ?? ''
  const form = readForm(z.object({ who: z.uuid(whoMissing) }), { who: typed }, c.get('words'))
  if (!form.ok) return shown(c, permit, { typed, problems: form.problems })
  const answer = await mailPaper(deskServicing(c), {
    ...{ permit, accountId, paperId, obligorId: form.value.who, formKey: formKeyOf(c) },
  })
  if (answer === 'done') return c.redirect(`${paperPath(c)}/mail?done=mailed`, 303)
  if (answer === 'notFound') return tellPage(c, 'notFound', 404)
  return shown(c, permit, { typed, problems: [{ field: 'who', message: wordsOf(c, answer) }] })
}

function wordsOf(c: DeskContext, answer: Exclude<MailAnswer, 'done' | 'notFound'>): string {
  return c.get('words').desk.papers.mailing.refusals[answer]
}
