// GET /accounts/:id/autopay/review, POST /accounts/:id/autopay: all of it once more, the
// permission, and the button that turns it on.
import type { Hono } from 'hono'
import * as z from 'zod'
import type { Refusal } from '#src/domain/refusal.ts'
import { readForm, type Typed } from '#src/http/form.ts'
import { backTo } from '#src/http/safe-path.ts'
import type { AccountView } from '#src/servicing/view-account.ts'
import type { AccountVisit } from '../account-visit.tsx'
import { viewedPage } from '../lease/page-by-product.ts'
import type { WebEnv } from '../request-context.ts'
import { steppedUpForm } from '../security/step-up.tsx'
import { autopayFormPage } from './autopay-form-page.tsx'
import { permissionOf } from './autopay-words.ts'
import {
  type AskedAutopay,
  askedAutopay,
  refusedHere,
  setOrChange,
  tryAutopay,
} from './draft-visit.ts'
import { reviewPage } from './review-page.tsx'

export function registerAutopayReview(app: Hono<WebEnv>): void {
  app.get(
    '/accounts/:id/autopay/review',
    viewedPage(sure((visit, view) => drafted(visit, view, visit.c.req.query(), review))),
  )
  app.post(
    '/accounts/:id/autopay',
    viewedPage(sure((visit, view) => drafted(visit, view, visit.c.get('form').typed, set))),
  )
}

type Handle = (visit: AccountVisit, view: AccountView) => Promise<Response>

/** Whoever lets money be taken again and again shows a factor of theirs within minutes. */
function sure(handle: Handle): Handle {
  return (visit, view) => {
    const { c, session, base } = visit
    const posted = c.req.method === 'POST'
    return steppedUpForm(c, session, {
      action: 'setAutopay',
      back: posted ? `${base}/autopay/new` : backTo(c.req.url),
      handle: async () => handle(visit, view),
    })
  }
}

async function drafted(
  visit: AccountVisit,
  view: AccountView,
  typed: Typed,
  then: (visit: AccountVisit, asked: AskedAutopay, typed: Typed) => Promise<Response>,
): Promise<Response> {
  const asked = await askedAutopay(visit, view, typed)
  return asked instanceof Response ? asked : then(visit, asked, typed)
}

/** The review, or the form again when the draft cannot be set as it stands. */
function review(visit: AccountVisit, asked: AskedAutopay): Promise<Response> {
  return reviewWith(visit, asked, null)
}

async function reviewWith(
  visit: AccountVisit,
  asked: AskedAutopay,
  refusal: Refusal | null,
): Promise<Response> {
  const tried = await tryAutopay(visit, asked)
  if (!tried.ok) return autopayFormPage(visit, { asked, tried, problems: tried.problems })
  return reviewPage(visit, { asked, tried, refusal })
}

const orderForm = z.object({ agreed: z.literal('yes').optional(), key: z.uuid() })

async function set(visit: AccountVisit, asked: AskedAutopay, typed: Typed): Promise<Response> {
  const { c, reader, base } = visit
  const order = readForm(orderForm, typed, reader.words)
  const tried = await tryAutopay(visit, asked)
  if (!tried.ok) return autopayFormPage(visit, { asked, tried, problems: tried.problems })
  // Only a form that is not ours, or no longer, lacks its hidden fields: it gets a fresh one.
  if (!order.ok) return reviewWith(visit, asked, { code: 'formAlreadyUsed' })
  const { choice, preview } = tried
  const ending = asked.view.accountEnding
  const { fundingAccount } = preview
  const done = await setOrChange(visit, asked, {
    ...choice,
    agreed: order.value.agreed ?? 'no',
    authorizationText: permissionOf({ terms: choice.terms, fundingAccount, ending }, visit),
    idempotencyKey: order.value.key,
  })
  if (done.ok) return c.redirect(`${base}/autopay`, 303)
  // Sent again by who has set it just now: it is there.
  if (done.refusal.code === 'autopayAlreadySet') return c.redirect(`${base}/autopay`, 303)
  return done.refusal.code === 'authorizationMissing'
    ? reviewWith(visit, asked, done.refusal)
    : refusedHere(visit, asked.view, done.refusal)
}
