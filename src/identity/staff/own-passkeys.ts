// A member of staff's own passkeys: another added, one removed, never the last way in.
import type { PublicKeyCredentialCreationOptionsJSON } from '@simplewebauthn/server'
import { readStaff } from '#src/store/staff/staff.ts'
import { takeStaffChallenge } from '#src/store/staff/staff-challenges.ts'
import {
  insertStaffPasskey,
  readStaffPasskeys,
  type StaffPasskey,
  takeStaffPasskey,
} from '#src/store/staff/staff-passkeys.ts'
import {
  type NewPasskeyResponse,
  passkeySite,
  readNewCredential,
} from '../factors/passkey-ceremony.ts'
import { askForNewStaffPasskey } from './staff-challenge.ts'
import { recordStaff } from './staff-log.ts'
import type { StaffPermit } from './staff-policy.ts'
import { type StaffOutcome, staffAccepted, staffRefused } from './staff-refusal.ts'
import type { StaffDeps, StaffSession } from './staff-sessions.ts'

type Permit = StaffPermit<'changeOwnPasskeys'>

export function ownPasskeys(
  deps: Pick<StaffDeps, 'db'>,
  session: StaffSession,
): Promise<StaffPasskey[]> {
  return readStaffPasskeys(deps.db, session.staffId)
}

export async function askForAnotherPasskey(
  deps: StaffDeps,
  { session }: Permit,
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const staff = await readStaff(deps.db, session.staffId)
  const owner = { id: session.staffId, name: staff?.email ?? session.name }
  return askForNewStaffPasskey(deps, session, owner)
}

/** Refused: `passkeyTooLate`, `passkeyNotAdded`. */
export async function addOwnPasskey(
  deps: StaffDeps,
  { session, visit }: Permit,
  given: { readonly name: string; readonly response: NewPasskeyResponse },
): Promise<StaffOutcome<null>> {
  const { staffId, id: sessionId } = session
  const now = deps.clock.now()
  return deps.db.transaction().execute(async (tx): Promise<StaffOutcome<null>> => {
    const challenge = await takeStaffChallenge(tx, { sessionId, purpose: 'add', now })
    if (!challenge) return staffRefused({ code: 'passkeyTooLate' })
    const { name, response } = given
    const site = passkeySite(deps.deskOrigin)
    const credential = await readNewCredential(site, { response, challenge })
    if (!credential) return staffRefused({ code: 'passkeyNotAdded' })
    const id = deps.newId()
    const passkey = { id, staffId, name, createdAt: now, ...credential }
    if ((await insertStaffPasskey(tx, passkey)) === 'known')
      return staffRefused({ code: 'passkeyNotAdded' })
    const details = { passkey: id }
    await recordStaff(tx, deps, { staffId, action: 'staffPasskeyAdded', visit, details })
    return staffAccepted(null)
  })
}

/** Refused: `lastPasskey`, where single sign-on does not know this person. */
export async function removeOwnPasskey(
  deps: StaffDeps,
  { session, visit }: Permit,
  id: string,
): Promise<StaffOutcome<null>> {
  const { staffId } = session
  return deps.db.transaction().execute(async (tx): Promise<StaffOutcome<null>> => {
    const taken = await takeStaffPasskey(tx, { id, staffId, at: deps.clock.now() })
    if (taken === 'last') return staffRefused({ code: 'lastPasskey' })
    if (taken === 'taken') {
      const details = { passkey: id }
      await recordStaff(tx, deps, { staffId, action: 'staffPasskeyRemoved', visit, details })
    }
    return staffAccepted(null)
  })
}
