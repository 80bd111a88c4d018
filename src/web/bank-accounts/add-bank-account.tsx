// GET and POST /accounts/:id/bank-accounts/new: an account to pay from; POST …/copies: one of the
// person's other accounts. Numbers are never put back on the page.
import type { Hono } from 'hono'
import type { Outcome } from '#src/domain/refusal.ts'
import { type FieldProblem, readForm } from '#src/http/form.ts'
import { addFundingAccount } from '#src/servicing/funding/add-funding-account.ts'
import { fullRefusal } from '#src/servicing/funding/new-number-refusal.ts'
import type { AccountView } from '#src/servicing/view-account.ts'
import { readFundingAccount } from '#src/store/payments/funding-accounts.ts'
import type { AccountVisit } from '../account-visit.tsx'
import { viewedPage } from '../lease/page-by-product.ts'
import type { WebEnv } from '../request-context.ts'
import { addBankAccountPage } from './add-bank-account-page.tsx'
import { addForm } from './add-fields.ts'
import { sureWhoAdds } from './add-step-up.ts'
import { backOf, paymentFrom, typedBack } from './back-to-payment.ts'
import { copyOwn, ownCopyable } from './own-copies.ts'

export function registerAddBankAccount(app: Hono<WebEnv>): void {
  app.get('/accounts/:id/bank-accounts/new', viewedPage(sureWhoAdds(begin)))
  app.post('/accounts/:id/bank-accounts/new', viewedPage(sureWhoAdds(add)))
  app.post('/accounts/:id/bank-accounts/copies', viewedPage(sureWhoAdds(copy)))
}

/** What cannot be added is told before anything is typed. */
async function begin(visit: AccountVisit, view: AccountView): Promise<Response> {
  const { c, ctx, owner, reader } = visit
  const refusal = await fullRefusal(ctx, ctx.db, owner)
  const problems = refusal
    ? [{ field: 'routingNumber', message: reader.words.refusals.sentence(refusal, reader.locale) }]
    : []
  return show(visit, view, backOf(c.req.query()), problems)
}

async function add(visit: AccountVisit, view: AccountView): Promise<Response> {
  const { c, ctx, owner, reader } = visit
  const { typed } = c.get('form')
  const back = typedBack(typed.back)
  const form = readForm(addForm(reader.words, ctx.lender), typed, reader.words)
  if (!form.ok) return show(visit, view, back, form.problems)
  const { accountNumberAgain, holder, key, nickname, ...numbers } = form.value
  const named = { ...numbers, nickname: nickname === '' ? null : nickname }
  const added = await addFundingAccount(ctx, owner, { ...named, idempotencyKey: key })
  return answered(visit, view, { added, back, field: 'routingNumber' })
}

async function copy(visit: AccountVisit, view: AccountView): Promise<Response> {
  const { typed } = visit.c.get('form')
  const back = typedBack(typed.back)
  return answered(visit, view, { added: await copyOwn(visit, typed), back, field: 'key' })
}

/** Back to the payment that it was added for, else to the bank account's own page. */
async function answered(
  visit: AccountVisit,
  view: AccountView,
  of: {
    added: Outcome<{ fundingAccountId: string; wasNew: 'yes' | 'no' }>
    back: string
    field: string
  },
): Promise<Response> {
  const { c, ctx, owner, reader, base } = visit
  const { added, back, field } = of
  if (!added.ok) {
    const message = reader.words.refusals.sentence(added.refusal, reader.locale)
    return show(visit, view, back, [{ field, message }])
  }
  const { fundingAccountId: id, wasNew } = added.value
  const funding = await readFundingAccount(ctx.db, { ...owner, id })
  if (funding && back !== '')
    return c.redirect(`${base}/payments/new?${paymentFrom(back, funding)}`, 303)
  const done = wasNew === 'yes' ? 'added' : 'known'
  return c.redirect(`${base}/bank-accounts/${id}?done=${done}`, 303)
}

async function show(
  visit: AccountVisit,
  view: AccountView,
  back: string,
  problems: readonly FieldProblem[] = [],
): Promise<Response> {
  const posted = visit.c.req.method === 'POST'
  const typed = posted ? visit.c.get('form').typed : {}
  const copyable = await ownCopyable(visit)
  return addBankAccountPage(visit, { view, typed, back, copyable, problems })
}
