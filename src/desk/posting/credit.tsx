// GET /money/credits/:credit: a payment of a file that fits no account; POST: it is asked to assign
// it to one, or to send it back.
import type { Hono } from 'hono'
import * as z from 'zod'
import type { MoneyOrder } from '#src/domain/orders/money-order.ts'
import { type FieldProblem, readForm } from '#src/http/form.ts'
import type { StaffPermit } from '#src/identity/staff/staff-policy.ts'
import { askForMoney } from '#src/servicing/posting/ask-for-money.ts'
import { type CreditView, viewCredit } from '#src/servicing/posting/view-credit.ts'
import type { DeskContext, DeskEnv } from '../desk-context.ts'
import { tellPage } from '../desk-errors.tsx'
import { permitted } from '../permitted.ts'
import { creditPage } from './credit-page.tsx'
import {
  accountOf,
  formKeyOf,
  postingContext,
  REQUESTS,
  refusalWords,
  typedReason,
} from './posting-desk.ts'

export function registerCredit(app: Hono<DeskEnv>): void {
  app.get(
    '/money/credits/:credit',
    permitted('askMoney', pageOf, (c, permit) =>
      withCredit(c, permit, (credit) => show(c, permit, credit, [])),
    ),
  )
  app.post(
    '/money/credits/:credit',
    permitted('askMoney', pageOf, (c, permit) =>
      withCredit(c, permit, (credit) => post(c, permit, credit)),
    ),
  )
}

function pageOf(c: DeskContext): string {
  const id = z.uuid().safeParse(c.req.param('credit'))
  return id.success ? `/money/credits/${id.data}` : REQUESTS
}

async function withCredit(
  c: DeskContext,
  permit: StaffPermit<'askMoney'>,
  handle: (credit: CreditView) => Response | Promise<Response>,
): Promise<Response> {
  const id = z.uuid().safeParse(c.req.param('credit'))
  if (!id.success) return tellPage(c, 'notFound', 404)
  const credit = await viewCredit(postingContext(c), { permit, creditId: id.data })
  return credit ? handle(credit) : tellPage(c, 'notFound', 404)
}

function show(
  c: DeskContext,
  { session }: StaffPermit<'askMoney'>,
  credit: CreditView,
  problems: readonly FieldProblem[],
): Response {
  return creditPage(c, session, { credit, problems })
}

async function post(
  c: DeskContext,
  permit: StaffPermit<'askMoney'>,
  credit: CreditView,
): Promise<Response> {
  const words = c.get('words')
  const what = z.enum(['assign', 'sendBack'], words.desk.posting.credits.whatMissing)
  const schema = z.object({ what, account: z.string().max(40), reason: typedReason(words) })
  const { typed } = c.get('form')
  const form = readForm(schema, { account: '', ...typed }, words)
  if (!form.ok) return show(c, permit, credit, form.problems)
  const order = await orderOf(c, credit, form.value)
  if (order === null) {
    const message = refusalWords(c, { code: 'accountNotFound' })
    return show(c, permit, credit, [{ field: 'account', message }])
  }
  const { reason } = form.value
  const wish = { permit, order, reason, formKey: formKeyOf(c) }
  const answer = await askForMoney(postingContext(c), wish)
  if (answer.ok) return c.redirect(`${REQUESTS}/${answer.value}?done=asked`, 303)
  const message = refusalWords(c, answer.refusal)
  return show(c, permit, credit, [{ field: 'what', message }])
}

async function orderOf(
  c: DeskContext,
  { id: creditId, amount, receivedOn: effectiveDate }: CreditView,
  typed: { what: 'assign' | 'sendBack'; account: string },
): Promise<MoneyOrder | null> {
  if (typed.what === 'sendBack') return { kind: 'sendBack', creditId, amount }
  const accountId = await accountOf(c, typed.account)
  return accountId === null ? null : { kind: 'assign', creditId, accountId, amount, effectiveDate }
}
