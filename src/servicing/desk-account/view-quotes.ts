import { type PageOf, pageOf } from '#src/store/page-of.ts'
import { countQuotes, type ListedQuote, listQuotes } from '#src/store/payments/listed-quotes.ts'
import type { ServicingContext } from '../context.ts'

export type AccountQuotes = PageOf & {
  /** Newest first. */
  readonly quotes: readonly ListedQuote[]
}

const A_PAGE = 10

/** For staff who have been let see the account: that is written down where they are. */
export async function viewQuotes(
  ctx: Pick<ServicingContext, 'db'>,
  of: { readonly accountId: string; readonly page: number },
): Promise<AccountQuotes> {
  const { accountId } = of
  const count = await countQuotes(ctx.db, accountId)
  const page = pageOf(of.page, { count, size: A_PAGE })
  return { ...page, quotes: await listQuotes(ctx.db, { ...page, accountId, limit: A_PAGE }) }
}
