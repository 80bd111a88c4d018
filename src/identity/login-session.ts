// A session of a login begins in the place of the one that the browser had.
import type { Tx } from '#src/store/database.ts'
import { insertAfterVisitor, insertInPlace, insertSession } from '#src/store/logins/open-session.ts'
import { retireVisitorSession } from '#src/store/logins/retired-sessions.ts'
import * as store from '#src/store/logins/sessions.ts'
import { isSignedIn } from './levels.ts'
import { momentAfter } from './moments.ts'
import { newSessionRow } from './session-row.ts'
import type {
  HalfSession,
  OpenedSession,
  Session,
  SessionDeps,
  SignedInSession,
  Visit,
} from './sessions.ts'

const halfMinutes = 15
const retiredSeconds = 60

export type Opening<Replaced = Session> = {
  readonly loginId: string
  readonly authenticated: readonly store.Authentication[]
  readonly visit: Visit
  /** A signed-in one that shows more keeps its end. */
  readonly replaces: Replaced
  /** Others use this computer too; left out: as it was for the session that is replaced. */
  readonly shared?: boolean
  /** Seals what the new session shall carry. */
  readonly hold?: (sessionId: string) => Buffer
}

/**
 * A new token and a new row; the session it replaces loses everything at once. What was shown
 * decides whether it is a signed-in session or half of one.
 */
export async function openLoginSession(
  tx: Tx,
  deps: SessionDeps,
  opening: Opening,
): Promise<OpenedSession> {
  const { replaces } = opening
  if (replaces.kind !== 'visitor') {
    const opened = await replaceSession(tx, deps, { ...opening, replaces })
    if (opened) return opened
  }
  const { token, row } = loginSessionRow(deps, opening)
  if (replaces.kind !== 'visitor') await insertSession(tx, row)
  else await insertAfterVisitor(tx, row, retired(deps, replaces.id))
  return { token, id: row.id }
}

/**
 * The same in the place of a session of that login alone. Null when it was ended meanwhile, by a
 * new password or from elsewhere: what it had shown opens nothing. For one of several callers.
 */
export async function replaceSession(
  tx: Tx,
  deps: SessionDeps,
  opening: Opening<HalfSession | SignedInSession>,
): Promise<OpenedSession | null> {
  const { token, row } = loginSessionRow(deps, opening)
  return (await insertInPlace(tx, row, opening.replaces)) ? { token, id: row.id } : null
}

/**
 * A visitor's row stays for a minute, empty: a form sent twice is recognized. Others are gone. True
 * for exactly one of several callers; of a visitor's, only where it held a proof.
 */
export function leaveSession(tx: Tx, deps: SessionDeps, left: Session): Promise<boolean> {
  if (left.kind !== 'visitor') return store.replaceSession(tx, left)
  const { id, retiredUntil: expiresAt } = retired(deps, left.id)
  return retireVisitorSession(tx, { id, expiresAt })
}

function retired({ clock }: SessionDeps, id: string) {
  return { id, retiredUntil: momentAfter(clock.now(), { seconds: retiredSeconds }) }
}

function loginSessionRow(deps: SessionDeps, opening: Opening) {
  const { loginId, authenticated, visit, replaces } = opening
  const now = deps.clock.now()
  const isHalf = !isSignedIn(deps.limits.profile, authenticated, now)
  const lasts = isHalf ? { minutes: halfMinutes } : { hours: deps.limits.absoluteHours }
  const expiresAt = replaces.kind === 'signedIn' ? replaces.endsAt : momentAfter(now, lasts)
  const { token, row } = newSessionRow(deps, { visit, expiresAt })
  const shared = opening.shared ?? (replaces.kind !== 'visitor' && replaces.shared)
  const held = opening.hold?.(row.id) ?? null
  return { token, row: { ...row, loginId, authenticated, held, shared } }
}
