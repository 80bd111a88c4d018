// An owner's payoff links with who opened them when; the co-obligor's are not among them.

import {
  type PayoffLinkVisit,
  readPayoffLinkVisits,
} from '#src/store/sharing/payoff-link-visits.ts'
import { type PayoffLink, readPayoffLinks } from '#src/store/sharing/payoff-links.ts'
import type { Owner } from '../context.ts'
import type { SharingContext } from './sharing-context.ts'

export type LinkState = 'open' | 'expired' | 'revoked' | 'locked' | 'forCaller'

export type ListedLink = Omit<PayoffLink, 'codeHash'> & {
  readonly state: LinkState
  /** Newest first. */
  readonly visits: readonly PayoffLinkVisit[]
}

const MOST_LINKS = 50
const MOST_VISITS = 500

/** Newest first. Without an obligor: all of the account, for the desk. */
export async function listPayoffLinks(
  ctx: Pick<SharingContext, 'db' | 'wallClock'>,
  of: Pick<Owner, 'accountId'> & { readonly obligorId?: string },
): Promise<ListedLink[]> {
  const { accountId, obligorId } = of
  const own = { accountId, ...(obligorId !== undefined && { obligorId }), limit: MOST_LINKS }
  const links = await readPayoffLinks(ctx.db, own)
  if (links.length === 0) return []
  const visits = await readPayoffLinkVisits(ctx.db, { accountId, limit: MOST_VISITS })
  const now = ctx.wallClock.now()
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
