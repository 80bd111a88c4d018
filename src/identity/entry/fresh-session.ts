import { levelOf } from '../levels.ts'
import type { SignedInSession } from '../sessions.ts'

declare const freshBrand: unique symbol

/** Whose factor was shown within minutes: what changes the ways to sign in asks for one. */
export type FreshSession = SignedInSession & { readonly [freshBrand]: true }

/** Null below level 3: a factor has to be shown again first. */
export function asFresh(session: SignedInSession, now: string): FreshSession | null {
  return levelOf(session.authenticated, now) === 3 ? (session as FreshSession) : null
}
