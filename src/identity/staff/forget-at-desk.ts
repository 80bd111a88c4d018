import type { Clock } from '#src/domain/clock.ts'
import type { Db } from '#src/store/database.ts'
import { endExpiredStaffSessions } from '#src/store/staff/staff-sessions.ts'
import { momentBefore } from '../moments.ts'

/** Longer than any session of the desk may stand idle. */
const idleHours = 2

/** Sessions of staff past their limits. Safe to run at any time and as often as one likes. */
export async function forgetAtDesk(deps: {
  readonly db: Db
  readonly clock: Clock
}): Promise<void> {
  const now = deps.clock.now()
  const idleSince = momentBefore(now, { hours: idleHours })
  await deps.db.transaction().execute((tx) => endExpiredStaffSessions(tx, { now, idleSince }))
}
