// GET /money/posting: a check or money at the counter, typed; POST /money/posting: it is asked for.
import type { Hono } from 'hono'
import * as z from 'zod'
import { type CivilDate, date } from '#src/domain/calendar.ts'
import { type FieldProblem, readForm, typedDay } from '#src/http/form.ts'
import type { StaffPermit } from '#src/identity/staff/staff-policy.ts'
import { businessDay } from '#src/servicing/business-day.ts'
import { askForMoney } from '#src/servicing/posting/ask-for-money.ts'
import type { Words } from '#src/words/words.ts'
import type { DeskContext, DeskEnv } from '../desk-context.ts'
import { permitted } from '../permitted.ts'
import { postPaymentPage } from './post-payment-page.tsx'
import {
  accountOf,
  formKeyOf,
  postingContext,
  REQUESTS,
  refusalWords,
  typedAccount,
  typedAmount,
  typedReason,
} from './posting-desk.ts'

const PAGE = '/money/posting'

export function registerPostPayment(app: Hono<DeskEnv>): void {
  app.get(
    '/money/posting',
    permitted(
      'askMoney',
      () => PAGE,
      (c, permit) => show(c, permit, []),
    ),
  )
  app.post(
    '/money/posting',
    permitted('askMoney', () => PAGE, post),
  )
}

async function show(
  c: DeskContext,
  { session }: StaffPermit<'askMoney'>,
  problems: readonly FieldProblem[],
): Promise<Response> {
  const today = await businessDay(c.get('desk').db)
  return postPaymentPage(c, session, { problems, today })
}

async function post(c: DeskContext, permit: StaffPermit<'askMoney'>): Promise<Response> {
  const words = c.get('words')
  const form = readForm(formOf(words), c.get('form').typed, words)
  if (!form.ok) return show(c, permit, form.problems)
  const { account, amount, day: effectiveDate, way: channel, reference, reason } = form.value
  const accountId = await accountOf(c, account)
  if (accountId === null) {
    const message = refusalWords(c, { code: 'accountNotFound' })
    return show(c, permit, [{ field: 'account', message }])
  }
  const answer = await askForMoney(postingContext(c), {
    ...{ permit, reason, formKey: formKeyOf(c) },
    order: { kind: 'post', accountId, amount, effectiveDate, channel, reference },
  })
  if (answer.ok) return c.redirect(`${REQUESTS}/${answer.value}?done=asked`, 303)
  const { code } = answer.refusal
  const field = code === 'datedAhead' || code === 'datedTooFarBack' ? 'day' : 'account'
  return show(c, permit, [{ field, message: refusalWords(c, answer.refusal) }])
}

function formOf(words: Words) {
  const w = words.desk.posting.form
  const day = z.string().transform((text, ctx): CivilDate => {
    const typed = typedDay(text)
    if (typed === null) ctx.addIssue({ code: 'custom', message: w.dayWrong })
    return typed ?? date('1970-01-01')
  })
  return z.object({
    account: typedAccount(words),
    amount: typedAmount(words),
    day,
    way: z.enum(['mail', 'branch'], w.wayMissing),
    reference: z.string().trim().min(1, w.referenceMissing).max(40, w.referenceLong),
    reason: typedReason(words),
  })
}
