// What staff did, in a chain of each member's own. A line that names a login stands in that
// customer's login activity too.

import { dateInZone } from '#src/domain/calendar.ts'
import type { Tx } from '#src/store/database.ts'
import { appendAccessAudit } from '#src/store/logins/access-audit.ts'
import { chainOfStaff, chainOfUnknownNames } from '#src/store/logins/access-chain.ts'
import type { StaffOnLogin } from '../access-log.ts'
import type { Visit } from '../sessions.ts'
import type { StaffDeps } from './staff-sessions.ts'

export type StaffAction =
  | StaffOnLogin
  | 'staffSearched'
  | 'staffClosedReport'
  | 'staffClosedMoneyTask'
  | 'staffDecidedRefusedFile'
  | 'staffSawAccount'
  | 'staffSetFlag'
  | 'staffLiftedFlag'
  | 'staffSawRepossessions'
  | 'staffMarkedNumber'
  | 'staffLiftedMark'
  | 'staffAttachedPaper'
  | 'staffOpenedPaper'
  | 'staffCorrectedStatement'
  | 'staffAskedPaper'
  | 'staffDecidedPaper'
  | 'staffDraftedDeferment'
  | 'staffAskedMoney'
  | 'staffDecidedMoney'
  | 'staffSignedIn'
  | 'staffConfirmedAgain'
  | 'staffSignedOut'
  | 'staffSessionEnded'
  | 'staffOtherSessionsEnded'
  | 'staffRefused'
  | 'staffPasskeyRefused'
  | 'staffPasskeyPaused'
  | 'staffPasskeyCopied'
  | 'staffPasskeyAdded'
  | 'staffPasskeyRemoved'
  | 'staffSsoRefused'
  | 'staffEnrolled'
  | 'staffLinkRefused'
  | 'staffAdded'
  | 'staffLinkAsked'
  | 'staffLinkMade'
  | 'staffApproved'
  | 'staffDisabled'

export type StaffLine = {
  /** Null: nobody of ours, as far as we know. */
  readonly staffId: string | null
  readonly action: StaffAction
  readonly visit: Visit
  /** The customer that it is about. */
  readonly loginId?: string | null
  readonly details?: Readonly<Record<string, string>>
}

/** Appends last in its transaction, and to one chain: it stays locked until the end of it. */
export async function recordStaff(
  tx: Tx,
  deps: Pick<StaffDeps, 'vault' | 'clock'>,
  line: StaffLine,
): Promise<void> {
  const { staffId, action, visit, loginId = null, details = {} } = line
  const { requestId, address, device } = visit
  const at = deps.clock.now()
  const chain = staffId ? chainOfStaff(staffId) : chainOfUnknownNames(dateInZone(at, 'UTC'))
  const entry = { at, requestId, address, device, loginId, action, details }
  await appendAccessAudit(tx, deps.vault, { chain, entry })
}

/** The same, in a transaction of its own. */
export function noteStaff(deps: StaffDeps, line: StaffLine): Promise<void> {
  return deps.db.transaction().execute((tx) => recordStaff(tx, deps, line))
}
