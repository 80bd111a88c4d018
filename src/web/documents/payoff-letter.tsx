// POST /accounts/:id/payoff/letter: the letter of a quote, printed once; it waits under Documents.
import type { Hono } from 'hono'
import { typedDay } from '#src/http/form.ts'
import { printPayoffLetter } from '#src/servicing/documents/print-payoff-letter.ts'
import type { AccountVisit } from '../account-visit.tsx'
import { refusedPage } from '../errors.tsx'
import { pageByProduct } from '../lease/page-by-product.ts'
import type { WebEnv } from '../request-context.ts'
import { papersOf } from './papers-of.ts'

export function registerPayoffLetter(app: Hono<WebEnv>): void {
  app.post(
    '/accounts/:id/payoff/letter',
    pageByProduct({ loan: print, lease: ({ c }) => refusedPage(c, { code: 'quoteNotFound' }) }),
  )
}

async function print(visit: AccountVisit): Promise<Response> {
  const { c, owner, reader, base } = visit
  const on = typedDay(String(c.get('form').typed.on ?? ''))
  if (on === null) return refusedPage(c, { code: 'quoteNotFound' })
  const printed = await printPayoffLetter(papersOf(visit), owner, { on, locale: reader.locale })
  if (!printed.ok) return refusedPage(c, printed.refusal)
  return c.redirect(`${base}/documents?made=${printed.value.documentId}`, 303)
}
