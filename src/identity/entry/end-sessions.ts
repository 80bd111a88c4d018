// Ending sessions elsewhere: one by its public id, or all others (ASVS 5.0 V7.4.3, V7.5.2).
import type { Clock } from '#src/domain/clock.ts'
import type { Db } from '#src/store/database.ts'
import {
  endSession,
  endSessionsOfLogin,
  listSessions,
  type SessionSummary,
} from '#src/store/logins/sessions.ts'
import type { Vault } from '#src/vault/vault.ts'
import { recordAccess } from '../access-log.ts'
import type { SignedInSession, Visit } from '../sessions.ts'

type Asking = { readonly session: SignedInSession; readonly visit: Visit }
type EndDeps = { readonly db: Db; readonly vault: Vault; readonly clock: Clock }

/** This login's sessions, the last used first. */
export function sessionsOf(db: Db, session: SignedInSession): Promise<SessionSummary[]> {
  return listSessions(db, session.loginId)
}

/** Somebody else's session, and one that is over, end nothing. */
export async function endOneSession(
  deps: EndDeps,
  { session, visit }: Asking,
  id: string,
): Promise<void> {
  const { loginId } = session
  await deps.db.transaction().execute(async (tx) => {
    if (!(await endSession(tx, { id, loginId }))) return
    const at = { vault: deps.vault, now: deps.clock.now() }
    const details = { session: id }
    await recordAccess(tx, at, { loginId, action: 'sessionEnded', visit, details })
  })
}

export async function endOtherSessions(deps: EndDeps, { session, visit }: Asking): Promise<void> {
  const { loginId, id: keep } = session
  await deps.db.transaction().execute(async (tx) => {
    const ended = await endSessionsOfLogin(tx, { loginId, keep })
    const at = { vault: deps.vault, now: deps.clock.now() }
    const details = { sessions: String(ended) }
    await recordAccess(tx, at, { loginId, action: 'otherSessionsEnded', visit, details })
  })
}
