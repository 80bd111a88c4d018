import type { Tx } from '#src/store/database.ts'
import { leaveSession, replaceSession } from '../login-session.ts'
import {
  type OpenedSession,
  openVisitorSession,
  type Session,
  type SessionDeps,
  type Visit,
} from '../sessions.ts'

/**
 * A new session with what was proved, in the place of the one in which it was: who is signed in
 * stays so; who had shown a password alone has to show it again, once what is lost has been taken
 * away. Null for all but one of several presses after a password.
 */
export async function openHolding(
  tx: Tx,
  deps: SessionDeps,
  given: {
    readonly session: Session
    readonly visit: Visit
    /** Seals what was proved for the session of that id. */
    readonly hold: (sessionId: string) => Buffer
  },
): Promise<OpenedSession | null> {
  const { session, visit, hold } = given
  if (session.kind === 'visitor') {
    const opened = await openVisitorSession(tx, deps, { visit, hold })
    await leaveSession(tx, deps, session)
    return opened
  }
  if (session.kind === 'half')
    return (await leaveSession(tx, deps, session))
      ? openVisitorSession(tx, deps, { visit, hold })
      : null
  const { loginId, authenticated } = session
  return replaceSession(tx, deps, { loginId, authenticated, visit, replaces: session, hold })
}
