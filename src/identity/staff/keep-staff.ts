// Keeping the staff at the desk. Whoever is added, and each new link, waits for a second
// administrator; ending somebody's work does not (ASVS 5.0 V2.3.5).
import { assert } from '#src/domain/assert.ts'
import type { Tx } from '#src/store/database.ts'
import { approveStaff, insertStaff, readStaff } from '#src/store/staff/staff.ts'
import {
  approveStaffLink,
  listWaitingLinks,
  putStaffLink,
  type WaitingLink,
} from '#src/store/staff/staff-links.ts'
import type { MessageDeps } from '../identity-deps.ts'
import type { Addressee } from '../messages/addressee.ts'
import { sendStaffLink } from '../messages/send-messages.ts'
import { momentAfter } from '../moments.ts'
import { linkHours, newLink } from './staff-link.ts'
import { recordStaff } from './staff-log.ts'
import type { StaffPermit } from './staff-policy.ts'
import { type StaffOutcome, staffAccepted, staffRefused } from './staff-refusal.ts'
import {
  type Enrolled,
  endWork,
  listByCommand,
  type NewPerson,
  plainEmail,
} from './staff-roster.ts'
import type { StaffDeps } from './staff-sessions.ts'

export type Roster = {
  readonly people: readonly Enrolled[]
  readonly waiting: readonly WaitingLink[]
}

export async function readRoster(
  deps: StaffDeps,
  _permit: StaffPermit<'seeStaff'>,
): Promise<Roster> {
  const [people, waiting] = await Promise.all([
    listByCommand(deps),
    listWaitingLinks(deps.db, deps.clock.now()),
  ])
  return { people, waiting }
}

/** Cannot sign in by any way before somebody else has approved it. Refused: `emailTaken`. */
export async function proposeStaff(
  deps: StaffDeps,
  permit: StaffPermit<'addStaff'>,
  person: NewPerson,
): Promise<StaffOutcome<null>> {
  const { session, visit } = permit
  const id = deps.newId()
  return deps.db.transaction().execute(async (tx): Promise<StaffOutcome<null>> => {
    const { name, role } = person
    const made = { createdAt: deps.clock.now(), createdBy: session.staffId, approvedAt: null }
    const row = { id, name, role, email: plainEmail(person.email), ...made }
    if ((await insertStaff(tx, row)) === 'emailTaken') return staffRefused({ code: 'emailTaken' })
    await askForLink(tx, deps, { staffId: id, by: session.staffId })
    const details = { person: id, role }
    await recordStaff(tx, deps, { staffId: session.staffId, action: 'staffAdded', visit, details })
    return staffAccepted(null)
  })
}

/** For somebody who lost their passkeys. Refused: `notYours`, for who works here no more. */
export async function proposeLink(
  deps: StaffDeps,
  { session, visit }: StaffPermit<'makeStaffLink'>,
  staffId: string,
): Promise<StaffOutcome<null>> {
  return deps.db.transaction().execute(async (tx): Promise<StaffOutcome<null>> => {
    const staff = await readStaff(tx, staffId)
    if (!staff || staff.disabledAt !== null) return staffRefused({ code: 'notYours' })
    await askForLink(tx, deps, { staffId, by: session.staffId })
    const details = { person: staffId }
    const { staffId: by } = session
    await recordStaff(tx, deps, { staffId: by, action: 'staffLinkAsked', visit, details })
    return staffAccepted(null)
  })
}

/**
 * The link goes to that person's own address: nobody else sees it, who approved it neither. Refused:
 * `notYours`: it was approved already, is too old, or is of the one who asks or of somebody whom
 * they added.
 */
export async function approveLink(
  deps: StaffDeps & MessageDeps,
  { session, visit }: StaffPermit<'approveStaff'>,
  approved: { readonly linkId: string; readonly locale: Addressee['locale'] },
): Promise<StaffOutcome<null>> {
  const { tokenHash, link } = newLink(deps)
  const now = deps.clock.now()
  const { staffId: approver } = session
  return deps.db
    .transaction()
    .execute(async (tx): Promise<StaffOutcome<null>> => {
      const by = { id: approved.linkId, approver, tokenHash, now, expiresAt: link.expiresAt }
      const staffId = await approveStaffLink(tx, by)
      // Nobody approves a link for themselves either.
      if (staffId === null || staffId === approver) throw new NotYours()
      const staff = await readStaff(tx, staffId)
      assert(staff, 'a link is of somebody')
      const isWaiting = staff.approvedAt === null
      const isApproved = await approveStaff(tx, { id: staffId, approver, at: now })
      // Nor somebody whom they added, whoever asked for the link.
      if (isWaiting && !isApproved) throw new NotYours()
      const details = { person: staffId }
      await recordStaff(tx, deps, { staffId: approver, action: 'staffApproved', visit, details })
      const addressee = { to: staff.email, locale: approved.locale, code: link.url }
      await sendStaffLink(tx, deps, { addressee, expiresAt: link.expiresAt })
      return staffAccepted(null)
    })
    .catch((error: unknown) => {
      if (error instanceof NotYours) return staffRefused({ code: 'notYours' })
      throw error
    })
}

/** Undoes what was written before it was clear whose it is. */
class NotYours extends Error {}

/** At once. Refused: `notYours`: oneself, or somebody who works here no more. */
export async function endStaffWork(
  deps: StaffDeps,
  { session, visit }: StaffPermit<'disableStaff'>,
  staffId: string,
): Promise<StaffOutcome<null>> {
  const { staffId: by } = session
  if (staffId === by) return staffRefused({ code: 'notYours' })
  return deps.db.transaction().execute(async (tx): Promise<StaffOutcome<null>> => {
    if (!(await endWork(tx, deps, staffId))) return staffRefused({ code: 'notYours' })
    const details = { person: staffId }
    await recordStaff(tx, deps, { staffId: by, action: 'staffDisabled', visit, details })
    return staffAccepted(null)
  })
}

async function askForLink(
  tx: Tx,
  deps: StaffDeps,
  { staffId, by }: { staffId: string; by: string },
): Promise<void> {
  const createdAt = deps.clock.now()
  const expiresAt = momentAfter(createdAt, { hours: linkHours })
  const row = { id: deps.newId(), staffId, tokenHash: null, createdAt, createdBy: by, expiresAt }
  await putStaffLink(tx, row)
}
