// A link that works once: whoever opens it makes a passkey of their own with it, and is in. It is
// made by the command line, or at the desk by two administrators.
import type { PublicKeyCredentialCreationOptionsJSON } from '@simplewebauthn/server'
import type { Tx } from '#src/store/database.ts'
import { takeStaffChallenge } from '#src/store/staff/staff-challenges.ts'
import { useStaffLink } from '#src/store/staff/staff-links.ts'
import { insertStaffPasskey } from '#src/store/staff/staff-passkeys.ts'
import {
  type NewPasskeyResponse,
  passkeySite,
  readNewCredential,
} from '../factors/passkey-ceremony.ts'
import type { OpenedSession, Visit } from '../sessions.ts'
import { askForNewStaffPasskey } from './staff-challenge.ts'
import { hashOfLink, staffOfLink } from './staff-link.ts'
import { noteStaff, recordStaff } from './staff-log.ts'
import { type StaffOutcome, staffAccepted, staffRefused } from './staff-refusal.ts'
import { type DeskSession, openStaffSession, type StaffDeps } from './staff-sessions.ts'

/** Null: the link cannot be used. */
export async function askForFirstPasskey(
  deps: StaffDeps,
  session: DeskSession,
  token: string,
): Promise<PublicKeyCredentialCreationOptionsJSON | null> {
  const staff = await staffOfLink(deps, token)
  return staff && askForNewStaffPasskey(deps, session, { id: staff.id, name: staff.email })
}

export type Enrolling = {
  readonly session: DeskSession
  readonly visit: Visit
  readonly token: string
  /** Of the passkey. */
  readonly name: string
  readonly response: NewPasskeyResponse
}

class Undone extends Error {}

/** Refused: `linkSpent`, `passkeyTooLate`, `passkeyNotAdded`; the link then works still. */
export async function enrollByLink(
  deps: StaffDeps,
  given: Enrolling,
): Promise<StaffOutcome<OpenedSession>> {
  const credential = await readEnrolled(deps, given)
  if (!credential.ok) return credential
  try {
    return await deps.db.transaction().execute(async (tx) => {
      const now = deps.clock.now()
      const staffId = await useStaffLink(tx, { tokenHash: hashOfLink(given.token), now })
      if (staffId === null) return await spent(tx, deps, given.visit)
      const id = deps.newId()
      const passkey = { id, staffId, name: given.name, createdAt: now, ...credential.value }
      // Undoes the use of the link with it.
      if ((await insertStaffPasskey(tx, passkey)) === 'known') throw new Undone()
      const shown = { method: 'passkey', at: now } as const
      const { visit, session: replaces } = given
      const opened = await openStaffSession(tx, deps, { staffId, shown, visit, replaces })
      const details = { session: opened.id, passkey: id }
      await recordStaff(tx, deps, { staffId, action: 'staffEnrolled', visit, details })
      return staffAccepted(opened)
    })
  } catch (error) {
    if (error instanceof Undone) return staffRefused({ code: 'passkeyNotAdded' })
    throw error
  }
}

/** Uses up the session's challenge. */
async function readEnrolled(deps: StaffDeps, { session, response, token, visit }: Enrolling) {
  const staff = await staffOfLink(deps, token)
  if (!staff) {
    await noteStaff(deps, { staffId: null, action: 'staffLinkRefused', visit })
    return staffRefused({ code: 'linkSpent' })
  }
  const taking = { sessionId: session.id, purpose: 'add', now: deps.clock.now() } as const
  const challenge = await deps.db.transaction().execute((tx) => takeStaffChallenge(tx, taking))
  if (!challenge) return staffRefused({ code: 'passkeyTooLate' })
  const made = await readNewCredential(passkeySite(deps.deskOrigin), { response, challenge })
  return made ? staffAccepted(made) : staffRefused({ code: 'passkeyNotAdded' })
}

async function spent(tx: Tx, deps: StaffDeps, visit: Visit): Promise<StaffOutcome<never>> {
  await recordStaff(tx, deps, { staffId: null, action: 'staffLinkRefused', visit })
  return staffRefused({ code: 'linkSpent' })
}
