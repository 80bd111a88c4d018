import { findAccountByNumber } from '#src/store/accounts/directory.ts'
import { findPayoffLinkVisit } from '#src/store/sharing/payoff-link-visits.ts'
import { findPayoffLink, type PayoffLink } from '#src/store/sharing/payoff-links.ts'
import { hashOfToken } from '#src/vault/tokens.ts'
import { secretHash } from './link-secrets.ts'
import { stateOf } from './list-payoff-links.ts'
import type { SharingContext } from './sharing-context.ts'

type FindContext = Pick<SharingContext, 'db' | 'vault' | 'wallClock'>

/** Null: the secret leads nowhere. */
export async function findLink(ctx: FindContext, secret: string): Promise<PayoffLink | null> {
  const number = { kind: 'payoffLink', number: secret } as const
  const accountId = await findAccountByNumber(ctx.db, ctx.vault, number)
  if (accountId === null) return null
  return findPayoffLink(ctx.db, { accountId, secretHash: secretHash(ctx.vault, secret) })
}

/** `code`: its code has to be typed. `over`: ended, expired, or never there. */
export type SharedVisit =
  | { readonly is: 'over' }
  | { readonly is: 'code' }
  | { readonly is: 'open'; readonly link: PayoffLink; readonly endsAt: string }

/** What a browser that holds the secret, and maybe the token of a visit, may see at this moment. */
export async function sharedVisit(
  ctx: FindContext,
  held: { readonly secret: string; readonly token: string | null },
): Promise<SharedVisit> {
  const link = await findLink(ctx, held.secret)
  const now = ctx.wallClock.now()
  if (!link || stateOf(link, now) !== 'open') return { is: 'over' }
  if (held.token === null) return { is: 'code' }
  const { accountId, id: linkId } = link
  const tokenHash = hashOfToken(held.token)
  const visit = await findPayoffLinkVisit(ctx.db, { accountId, linkId, tokenHash, now })
  return visit ? { is: 'open', link, endsAt: visit.endsAt } : { is: 'code' }
}
