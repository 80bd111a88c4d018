// Signing in at the desk by passkey, and showing it again before something that matters.
import { assert } from '#src/domain/assert.ts'
import type { Tx } from '#src/store/database.ts'
import { readStaff } from '#src/store/staff/staff.ts'
import { takeStaffChallenge } from '#src/store/staff/staff-challenges.ts'
import {
  countStaffSignature,
  findStaffPasskey,
  revokeStaffPasskey,
  type StaffPasskey,
} from '#src/store/staff/staff-passkeys.ts'
import { endSessionsOfStaff } from '#src/store/staff/staff-sessions.ts'
import { type PasskeyResponse, passkeySite, readSignature } from '../factors/passkey-ceremony.ts'
import { networkOf } from '../network-address.ts'
import type { OpenedSession, Visit } from '../sessions.ts'
import { type AttemptPermit, permitAttempt, recordSuccess, withdrawAttempt } from '../throttle.ts'
import { noteStaff, recordStaff, type StaffAction } from './staff-log.ts'
import { type StaffOutcome, staffAccepted, staffRefused } from './staff-refusal.ts'
import { type DeskSession, openStaffSession, type StaffDeps } from './staff-sessions.ts'

type Shown = {
  readonly session: DeskSession
  readonly visit: Visit
  readonly response: PasskeyResponse
}

/**
 * Signs in, or confirms who is signed in already: only by a passkey of their own. Refused:
 * `passkeyRefused`, `passkeyTooLate`, `passkeyCopied`, `waitBeforeTrying`.
 */
export async function enterByPasskey(
  deps: StaffDeps,
  shown: Shown,
): Promise<StaffOutcome<OpenedSession>> {
  const permitted = await permitPasskey(deps, shown)
  if (!permitted.ok) return permitted
  const permit = permitted.value
  return deps.db.transaction().execute(async (tx): Promise<StaffOutcome<OpenedSession>> => {
    const judged = await judge(tx, deps, permit, shown)
    if (judged.is === 'tooLate') {
      // Sent twice, or left open: nothing was tried.
      await withdrawAttempt(tx, permit)
      return staffRefused({ code: 'passkeyTooLate' })
    }
    if (judged.is !== 'shown') return refusedAs(tx, deps, shown, judged)
    const { id: passkey, staffId } = judged.passkey
    await recordSuccess(tx, permit)
    const { session: replaces, visit } = shown
    const authentication = { method: 'passkey', at: deps.clock.now() } as const
    const opening = { staffId, shown: authentication, visit, replaces }
    const opened = await openStaffSession(tx, deps, opening)
    const action = replaces.kind === 'visitor' ? 'staffSignedIn' : 'staffConfirmedAgain'
    const details = { session: opened.id, factor: 'passkey', passkey }
    await recordStaff(tx, deps, { staffId, action, visit, details })
    return staffAccepted(opened)
  })
}

type Judged =
  | { readonly is: 'shown'; readonly passkey: StaffPasskey }
  | { readonly is: 'tooLate' }
  | { readonly is: 'refused' | 'copied'; readonly passkey: StaffPasskey | null }

/** Uses up the session's challenge, whatever comes of it. */
async function judge(
  tx: Tx,
  deps: StaffDeps,
  _permit: AttemptPermit,
  { session, response }: Shown,
): Promise<Judged> {
  const now = deps.clock.now()
  const taking = { sessionId: session.id, purpose: 'show', now } as const
  const challenge = await takeStaffChallenge(tx, taking)
  if (!challenge) return { is: 'tooLate' }
  const passkey = await findStaffPasskey(tx, Buffer.from(response.id, 'base64url'))
  if (!passkey) return { is: 'refused', passkey }
  const { publicKey, staffId } = passkey
  const given = { response, challenge, publicKey, ownerId: staffId }
  const signed = await readSignature(passkeySite(deps.deskOrigin), given)
  const isOwn = session.kind === 'visitor' || session.staffId === staffId
  if (!signed || !isOwn || !(await worksHere(tx, staffId))) return { is: 'refused', passkey }
  if (await countStaffSignature(tx, { id: passkey.id, ...signed, at: now }))
    return { is: 'shown', passkey }
  const isRevoked = await revokeStaffPasskey(tx, { id: passkey.id, staffId, at: now })
  if (isRevoked) await endSessionsOfStaff(tx, { staffId, keep: null })
  return { is: isRevoked ? 'copied' : 'refused', passkey }
}

async function worksHere(tx: Tx, staffId: string): Promise<boolean> {
  const staff = await readStaff(tx, staffId)
  return staff !== null && staff.disabledAt === null && staff.approvedAt !== null
}

/**
 * What an attempt draws on. Credential ids are random and shown to nobody, so that a stranger
 * cannot use up an owner's; the desk's addresses are counted apart from the portal's.
 */
async function permitPasskey(
  deps: StaffDeps,
  { session, visit, response }: Shown,
): Promise<StaffOutcome<AttemptPermit>> {
  const lanes = [
    { scope: 'passkey', key: response.id },
    { scope: 'passkey-address', key: `desk ${networkOf(visit.address)}` },
  ] as const
  const answer = await permitAttempt(deps, lanes, deps.clock.now())
  if (answer.allowed) return staffAccepted(answer.permit)
  const staffId = session.kind === 'visitor' ? null : session.staffId
  await noteStaff(deps, { staffId, action: 'staffPasskeyPaused', visit })
  const { refusal } = answer
  assert(refusal.code === 'waitBeforeTrying', 'no number of tries shuts a passkey out for good')
  return staffRefused({ code: 'waitBeforeTrying', until: refusal.until })
}

async function refusedAs(
  tx: Tx,
  deps: StaffDeps,
  { session, visit }: Shown,
  judged: Extract<Judged, { is: 'refused' | 'copied' }>,
): Promise<StaffOutcome<never>> {
  const own = session.kind === 'visitor' ? null : session.staffId
  const { passkey, is } = judged
  const staffId = passkey?.staffId ?? own
  const details: Record<string, string> = passkey ? { passkey: passkey.id } : {}
  const action: StaffAction = is === 'copied' ? 'staffPasskeyCopied' : 'staffPasskeyRefused'
  await recordStaff(tx, deps, { staffId, action, visit, details })
  return staffRefused({ code: is === 'copied' ? 'passkeyCopied' : 'passkeyRefused' })
}
