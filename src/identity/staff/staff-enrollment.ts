// A link that works once: whoever opens it makes a passkey of their own with it, and is in. It is
// made by the command line, or at the desk by two administrators.
import { createHash } from 'node:crypto'
import type { PublicKeyCredentialCreationOptionsJSON } from '@simplewebauthn/server'
import type { Tx } from '#src/store/database.ts'
import { readStaff, type Staff } from '#src/store/staff/staff.ts'
import { takeStaffChallenge } from '#src/store/staff/staff-challenges.ts'
import { putStaffLink, readStaffLink, useStaffLink } from '#src/store/staff/staff-links.ts'
import { insertStaffPasskey, readStaffPasskeys } from '#src/store/staff/staff-passkeys.ts'
import { randomBytes } from '#src/vault/vault.ts'
import {
  type NewPasskeyResponse,
  passkeyCreation,
  passkeySite,
  readNewCredential,
} from '../factors/passkey-ceremony.ts'
import { momentAfter } from '../moments.ts'
import type { OpenedSession, Visit } from '../sessions.ts'
import { noteStaff, recordStaff } from './staff-log.ts'
import { newStaffChallenge } from './staff-passkeys.ts'
import { type StaffOutcome, staffAccepted, staffRefused } from './staff-refusal.ts'
import { type DeskSession, openStaffSession, type StaffDeps } from './staff-sessions.ts'

/** From when it can be used. */
export const linkHours = 24

export type MadeLink = { readonly url: string; readonly expiresAt: string }

/** Ready to be used; earlier ones of that person are withdrawn. */
export async function makeStaffLink(
  tx: Tx,
  deps: Pick<StaffDeps, 'clock' | 'newId' | 'deskOrigin'>,
  staffId: string,
): Promise<MadeLink> {
  const { tokenHash, link } = newLink(deps)
  const createdAt = deps.clock.now()
  const row = { id: deps.newId(), staffId, tokenHash, createdAt, createdBy: null }
  await putStaffLink(tx, { ...row, expiresAt: link.expiresAt })
  return link
}

/** The token is in the link and nowhere else. */
export function newLink(deps: Pick<StaffDeps, 'clock' | 'deskOrigin'>): {
  readonly tokenHash: Buffer
  readonly link: MadeLink
} {
  const token = randomBytes(32).toString('base64url')
  const expiresAt = momentAfter(deps.clock.now(), { hours: linkHours })
  const url = `${deps.deskOrigin}/enroll?link=${token}`
  return { tokenHash: hashOf(token), link: { url, expiresAt } }
}

/** Whose link it is, as long as it can be used; looking at it does not use it. */
export async function staffOfLink(deps: StaffDeps, token: string): Promise<Staff | null> {
  const by = { tokenHash: hashOf(token), now: deps.clock.now() }
  const staffId = await readStaffLink(deps.db, by)
  const staff = staffId === null ? null : await readStaff(deps.db, staffId)
  return staff && staff.disabledAt === null ? staff : null
}

/** Null: the link cannot be used. */
export async function askForFirstPasskey(
  deps: StaffDeps,
  session: DeskSession,
  token: string,
): Promise<PublicKeyCredentialCreationOptionsJSON | null> {
  const staff = await staffOfLink(deps, token)
  return staff && askForNewStaffPasskey(deps, session, { id: staff.id, name: staff.email })
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
      const staffId = await useStaffLink(tx, { tokenHash: hashOf(given.token), now })
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

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
