// GET and POST /accounts/:account/banks/:bank/mark: the number that a bank account has is marked;
// nobody reads it.
import type { Hono } from 'hono'
import * as z from 'zod'
import { type FieldProblem, readForm } from '#src/http/form.ts'
import type { StaffPermit } from '#src/identity/staff/staff-policy.ts'
import { accountOf, accountPath } from '../accounts/account-of.ts'
import { reasonField } from '../accounts/flag-draft.ts'
import type { DeskContext, DeskEnv } from '../desk-context.ts'
import { tellPage } from '../desk-errors.tsx'
import { permitted } from '../permitted.ts'
import { markFormPage } from './mark-form-page.tsx'
import { saveMark } from './save-mark.ts'

type Permit = StaffPermit<'markNumber'>

export function registerMarkKnown(app: Hono<DeskEnv>): void {
  const back = (c: DeskContext) => `${accountPath(c)}/banks/${c.req.param('bank')}/mark`
  app.get('/accounts/:account/banks/:bank/mark', permitted('markNumber', back, showKnown))
  app.post('/accounts/:account/banks/:bank/mark', permitted('markNumber', back, saveKnown))
}

async function knownOf(c: DeskContext, permit: Permit) {
  const view = await accountOf(c, permit)
  const bank = view?.banks.find(({ id }) => id === c.req.param('bank'))
  return view && bank ? { view, bank } : null
}

async function showKnown(c: DeskContext, permit: Permit): Promise<Response> {
  const known = await knownOf(c, permit)
  return known ? knownForm(c, permit, { ...known, problems: [] }) : tellPage(c, 'notFound', 404)
}

function knownForm(
  c: DeskContext,
  { session }: Permit,
  of: NonNullable<Awaited<ReturnType<typeof knownOf>>> & {
    readonly problems: readonly FieldProblem[]
  },
): Response {
  const { form: w, met } = c.get('words').desk.marks
  const { bank, problems } = of
  return markFormPage(c, {
    ...{ session, problems, title: w.title, save: w.save, back: accountPath(c) },
    lead: `${w.of(met(bank.bankName, bank.lastFour))} ${w.lead}`,
    to: `${accountPath(c)}/banks/${bank.id}/mark`,
    reason: { label: w.reason, typed: c.get('form')?.typed.reason ?? '' },
  })
}

async function saveKnown(c: DeskContext, permit: Permit): Promise<Response> {
  const known = await knownOf(c, permit)
  if (!known) return tellPage(c, 'notFound', 404)
  const { reason = '', key = '' } = c.get('form').typed
  const schema = z.object({ reason: reasonField(c), key: z.uuid() })
  const read = readForm(schema, { reason, key }, c.get('words'))
  if (!read.ok) return knownForm(c, permit, { ...known, problems: read.problems })
  const { accountId, id: fundingAccountId } = known.bank
  const number = { is: 'of', accountId, fundingAccountId } as const
  return saveMark(c, permit, { number, reason: read.value.reason, formKey: read.value.key })
}
