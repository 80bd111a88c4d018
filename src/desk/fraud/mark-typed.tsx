// GET and POST /bank-marks/new: a number is typed and marked, whether or not anybody has it.
import type { Hono } from 'hono'
import * as z from 'zod'
import { checkRoutingNumber } from '#src/domain/regions/us.ts'
import { bareNumber, isAccountNumber } from '#src/domain/regions/us-bank-account.ts'
import { type FieldProblem, readForm } from '#src/http/form.ts'
import type { StaffPermit } from '#src/identity/staff/staff-policy.ts'
import { TextField } from '#src/ui/forms/text-field.tsx'
import { reasonField } from '../accounts/flag-draft.ts'
import type { DeskContext, DeskEnv } from '../desk-context.ts'
import { permitted } from '../permitted.ts'
import { errorOf, markFormPage } from './mark-form-page.tsx'
import { MARKS } from './mark-names.ts'
import { saveMark } from './save-mark.ts'

const NEW = `${MARKS}/new`
type Permit = StaffPermit<'markNumber'>

export function registerMarkTyped(app: Hono<DeskEnv>): void {
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
  return saveMark(c, permit, { number: { is: 'typed', ...numbers }, reason: why, formKey })
}
