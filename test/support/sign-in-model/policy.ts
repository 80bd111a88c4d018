// The policy of signing in, written down once more in the fewest words, for the model to hold the
// portal against. It imports nothing of the portal. Times are milliseconds since 1970.

export type Method = 'password' | 'email' | 'sms' | 'totp' | 'backup' | 'passkey'
export type Shown = { readonly method: Method; readonly at: number; readonly factorId?: string }
export type Actor = 'owner' | 'stranger'

/** Everything that is known of a token that was ever given out. */
export type Issued = {
  readonly token: string
  readonly actor: Actor
  readonly device: Device
  readonly shown: readonly Shown[]
  readonly endsAt: number
  lastSeen: number
  isOver: boolean
}

export type Device = {
  readonly name: 'ownersOld' | 'ownersNew' | 'strangers'
  readonly token: string
  readonly address: string
}

export const minute = 60_000
export const hour = 60 * minute
const idle = 15 * minute
const fresh = 5 * minute

export const halfLasts = 15 * minute
export const signedInLasts = 12 * hour
export const codeLasts = 10 * minute
export const holdLasts = 24 * hour

/** SECURITY.md, decision 7: a password and any factor, or a passkey that verified the person. */
export function isSignedIn(shown: readonly Shown[]): boolean {
  const factors = shown.filter(({ method }) => method !== 'password')
  const hasPassword = factors.length < shown.length
  return factors.some(({ method }) => hasPassword || method === 'passkey')
}

/** What the cookie opens now. */
export function stateOf(issued: Issued, now: number): 'ended' | 'half' | 'signedIn' {
  if (issued.isOver || now >= issued.endsAt || issued.lastSeen <= now - idle) return 'ended'
  return isSignedIn(issued.shown) ? 'signedIn' : 'half'
}

/** Level 3: a factor other than e-mail within five minutes, and not the one that is taken away. */
export function isFresh(issued: Issued, now: number, except: string | null = null): boolean {
  return issued.shown.some(
    ({ method, at, factorId }) =>
      method !== 'password' &&
      method !== 'email' &&
      now < at + fresh &&
      (except === null || factorId !== except),
  )
}

/** RFC 6238's step of 30 seconds. */
export function stepAt(now: number): number {
  return Math.floor(now / 30_000)
}
