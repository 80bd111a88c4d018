// GET and POST /accounts/:id/payoff/dealer: the owner says who pays the loan off, how much and by
// when; POST …/dealer/end: nobody waits for it any longer.
import type { Hono } from 'hono'
import { type FieldProblem, readForm } from '#src/http/form.ts'
import { statePayoff } from '#src/servicing/sharing/state-payoff.ts'
import { withdrawPayoff } from '#src/servicing/sharing/withdraw-payoff.ts'
import type { LoanView } from '#src/servicing/view-account.ts'
import { type AccountVisit, accountPage } from '../account-visit.tsx'
import { leaseEndPage } from '../lease/lease-end.tsx'
import { pageByProduct } from '../lease/page-by-product.ts'
import type { WebEnv } from '../request-context.ts'
import { dealerPayingPage } from './dealer-paying-page.tsx'
import { intendedForm } from './intended-form.ts'

export function registerDealerPaying(app: Hono<WebEnv>): void {
  const lease = leaseEndPage
  app.get('/accounts/:id/payoff/dealer', pageByProduct({ loan: show, lease }))
  app.post('/accounts/:id/payoff/dealer', pageByProduct({ loan: state, lease }))
  app.post('/accounts/:id/payoff/dealer/end', accountPage(end))
}

function show(visit: AccountVisit, view: LoanView, problems: readonly FieldProblem[] = []) {
  return dealerPayingPage(visit, view, problems)
}

async function state(visit: AccountVisit, view: LoanView): Promise<Response> {
  const { c, ctx, owner, reader, base } = visit
  const { words } = reader
  const form = readForm(
    intendedForm(words, words.sharing.paying.wrong.payer),
    c.get('form').typed,
    words,
  )
  if (!form.ok) return show(visit, view, form.problems)
  const { key: formKey, ...said } = form.value
  const { accountId, obligorId } = owner
  const by = { accountId, obligorId, linkId: null }
  const stated = await statePayoff(ctx, by, { ...said, contact: null, formKey })
  if (stated.ok) return c.redirect(`${base}/payoff/dealer?done=said`, 303)
  const message = words.refusals.sentence(stated.refusal, reader.locale)
  return show(visit, view, [{ field: 'expectedOn', message }])
}

async function end(visit: AccountVisit): Promise<Response> {
  const { c, ctx, owner, base } = visit
  await withdrawPayoff(ctx, owner, { intendedId: c.get('form').typed.intended ?? '' })
  return c.redirect(`${base}/payoff/dealer?done=ended`, 303)
}
