// Rows that have no use any more: sessions past their limits, forms that can no longer be sent
// again, old failures.
import type { Clock } from '#src/domain/clock.ts'
import type { Db } from '#src/store/database.ts'
import { forgetOldAttempts } from '#src/store/logins/attempt-reservations.ts'
import { forgetOldForms } from '#src/store/logins/form-submissions.ts'
import { forgetOldHeldForms } from '#src/store/logins/held-forms.ts'
import { endExpiredSessions } from '#src/store/logins/retired-sessions.ts'
import { forgetExpiredMessages } from '#src/store/outbox.ts'
import { CLOSED, longestMemoryHours } from '../attempt-budgets.ts'
import { momentBefore } from '../moments.ts'
import { forgetFactors } from './forget-factors.ts'

/** Longer than any session lasts; a session's own limits are checked at each request. */
const formHours = 48
const idleHours = 2

/** Safe to run at any time and as often as one likes. */
export async function forgetExpired(deps: {
  readonly db: Db
  readonly clock: Clock
}): Promise<void> {
  const now = deps.clock.now()
  await deps.db.transaction().execute(async (tx) => {
    await endExpiredSessions(tx, { now, idleSince: momentBefore(now, { hours: idleHours }) })
    await forgetFactors(tx, now)
    await forgetOldHeldForms(tx, now)
    await forgetExpiredMessages(tx, now)
    await forgetOldForms(tx, momentBefore(now, { hours: formHours }))
  })
  const before = momentBefore(now, { hours: longestMemoryHours })
  await forgetOldAttempts(deps.db, { before, closed: CLOSED })
}
