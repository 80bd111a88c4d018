// GET and POST /accounts/:id/payoff/links: what the owner shares of a payoff, and with whom.
import type { Hono } from 'hono'
import * as z from 'zod'
import { plainWords } from '#src/domain/plain-words.ts'
import { type FieldProblem, readForm } from '#src/http/form.ts'
import { LINK_DAYS, makePayoffLink } from '#src/servicing/sharing/make-payoff-link.ts'
import type { LoanView } from '#src/servicing/view-account.ts'
import type { Words } from '#src/words/words.ts'
import type { AccountVisit } from '../account-visit.tsx'
import { leaseEndPage } from '../lease/lease-end.tsx'
import { pageByProduct } from '../lease/page-by-product.ts'
import type { WebEnv } from '../request-context.ts'
import { steppedUpForm } from '../security/step-up.tsx'
import { madeLinkPage } from './made-link-page.tsx'
import { payoffLinksPage } from './payoff-links-page.tsx'
import { sharingOf } from './sharing-of.ts'

export function registerPayoffLinks(app: Hono<WebEnv>): void {
  const toLease = leaseEndPage
  app.get('/accounts/:id/payoff/links', pageByProduct({ loan: show, lease: toLease }))
  app.post('/accounts/:id/payoff/links', pageByProduct({ loan: sure, lease: toLease }))
}

function show(visit: AccountVisit, view: LoanView, problems: readonly FieldProblem[] = []) {
  return payoffLinksPage(visit, { view, problems })
}

function sure(visit: AccountVisit, view: LoanView): Promise<Response> {
  return steppedUpForm(visit.c, visit.session, {
    action: 'sharePayoff',
    back: `${visit.base}/payoff/links`,
    handle: () => make(visit, view),
  })
}

/** The address and the code are on this answer and nowhere else: nothing to redirect to. */
async function make(visit: AccountVisit, view: LoanView): Promise<Response> {
  const { c, owner, reader } = visit
  const form = readForm(formOf(reader.words), c.get('form').typed, reader.words)
  if (!form.ok) return show(visit, view, form.problems)
  const { key: formKey, ...order } = form.value
  const from = c.get('visit')
  const made = await makePayoffLink(sharingOf(c), owner, { ...order, formKey, visit: from })
  if (made.ok) return madeLinkPage(visit, view, made.value)
  const message = reader.words.refusals.sentence(made.refusal, reader.locale)
  return show(visit, view, [{ field: 'key', message }])
}

function formOf(words: Words) {
  const w = words.sharing.links.wrong
  return z.object({
    key: z.uuid(words.shell.form.incomplete),
    kind: z.enum(['dealer', 'insurer'], w.kind),
    givenTo: z.string().transform((typed, ctx): string => {
      const name = plainWords(typed, 80)
      if (name !== null) return name
      ctx.addIssue({ code: 'custom', message: w.givenTo })
      return z.NEVER
    }),
    days: z.string().transform((typed, ctx) => {
      const days = LINK_DAYS.find((one) => String(one) === typed)
      if (days !== undefined) return days
      ctx.addIssue({ code: 'custom', message: w.days })
      return z.NEVER
    }),
  })
}
