// GET /accounts/:account/statements/:statement: one statement, and what is different now; POST
// /correction makes the corrected one.
import type { Hono } from 'hono'
import * as z from 'zod'
import { CORRECTION_REASONS } from '#src/domain/account/statement/statement-changes.ts'
import { type FieldProblem, readForm } from '#src/http/form.ts'
import type { StaffPermit } from '#src/identity/staff/staff-policy.ts'
import {
  type CorrectionAnswer,
  correctStatement,
} from '#src/servicing/statements/correct-statement.ts'
import { viewStatement } from '#src/servicing/statements/view-statements.ts'
import type { DeskContext, DeskEnv } from '../desk-context.ts'
import { tellPage } from '../desk-errors.tsx'
import { permitted } from '../permitted.ts'
import { statementPage } from './statement-page.tsx'
import { named, statementPath, statementServicing, statementsPath } from './statements-desk.ts'

export function registerStatement(app: Hono<DeskEnv>): void {
  app.get(
    '/accounts/:account/statements/:statement',
    permitted('seeCustomer', statementPath, (c, permit) => show(c, permit, [])),
  )
  app.post(
    '/accounts/:account/statements/:statement/correction',
    permitted('correctStatement', statementPath, correct),
  )
}

type Permit = StaffPermit<'seeCustomer'> | StaffPermit<'correctStatement'>

async function show(
  c: DeskContext,
  permit: Permit,
  problems: readonly FieldProblem[],
): Promise<Response> {
  const of = named(c)
  const view = of && (await viewStatement(statementServicing(c), { permit, ...of }))
  if (!view) return tellPage(c, 'notFound', 404)
  const typed = c.get('form')?.typed ?? {}
  return statementPage(c, permit.session, { view, problems, typed })
}

async function correct(c: DeskContext, permit: StaffPermit<'correctStatement'>): Promise<Response> {
  const form = readCorrection(c)
  if (!form.ok) return show(c, permit, form.problems)
  const of = named(c)
  const { note, ...own } = form.value
  const asked = { permit, ...own, note: note === '' ? null : note }
  const answer = of
    ? await correctStatement(statementServicing(c), { ...of, ...asked })
    : 'notFound'
  if (answer === 'done') return c.redirect(`${statementsPath(c)}?done=corrected`, 303)
  if (answer === 'notFound') return tellPage(c, 'notFound', 404)
  return show(c, permit, [{ field: 'reason', message: wordsOf(c, answer) }])
}

function readCorrection(c: DeskContext) {
  const { form: w } = c.get('words').desk.papers.statements
  const schema = z.object({
    reason: z.enum(CORRECTION_REASONS, w.reasonMissing),
    note: z
      .string()
      .trim()
      .max(500, w.noteLong)
      // Kept in plain text: no card or account number belongs in it.
      .regex(/^(?!.*\d(?:[ -]?\d){7})/s, w.numbers),
    // What whoever sends it has seen; one that is none has seen nothing.
    known: z.coerce.number().int().catch(0),
    formKey: z.uuid().catch(() => c.get('desk').newId()),
  })
  const { reason = '', note = '', known = '', key = '' } = c.get('form').typed
  return readForm(schema, { reason, note, known, formKey: key }, c.get('words'))
}

function wordsOf(c: DeskContext, answer: Exclude<CorrectionAnswer, 'done' | 'notFound'>): string {
  return c.get('words').desk.papers.statements.form.refusals[answer]
}
