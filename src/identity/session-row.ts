// What a new session is made of, and how long it lasts by the lender's settings.
import type { Clock, NewId } from '#src/domain/clock.ts'
import type { NewSession } from '#src/store/logins/sessions.ts'
import { hashOfToken, newToken } from '#src/vault/tokens.ts'
import { randomBytes } from '#src/vault/vault.ts'
import type { SignInProfile } from './levels.ts'

/** After so long without a request, and since sign-in, a session ends. */
export type SessionTimes = { readonly idleMinutes: number; readonly absoluteHours: number }

export type SessionLimits = SessionTimes & { readonly profile: SignInProfile }

/** On a computer that others use too nobody is signed in for longer without a request. */
const sharedIdleMinutes = 5

export function idleOf(
  limits: SessionLimits,
  { shared }: { readonly shared: boolean },
): { readonly minutes: number } {
  const { idleMinutes } = limits
  return { minutes: shared ? Math.min(idleMinutes, sharedIdleMinutes) : idleMinutes }
}

/** Of nobody yet. The token is for the cookie and is known nowhere else. */
export function newSessionRow(
  deps: { readonly clock: Clock; readonly newId: NewId },
  given: {
    readonly visit: { readonly address: string; readonly device: string }
    readonly expiresAt: string
  },
): { readonly token: string; readonly row: NewSession & { readonly formSecret: Buffer } } {
  const token = newToken()
  const row: NewSession & { formSecret: Buffer } = {
    tokenHash: hashOfToken(token),
    id: deps.newId(),
    loginId: null,
    formSecret: randomBytes(32),
    authenticated: [],
    held: null,
    shared: false,
    address: given.visit.address,
    device: given.visit.device,
    createdAt: deps.clock.now(),
    expiresAt: given.expiresAt,
  }
  return { token, row }
}
