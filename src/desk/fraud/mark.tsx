// GET and POST /bank-marks/new: a number is typed and marked; /accounts/:account/banks/:bank/mark:
// the number that a bank account has, which nobody reads.
import type { Hono } from 'hono'
import * as z from 'zod'
import { checkRoutingNumber } from '#src/domain/regions/us.ts'
import { bareNumber, isAccountNumber } from '#src/domain/regions/us-bank-account.ts'
import { type FieldProblem, readForm } from '#src/http/form.ts'
import type { StaffPermit } from '#src/identity/staff/staff-policy.ts'
import { type MarkedNumber, markNumber } from '#src/servicing/fraud/mark-number.ts'
import { TextField } from '#src/ui/forms/text-field.tsx'
import { accountOf, accountPath } from '../accounts/account-of.ts'
import { reasonField } from '../accounts/flag-draft.ts'
import type { DeskContext, DeskEnv } from '../desk-context.ts'
import { tellPage } from '../desk-errors.tsx'
import { deskServicing } from '../desk-servicing.ts'
import { permitted } from '../permitted.ts'
import { errorOf, markFormPage } from './mark-form-page.tsx'
import { MARKS } from './mark-names.ts'

const NEW = `${MARKS}/new`
type Permit = StaffPermit<'markNumber'>

export function registerMark(app: Hono<DeskEnv>): void {
  app.get(
    '/bank-marks/new',
    permitted(
      'markNumber',
      () => NEW,
      (c, permit) => typedForm(c, permit, []),
    ),
  )
  app.post(
    '/bank-marks/new',
    permitted('markNumber', () => NEW, saveTyped),
  )
  const back = (c: DeskContext) => `${accountPath(c)}/banks/${c.req.param('bank')}/mark`
  app.get('/accounts/:account/banks/:bank/mark', permitted('markNumber', back, showKnown))
  app.post('/accounts/:account/banks/:bank/mark', permitted('markNumber', back, saveKnown))
}

/** A number is not shown again: whoever typed it wrong types it anew. */
function typedForm(
  c: DeskContext,
  { session }: Permit,
  problems: readonly FieldProblem[],
): Response {
  const w = c.get('words').desk.marks.form
  const typed = c.get('form')?.typed ?? {}
  const form = {
    ...{ session, problems, title: w.title, lead: w.lead, to: NEW, back: MARKS, save: w.save },
    reason: { label: w.reason, typed: typed.reason ?? '' },
  }
  const field = { autocomplete: 'off', inputmode: 'numeric', width: 'medium' } as const
  return markFormPage(
    c,
    form,
    <>
      <TextField
        {...field}
        id="routingNumber"
        name="routingNumber"
        label={w.routing}
        hint={w.routingHint}
        value={typed.routingNumber ?? ''}
        maxlength={20}
        error={errorOf(problems, 'routingNumber')}
      />
      <TextField
        {...field}
        id="accountNumber"
        name="accountNumber"
        label={w.number}
        hint={w.numberHint}
        maxlength={40}
        error={errorOf(problems, 'accountNumber')}
      />
    </>,
  )
}

async function saveTyped(c: DeskContext, permit: Permit): Promise<Response> {
  const w = c.get('words').desk.marks.form
  const { routingNumber = '', accountNumber = '', reason = '', key = '' } = c.get('form').typed
  const digits = z.string().transform(bareNumber)
  const schema = z.object({
    routingNumber: digits.refine((text) => checkRoutingNumber(text) === null, w.routingWrong),
    accountNumber: digits.refine(isAccountNumber, w.numberWrong),
    reason: reasonField(c).refine(
      (text) =>
        !isAccountNumber(bareNumber(accountNumber)) || !text.includes(bareNumber(accountNumber)),
      w.reasonNumber,
    ),
    key: z.uuid(),
  })
  const read = readForm(schema, { routingNumber, accountNumber, reason, key }, c.get('words'))
  if (!read.ok) return typedForm(c, permit, read.problems)
  const { reason: why, key: formKey, ...numbers } = read.value
  return save(c, permit, { number: { is: 'typed', ...numbers }, reason: why, formKey })
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
  return save(c, permit, { number, reason: read.value.reason, formKey: read.value.key })
}

async function save(
  c: DeskContext,
  permit: Permit,
  of: { readonly number: MarkedNumber; readonly reason: string; readonly formKey: string },
): Promise<Response> {
  const answer = await markNumber(deskServicing(c), { ...of, permit })
  if (answer.is === 'notFound') return tellPage(c, 'notFound', 404)
  return c.redirect(`${MARKS}?done=${answer.is === 'done' ? 'marked' : 'already'}`, 303)
}
