// GET /accounts/:id/payoff?on=YYYY-MM-DD: what closes the loan on a day, its working, its number,
// the days after.
import type { Hono } from 'hono'
import { typedDay } from '#src/http/form.ts'
import { payableDates } from '#src/servicing/business-day.ts'
import { quotePayoff } from '#src/servicing/quote-payoff.ts'
import type { LoanView } from '#src/servicing/view-account.ts'
import type { AccountVisit } from '../account-visit.tsx'
import { csvResponse } from '../activity/csv.ts'
import { leaseEndPage } from '../lease/lease-end.tsx'
import { pageByProduct } from '../lease/page-by-product.ts'
import type { WebEnv } from '../request-context.ts'
import { payoffTable } from './payoff-days.tsx'
import { payoffPage } from './payoff-page.tsx'
import { refusedDate, refusedQuote } from './payoff-refused.tsx'

export function registerPayoff(app: Hono<WebEnv>): void {
  app.get('/accounts/:id/payoff', pageByProduct({ loan: answer, lease: leaseEndPage }))
}

async function answer(visit: AccountVisit, view: LoanView): Promise<Response> {
  const { c, ctx, owner, reader } = visit
  const { today, knownThrough } = view
  if (knownThrough) {
    const refusal = { code: 'historyEnds', on: knownThrough } as const
    return refusedQuote(visit, view, { asked: today, refusal })
  }
  const asked = c.req.query('on')
  const range = payableDates(ctx, today)
  const on = asked === undefined ? range.first : typedDay(asked)
  if (on === null) {
    const problem = reader.words.payoff.when.invalid
    return refusedDate(visit, view, { asked: asked ?? '', problem })
  }
  const quoted = await quotePayoff(ctx, owner, { on })
  if (!quoted.ok) return refusedQuote(visit, view, { asked: on, refusal: quoted.refusal })
  if (c.req.query('format') === 'csv') {
    const name = `${reader.words.payoff.days.fileName}-${quoted.value.quote.number}`
    return csvResponse(c, { name, rows: payoffTable(quoted.value, reader) })
  }
  return payoffPage(visit, view, quoted.value)
}
