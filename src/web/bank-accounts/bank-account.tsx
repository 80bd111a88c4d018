// GET and POST /accounts/:id/bank-accounts/new: an account to pay from. Numbers are never put back
// on the page.
import type { Hono } from 'hono'
import * as z from 'zod'
import { checkRoutingNumber } from '#src/domain/regions/us.ts'
import { type FieldProblem, readForm, type Typed } from '#src/http/form.ts'
import { backTo } from '#src/http/safe-path.ts'
import { addFundingAccount } from '#src/servicing/payments/add-funding-account.ts'
import type { LoanView } from '#src/servicing/view-account.ts'
import type { Words } from '#src/words/words.ts'
import type { AccountVisit } from '../account-visit.tsx'
import { howToPayPage, notPaidHere } from '../lease/how-to-pay.tsx'
import { pageByProduct } from '../lease/page-by-product.ts'
import type { WebEnv } from '../request-context.ts'
import { steppedUpForm } from '../security/step-up.tsx'
import { bankAccountPage } from './bank-account-page.tsx'

export function registerBankAccount(app: Hono<WebEnv>): void {
  app.get(
    '/accounts/:id/bank-accounts/new',
    pageByProduct({
      loan: sure((visit, view) =>
        show(visit, { view, typed: {}, back: backOf(visit.c.req.query()) }, []),
      ),
      lease: howToPayPage,
    }),
  )
  app.post(
    '/accounts/:id/bank-accounts/new',
    pageByProduct({ loan: sure(add), lease: notPaidHere }),
  )
}

/** Whoever adds a bank account shows a factor of theirs within minutes. */
function sure(handle: (visit: AccountVisit, view: LoanView) => Response | Promise<Response>) {
  return (visit: AccountVisit, view: LoanView): Promise<Response> => {
    const { c, session, base } = visit
    const posted = c.req.method === 'POST'
    return steppedUpForm(c, session, {
      action: 'addBankAccount',
      back: posted ? `${base}/bank-accounts/new` : backTo(c.req.url),
      handle: async () => handle(visit, view),
    })
  }
}

async function add(visit: AccountVisit, view: LoanView): Promise<Response> {
  const { c, ctx, owner, reader, base } = visit
  const { typed } = c.get('form')
  const { back: typedBack = '' } = typed
  const back = backOf(Object.fromEntries(new URLSearchParams(typedBack.slice(0, 500))))
  const form = readForm(formOf(reader.words), typed, reader.words)
  if (!form.ok) return show(visit, { view, typed, back }, form.problems)
  const { accountNumberAgain, key, ...numbers } = form.value
  const entry = { ...numbers, idempotencyKey: key }
  const added = await addFundingAccount(ctx, owner, entry)
  if (!added.ok) {
    const message = reader.words.refusals.sentence(added.refusal, reader.locale)
    return show(visit, { view, typed, back }, [{ field: 'routingNumber', message }])
  }
  const query = new URLSearchParams(back)
  query.set('from', added.value.fundingAccountId)
  return c.redirect(`${base}/payments/new?${query}`, 303)
}

function formOf(words: Words) {
  const w = words.payments.bankAccount
  const digits = z.string().transform((text) => text.replace(/[\s-]/g, ''))
  return z
    .object({
      kind: z.enum(['checking', 'savings'], w.kindMissing),
      routingNumber: digits.refine((text) => checkRoutingNumber(text) === null, w.routingWrong),
      accountNumber: digits.refine((text) => /^\d{4,17}$/.test(text), w.numberWrong),
      accountNumberAgain: digits.refine((text) => text !== '', w.againMissing),
      bankName: z.string().trim().min(1, w.nameMissing).max(60, w.nameMissing),
      key: z.uuid(),
    })
    .refine((typed) => typed.accountNumber === typed.accountNumberAgain, {
      path: ['accountNumberAgain'],
      message: w.againWrong,
      when: () => true,
    })
}

const KEPT = ['choice', 'extraAmount', 'extra', 'amount', 'on'] as const

/**
 * The payment that was being made, to come back to it; nothing else of the address is carried on.
 */
function backOf(query: Readonly<Record<string, string>>): string {
  const kept = KEPT.flatMap((name) => {
    const value = query[name]
    return value === undefined || value === '' ? [] : [[name, value.slice(0, 40)]]
  })
  return new URLSearchParams(kept).toString()
}

function show(
  visit: AccountVisit,
  given: { view: LoanView; typed: Typed; back: string },
  problems: readonly FieldProblem[],
): Response {
  return bankAccountPage(visit, { ...given, problems })
}
