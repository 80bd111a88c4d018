// GET /accounts/:account/papers/:paper: one paper from outside; /file: the bytes of that or of one
// that we printed; POST /removal asks for it to be taken off the account, and /removal/approval,
// /removal/refusal and /removal/withdrawal decide that.
import type { Hono } from 'hono'
import * as z from 'zod'
import { type FieldProblem, readForm } from '#src/http/form.ts'
import { askPolicy, type StaffPermit } from '#src/identity/staff/staff-policy.ts'
import { openAccountPaper } from '#src/servicing/papers/open-paper.ts'
import {
  askPaperRemoval,
  type DecideAnswer,
  decidePaperRemoval,
  type PaperDecision,
} from '#src/servicing/papers/remove-paper.ts'
import type { DeskContext, DeskEnv } from '../desk-context.ts'
import { tellPage } from '../desk-errors.tsx'
import { permitted } from '../permitted.ts'
import { paperPage } from './paper-page.tsx'
import { formKeyOf, idOf, paperPath, papersOf, papersServicing } from './papers-desk.ts'

export function registerPaper(app: Hono<DeskEnv>): void {
  app.get(
    '/accounts/:account/papers/:paper',
    permitted('seeCustomer', paperPath, (c, permit) => show(c, permit, [])),
  )
  app.get('/accounts/:account/papers/:paper/file', permitted('seeCustomer', paperPath, send))
  app.post('/accounts/:account/papers/:paper/removal', permitted('askPaper', paperPath, ask))
  app.post(
    '/accounts/:account/papers/:paper/removal/approval',
    permitted('decidePaper', paperPath, (c, permit) => decide(c, { as: 'approve', permit })),
  )
  app.post(
    '/accounts/:account/papers/:paper/removal/refusal',
    permitted('decidePaper', paperPath, (c, permit) => decide(c, { as: 'refuse', permit })),
  )
  app.post(
    '/accounts/:account/papers/:paper/removal/withdrawal',
    permitted('askPaper', paperPath, (c, permit) => decide(c, { as: 'withdraw', permit })),
  )
}

async function show(
  c: DeskContext,
  permit: StaffPermit<'seeCustomer'>,
  problems: readonly FieldProblem[],
): Promise<Response> {
  const view = await papersOf(c, permit)
  const paper = view?.papers.find(({ id }) => id === idOf(c, 'paper'))
  if (!view || !paper) return tellPage(c, 'notFound', 404)
  return paperPage(c, permit.session, { view, paper, problems })
}

async function send(c: DeskContext, permit: StaffPermit<'seeCustomer'>): Promise<Response> {
  const of = named(c)
  const opened = of && (await openAccountPaper(papersServicing(c), { permit, ...of }))
  if (!opened) return tellPage(c, 'notFound', 404)
  const { paper, accountEnding, bytes } = opened
  const isForeign = paper.is === 'attached'
  if (isForeign) c.set('isSandboxed', true)
  c.header('Content-Type', 'application/pdf')
  const kind = paper.kind.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
  const name = `${kind}-${paper.onDate}-${accountEnding}.pdf`
  const how = isForeign ? 'attachment' : 'inline'
  c.header('Content-Disposition', `${how}; filename="${name}"`)
  return c.body(new Uint8Array(bytes))
}

async function ask(c: DeskContext, permit: StaffPermit<'askPaper'>): Promise<Response> {
  const w = c.get('words').desk.papers
  const schema = z.object({
    reason: z
      .string()
      .trim()
      .min(1, w.removal.reasonMissing)
      .max(500, w.removal.reasonLong)
      // Kept in plain text: no card or account number belongs in it.
      .regex(/^(?!.*\d(?:[ -]?\d){7})/s, w.form.numbers),
  })
  const form = readForm(schema, { reason: c.get('form').typed.reason ?? '' }, c.get('words'))
  if (!form.ok) return again(c, permit, form.problems)
  const of = named(c)
  const asking = { permit, reason: form.value.reason, formKey: formKeyOf(c) }
  const answer = of && (await askPaperRemoval(papersServicing(c), { ...of, ...asking }))
  if (answer === 'done') return c.redirect(`${paperPath(c)}?done=asked`, 303)
  if (answer === 'open') return again(c, permit, [{ field: 'reason', message: w.removal.open }])
  return tellPage(c, 'notFound', 404)
}

const DONE = { approve: 'done', refuse: 'refused', withdraw: 'withdrawn' } as const

async function decide(c: DeskContext, decision: PaperDecision): Promise<Response> {
  const of = named(c)
  if (!of) return tellPage(c, 'notFound', 404)
  const answer = await decidePaperRemoval(papersServicing(c), { ...of, ...decision })
  if (answer === 'done') return c.redirect(`${paperPath(c)}?done=${DONE[decision.as]}`, 303)
  return again(c, decision.permit, [{ field: 'key', message: wordsOf(c, answer) }])
}

function wordsOf(c: DeskContext, answer: Exclude<DecideAnswer, 'done'>): string {
  return c.get('words').desk.papers.removal.refusals[answer]
}

/** The page as it now is, with what was wrong. */
function again(
  c: DeskContext,
  { session, visit }: PaperDecision['permit'],
  problems: readonly FieldProblem[],
): Response | Promise<Response> {
  const answer = askPolicy({ session, visit, now: c.get('desk').clock.now() }, 'seeCustomer')
  return answer.is === 'may' ? show(c, answer.permit, problems) : c.redirect(paperPath(c), 303)
}

function named(c: DeskContext): { accountId: string; paperId: string } | null {
  const [accountId, paperId] = [idOf(c, 'account'), idOf(c, 'paper')]
  return accountId === null || paperId === null ? null : { accountId, paperId }
}
