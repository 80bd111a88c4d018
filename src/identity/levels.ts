// How sure we are who is asking. The session keeps what was shown and when; the level follows from
// that each time it is asked, and is stored nowhere.
import type { Authentication } from '#src/store/logins/sessions.ts'
import { momentAfter } from './moments.ts'

/**
 * 0: nothing shown. 1: a password alone, which opens nothing of an account. 2: two factors, which a
 * passkey is by itself where its device knew the person; a trusted browser is one of them. 3: two
 * factors, one of them within five minutes, and neither by e-mail, which is no second device (NIST
 * 800-63B-4 section 3.1.3.1), nor a trusted browser, which shows nothing of who sits before it.
 */
export type Level = 0 | 1 | 2 | 3

/**
 * `strict`: only what nobody can read on the way counts, and no browser is trusted (NIST 800-63B-4
 * sections 3.1.3.1, 3.1.3.3 and 5.1).
 */
export type SignInProfile = 'standard' | 'strict'

const WEAK: ReadonlySet<Authentication['method']> = new Set(['email', 'sms', 'device'])

/** What of it makes a level under the profile. */
export function countedIn(
  profile: SignInProfile,
  authenticated: readonly Authentication[],
): readonly Authentication[] {
  if (profile === 'standard') return authenticated
  return authenticated.filter(({ method }) => !WEAK.has(method))
}

/** What makes a session a signed-in one. */
export const signInLevel: Level = 2

/** How long a factor counts as just shown. */
export const freshMinutes = 5

/** Whether what was shown signs in under the profile. */
export function isSignedIn(
  profile: SignInProfile,
  authenticated: readonly Authentication[],
  now: string,
): boolean {
  return levelOf(countedIn(profile, authenticated), now) >= signInLevel
}

export function levelOf(authenticated: readonly Authentication[], now: string): Level {
  const hasPassword = authenticated.some(({ method }) => method === 'password')
  const factors = authenticated.filter(({ method }) => method !== 'password')
  if (factors.length === 0) return hasPassword ? 1 : 0
  if (!hasPassword && !factors.some(isTwoInOne)) return 0
  return factors.some((shown) => isFresh(shown, now)) ? 3 : 2
}

function isFresh({ method, at }: Authentication, now: string): boolean {
  return (
    method !== 'email' && method !== 'device' && now < momentAfter(at, { minutes: freshMinutes })
  )
}

/** The device that holds the key, and the finger, face or number that it asked for. */
function isTwoInOne({ method, verifiedUser }: Authentication): boolean {
  return method === 'passkey' && verifiedUser
}

/** What was just shown; no passkey is accepted whose device did not verify the person. */
export function shownBy(
  method: Authentication['method'],
  at: string,
  factorId?: string,
): Authentication {
  const verifiedUser = method === 'passkey'
  return { method, at, verifiedUser, ...(factorId !== undefined && { factorId }) }
}
