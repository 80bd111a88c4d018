// A member of staff's own sessions: seen, ended one by one, and left by signing out.
import {
  endSessionsOfStaff,
  endStaffSession,
  listStaffSessions,
  type StaffSessionSummary,
} from '#src/store/staff/staff-sessions.ts'
import type { Visit } from '../sessions.ts'
import { recordStaff } from './staff-log.ts'
import type { DeskSession, StaffDeps, StaffSession } from './staff-sessions.ts'

type Asking = { readonly session: StaffSession; readonly visit: Visit }

export function staffSessionsOf(
  deps: Pick<StaffDeps, 'db'>,
  session: StaffSession,
): Promise<StaffSessionSummary[]> {
  return listStaffSessions(deps.db, session.staffId)
}

/** Somebody else's session, and one that is over, end nothing. */
export async function endOwnSession(
  deps: StaffDeps,
  { session, visit }: Asking,
  id: string,
): Promise<void> {
  const { staffId } = session
  await deps.db.transaction().execute(async (tx) => {
    if (!(await endStaffSession(tx, { id, staffId }))) return
    const details = { session: id }
    await recordStaff(tx, deps, { staffId, action: 'staffSessionEnded', visit, details })
  })
}

export async function endOwnOtherSessions(
  deps: StaffDeps,
  { session, visit }: Asking,
): Promise<void> {
  const { staffId, id: keep } = session
  await deps.db.transaction().execute(async (tx) => {
    const details = { sessions: String(await endSessionsOfStaff(tx, { staffId, keep })) }
    await recordStaff(tx, deps, { staffId, action: 'staffOtherSessionsEnded', visit, details })
  })
}

export async function signOutOfDesk(
  deps: StaffDeps,
  given: { readonly session: DeskSession; readonly visit: Visit },
): Promise<void> {
  const { session, visit } = given
  await deps.db.transaction().execute(async (tx) => {
    const ended = await endStaffSession(tx, { id: session.id })
    if (!ended || session.kind === 'visitor') return
    const details = { session: session.id }
    const { staffId } = session
    await recordStaff(tx, deps, { staffId, action: 'staffSignedOut', visit, details })
  })
}
