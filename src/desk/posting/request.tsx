// GET /money/requests/:id: what is asked for and what it would do. POST to its /approval and
// /refusal decides as a second person, /execution carries out within one's own limit, /withdrawal
// takes it back.
import type { Hono } from 'hono'
import * as z from 'zod'
import type { MoneyAnswer, MoneyRefusal } from '#src/domain/orders/money-order.ts'
import { readForm } from '#src/http/form.ts'
import { askPolicy, type StaffPermit } from '#src/identity/staff/staff-policy.ts'
import { type Decision, decideRequest } from '#src/servicing/posting/decide-request.ts'
import { rehearseFile } from '#src/servicing/posting/rehearse-file.ts'
import { viewRequest } from '#src/servicing/posting/view-request.ts'
import type { DeskContext, DeskEnv } from '../desk-context.ts'
import { tellPage } from '../desk-errors.tsx'
import { permitted } from '../permitted.ts'
import { fileShown } from './file-shown.ts'
import { postingContext, REQUESTS, refusalWords, typedReason } from './posting-desk.ts'
import { requestPage } from './request-page.tsx'

export function registerRequest(app: Hono<DeskEnv>): void {
  app.get(
    '/money/requests/:id',
    permitted('seeMoney', pageOf, (c, permit) => show(c, permit, null)),
  )
  app.post(
    '/money/requests/:id/approval',
    permitted('decideMoney', pageOf, (c, permit) => decide(c, { as: 'approve', permit }, null)),
  )
  app.post('/money/requests/:id/refusal', permitted('decideMoney', pageOf, postRefusal))
  app.post(
    '/money/requests/:id/execution',
    permitted('carryOutMoney', pageOf, (c, permit) => decide(c, { as: 'alone', permit }, null)),
  )
  app.post(
    '/money/requests/:id/withdrawal',
    permitted('askMoney', pageOf, (c, permit) => decide(c, { as: 'withdraw', permit }, null)),
  )
}

function idOf(c: DeskContext): string | null {
  return z.uuid().safeParse(c.req.param('id')).data ?? null
}

function pageOf(c: DeskContext): string {
  const id = idOf(c)
  return id === null ? REQUESTS : `${REQUESTS}/${id}`
}

type Problem = { readonly field: string | null; readonly words: string }

async function show(
  c: DeskContext,
  permit: StaffPermit<'seeMoney'>,
  problem: Problem | null,
): Promise<Response> {
  const requestId = idOf(c)
  const ctx = postingContext(c)
  const view = requestId && (await viewRequest(ctx, { permit, requestId }))
  if (!view) return tellPage(c, 'notFound', 404)
  const { order } = view.request
  const file = order.kind === 'file' ? await fileShown(ctx.db, order.fileId) : null
  const isOpenFile = order.kind === 'file' && view.request.state === 'asked'
  const page = Number(c.req.query('accounts') ?? 1) || 1
  const rehearsed = isOpenFile
    ? await rehearseFile(ctx, { permit, fileId: order.fileId, page: Math.trunc(page) })
    : null
  return requestPage(c, permit.session, { view, problem, file, rehearsed })
}

async function postRefusal(c: DeskContext, permit: StaffPermit<'decideMoney'>): Promise<Response> {
  const words = c.get('words')
  const note = typedReason(words)
  const form = readForm(z.object({ note }), { note: c.get('form').typed.note ?? '' }, words)
  if (form.ok) return decide(c, { as: 'refuse', permit }, form.value.note)
  return again(c, permit, { field: 'note', words: form.problems[0]?.message ?? '' })
}

async function decide(c: DeskContext, decision: Decision, note: string | null): Promise<Response> {
  const requestId = idOf(c)
  if (requestId === null) return tellPage(c, 'notFound', 404)
  const answer: MoneyAnswer<null> = await decideRequest(postingContext(c), {
    ...decision,
    ...{ requestId, note },
  })
  if (answer.ok) return c.redirect(`${pageOf(c)}?done=${DONE[decision.as]}`, 303)
  return refusedAgain(c, decision, answer.refusal)
}

function refusedAgain(c: DeskContext, { permit }: Decision, refusal: MoneyRefusal) {
  if (refusal.code === 'requestNotFound') return tellPage(c, 'notFound', 404)
  return again(c, permit, { field: null, words: refusalWords(c, refusal) })
}

/** The page as it now is, with what was wrong. */
function again(
  c: DeskContext,
  { session, visit }: Decision['permit'],
  problem: Problem,
): Response | Promise<Response> {
  const answer = askPolicy({ session, visit, now: c.get('desk').clock.now() }, 'seeMoney')
  return answer.is === 'may' ? show(c, answer.permit, problem) : c.redirect(REQUESTS, 303)
}

const DONE = { approve: 'done', alone: 'done', refuse: 'refused', withdraw: 'withdrawn' } as const
