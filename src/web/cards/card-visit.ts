// Pages that exist where the lender takes cards.
import type { CardContext } from '#src/servicing/cards/card-context.ts'
import type { AccountView } from '#src/servicing/view-account.ts'
import type { AccountVisit } from '../account-visit.tsx'
import { notFoundPage } from '../errors.tsx'
import { viewedPage } from '../lease/page-by-product.ts'

export type CardVisit = AccountVisit & { readonly ctx: CardContext }

export function cardPage(
  handle: (visit: CardVisit, view: AccountView) => Response | Promise<Response>,
) {
  return viewedPage((visit, view) => {
    const { card } = visit.c.get('web')
    if (card === null) return notFoundPage(visit.c)
    return handle({ ...visit, ctx: { ...visit.ctx, card } }, view)
  })
}
