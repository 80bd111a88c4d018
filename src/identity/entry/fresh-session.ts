import type { IdentityDeps } from '../identity-deps.ts'
import { levelOf } from '../levels.ts'
import { readProof } from '../proof/prove-account.ts'
import type { SignedInSession } from '../sessions.ts'

declare const freshBrand: unique symbol

/** Whose factor was shown within minutes: what changes the ways to sign in asks for one. */
export type FreshSession = SignedInSession & { readonly [freshBrand]: true }

/** Null below level 3: a factor has to be shown again first. */
export function asFresh(session: SignedInSession, now: string): FreshSession | null {
  return levelOf(session.authenticated, now) === 3 ? (session as FreshSession) : null
}

/**
 * The same by the account's numbers, for one factor that is added: what is done with it holds the
 * login. Null when they were not typed in this session, or too long ago.
 */
export function asProved(
  deps: Pick<IdentityDeps, 'vault' | 'clock'>,
  session: SignedInSession,
): FreshSession | null {
  return readProof(deps, session, 'newFactor') ? (session as FreshSession) : null
}
