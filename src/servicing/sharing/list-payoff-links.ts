// An owner's payoff links with who opened them when, the co-obligor's not among them; and all of an
// account for the desk.
import { type PageOf, pageOf } from '#src/store/page-of.ts'
import {
  type PayoffLinkVisit,
  readPayoffLinkVisits,
} from '#src/store/sharing/payoff-link-visits.ts'
import {
  countPayoffLinks,
  type LinksOf,
  type PayoffLink,
  readPayoffLinks,
} from '#src/store/sharing/payoff-links.ts'
import type { Owner } from '../context.ts'
import type { SharingContext } from './sharing-context.ts'

export type LinkState = 'open' | 'expired' | 'revoked' | 'locked' | 'forCaller'

export type ListedLink = Omit<PayoffLink, 'codeHash'> & {
  readonly state: LinkState
  /** Newest first. */
  readonly visits: readonly PayoffLinkVisit[]
}

const MOST_LINKS = 50
const A_PAGE = 10
const MOST_VISITS = 500

type Context = Pick<SharingContext, 'db' | 'wallClock'>

/** Those that work first, then the newest. */
export async function listPayoffLinks(
  ctx: Context,
  { accountId, obligorId }: Pick<Owner, 'accountId' | 'obligorId'>,
): Promise<ListedLink[]> {
  return listed(ctx, { accountId, obligorId, limit: MOST_LINKS })
}

export type LinkPage = PageOf & { readonly links: readonly ListedLink[] }

/** All borrowers' for the desk, page by page: those that work first, then the newest. */
export async function pagePayoffLinks(
  ctx: Context,
  of: { readonly accountId: string; readonly page: number },
): Promise<LinkPage> {
  const { accountId } = of
  const count = await countPayoffLinks(ctx.db, { accountId })
  const page = pageOf(of.page, { count, size: A_PAGE })
  const links = await listed(ctx, { accountId, offset: page.offset, limit: A_PAGE })
  return { ...page, links }
}

async function listed(
  ctx: Context,
  of: LinksOf & { readonly offset?: number; readonly limit: number },
): Promise<ListedLink[]> {
  const now = ctx.wallClock.now()
  const links = await readPayoffLinks(ctx.db, { ...of, now })
  if (links.length === 0) return []
  const { accountId } = of
  const linkIds = links.map(({ id }) => id)
  const visits = await readPayoffLinkVisits(ctx.db, { accountId, linkIds, limit: MOST_VISITS })
  return links.map(({ codeHash: _, ...link }) => ({
    ...link,
    state: stateOf(link, now),
    visits: visits.filter(({ linkId }) => linkId === link.id),
  }))
}

export function stateOf(link: Pick<PayoffLink, 'endedWhy' | 'expiresAt'>, now: string): LinkState {
  if (link.endedWhy !== null) return link.endedWhy
  return link.expiresAt > now ? 'open' : 'expired'
}
