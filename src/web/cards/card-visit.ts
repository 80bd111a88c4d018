// Pages that exist where the lender takes cards, of loans.
import type { CardContext } from '#src/servicing/cards/card-context.ts'
import type { LoanView } from '#src/servicing/view-account.ts'
import type { AccountVisit } from '../account-visit.tsx'
import { notFoundPage } from '../errors.tsx'
import { pageByProduct } from '../lease/page-by-product.ts'

export type CardVisit = AccountVisit & { readonly ctx: CardContext }

export function cardPage(
  handle: (visit: CardVisit, view: LoanView) => Response | Promise<Response>,
) {
  return pageByProduct({
    loan: (visit, view) => {
      const { card } = visit.c.get('web')
      if (card === null) return notFoundPage(visit.c)
      return handle({ ...visit, ctx: { ...visit.ctx, card } }, view)
    },
    lease: ({ c }) => notFoundPage(c),
  })
}
