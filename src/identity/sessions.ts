// Who is asking. The cookie holds 256 random bits; the database holds only their SHA-256, so that a
// copy of it opens nothing. A new token at each change of level; both limits end a session whatever
// the browser does (ASVS 5.0 V7).
import type { Clock, NewId } from '#src/domain/clock.ts'
import type { Db, Tx } from '#src/store/database.ts'
import type { LoginAccount, Theme } from '#src/store/logins/logins.ts'
import { insertSession } from '#src/store/logins/open-session.ts'
import * as store from '#src/store/logins/sessions.ts'
import { hashOfToken } from '#src/vault/tokens.ts'
import { countedIn, levelOf, signInLevel } from './levels.ts'
import { momentAfter, momentBefore } from './moments.ts'
import { idleOf, newSessionRow, type SessionLimits } from './session-row.ts'

export type SessionDeps = {
  readonly clock: Clock
  readonly newId: NewId
  readonly limits: SessionLimits
}

/** Where a request comes from, as the audit and the list of sessions show it. */
export type Visit = {
  readonly requestId: string
  readonly address: string
  readonly device: string
  /** Of the cookie by which the browser is known; null where it has none. */
  readonly deviceToken?: string | null
}

type SessionBase = {
  /** Public: names the session in lists and in the audit; opens nothing. */
  readonly id: string
  readonly formSecret: Buffer
  /** What this session has proved so far, sealed; null when nothing. */
  readonly held: Buffer | null
}

/** Carries the sign-in and registration forms. Nothing of an account can be asked for with it. */
export type VisitorSession = SessionBase & { readonly kind: 'visitor' }

/**
 * A password was right, and a second factor is missing: enough to ask for one and to sign out,
 * nothing of an account.
 */
export type HalfSession = SessionBase & {
  readonly kind: 'half'
  readonly loginId: string
  readonly locale: string
  readonly theme: Theme
  /** Whose contacts a code may go to. */
  readonly obligors: readonly LoginAccount[]
  readonly username: string
  readonly authenticated: readonly store.Authentication[]
  readonly shared: boolean
  /** A code was shown that does not count here: enough to add a factor that does. */
  readonly shownOnly: boolean
}

declare const signedInBrand: unique symbol

/** Only this file makes one, of a row at the level of sign-in and within both limits. */
export type SignedInSession = SessionBase & {
  readonly kind: 'signedIn'
  readonly loginId: string
  readonly username: string
  readonly locale: string
  readonly theme: Theme
  readonly accounts: readonly LoginAccount[]
  readonly authenticated: readonly store.Authentication[]
  /** Others use this computer too: nothing is remembered in it. */
  readonly shared: boolean
  /** Without another request the session ends at the earlier of these two. */
  readonly idleEndsAt: string
  readonly endsAt: string
  readonly [signedInBrand]: true
}

export type Session = VisitorSession | HalfSession | SignedInSession

/** `ended`: there is a cookie, but its session is over or never was. */
export type SessionLookup =
  | { readonly state: 'open'; readonly session: Session }
  | { readonly state: 'none' | 'ended' }

/** The token is for the cookie and is known nowhere else. */
export type OpenedSession = { readonly token: string; readonly id: string }

/** How long a page before sign-in can be sent. */
export const visitorMinutes = 60
const seenEvery = { seconds: 60 }

/** Resolves the cookie's token in one statement; a visit is noted at most once a minute. */
export async function resolveSession(
  deps: SessionDeps & { readonly db: Db },
  token: string | null,
  as: 'visit' | 'look' = 'visit',
): Promise<SessionLookup> {
  if (token === null) return { state: 'none' }
  const now = deps.clock.now()
  const { limits } = deps
  const row = await store.readSession(deps.db, {
    tokenHash: hashOfToken(token),
    now,
    idleSince: momentBefore(now, idleOf(limits, { shared: false })),
    sharedIdleSince: momentBefore(now, idleOf(limits, { shared: true })),
  })
  if (!row) return { state: 'ended' }
  const seen = as === 'visit' && momentAfter(row.lastSeenAt, seenEvery) <= now
  if (seen) {
    await deps.db.transaction().execute((tx) => store.touchSession(tx, { id: row.id, at: now }))
  }
  const idleEndsAt = momentAfter(seen ? now : row.lastSeenAt, idleOf(limits, row))
  return { state: 'open', session: sessionOf(row, { now, idleEndsAt, limits }) }
}

/** For a browser that is shown a form before it signs in. `hold` seals what it shall carry. */
export async function openVisitorSession(
  tx: Tx,
  deps: SessionDeps,
  given: { readonly visit: Visit; readonly hold?: (sessionId: string) => Buffer },
): Promise<OpenedSession & { readonly session: VisitorSession }> {
  const expiresAt = momentAfter(deps.clock.now(), { minutes: visitorMinutes })
  const { token, row } = newSessionRow(deps, { visit: given.visit, expiresAt })
  const held = given.hold?.(row.id) ?? null
  await insertSession(tx, { ...row, held })
  const { id, formSecret } = row
  return { token, id, session: { kind: 'visitor', id, formSecret, held } }
}

/** The same, in a transaction of its own. */
export function startVisitorSession(
  deps: SessionDeps & { readonly db: Db },
  visit: Visit,
): Promise<OpenedSession & { readonly session: VisitorSession }> {
  return deps.db.transaction().execute((tx) => openVisitorSession(tx, deps, { visit }))
}

function sessionOf(
  row: store.Session,
  at: { now: string; idleEndsAt: string; limits: SessionLimits },
): Session {
  const { id, formSecret, held, login, shared } = row
  if (!login) return { kind: 'visitor', id, formSecret, held }
  const { id: loginId, username, locale, theme, accounts } = login
  const authenticated = countedIn(at.limits.profile, row.authenticated)
  const half = { id, formSecret, held, loginId, locale, theme, authenticated, shared }
  if (levelOf(authenticated, at.now) < signInLevel)
    return {
      ...half,
      kind: 'half',
      username,
      obligors: accounts,
      shownOnly: row.authenticated.length > authenticated.length,
    }
  const ends = { idleEndsAt: at.idleEndsAt, endsAt: row.expiresAt }
  return { ...half, kind: 'signedIn', username, accounts, ...ends } as SignedInSession
}
