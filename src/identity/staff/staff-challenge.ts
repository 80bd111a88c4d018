// What a member of staff's browser is given before it asks for a passkey.
import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/server'
import { putStaffChallenge, type StaffChallengePurpose } from '#src/store/staff/staff-challenges.ts'
import { readStaffPasskeys } from '#src/store/staff/staff-passkeys.ts'
import { randomBytes } from '#src/vault/vault.ts'
import {
  challengeMinutes,
  passkeyCreation,
  passkeyRequest,
  passkeySite,
} from '../factors/passkey-ceremony.ts'
import { momentAfter } from '../moments.ts'
import type { DeskSession, StaffDeps } from './staff-sessions.ts'

/** Random bytes for this session, good once and for five minutes (ASVS 5.0 V6.7.2). */
export async function newStaffChallenge(
  deps: StaffDeps,
  { id: sessionId }: DeskSession,
  purpose: StaffChallengePurpose,
): Promise<Uint8Array<ArrayBuffer>> {
  const challenge = new Uint8Array(randomBytes(32))
  const expiresAt = momentAfter(deps.clock.now(), { minutes: challengeMinutes })
  await deps.db
    .transaction()
    .execute((tx) => putStaffChallenge(tx, { sessionId, purpose, challenge, expiresAt }))
  return challenge
}

export async function askForStaffPasskey(
  deps: StaffDeps,
  session: DeskSession,
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const site = passkeySite(deps.deskOrigin)
  return passkeyRequest(site, await newStaffChallenge(deps, session, 'show'))
}

/** One that is found without a name; none on a device that has one of this person. */
export async function askForNewStaffPasskey(
  deps: StaffDeps,
  session: DeskSession,
  owner: { readonly id: string; readonly name: string },
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const known = await readStaffPasskeys(deps.db, owner.id)
  const challenge = await newStaffChallenge(deps, session, 'add')
  const siteName = deps.lenderName
  return passkeyCreation(passkeySite(deps.deskOrigin), { challenge, siteName, owner, known })
}
