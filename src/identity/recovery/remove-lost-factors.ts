// What a person no longer has is taken off their login, once the password, the account's numbers
// and a contact on file were shown (ASVS 5.0 V6.4.4; NIST 800-63B-4 section 4.2.2.2). It signs
// nobody in: every session ends, the login is held for a day, and every contact is told.
import { accepted, type Outcome, refused } from '#src/domain/refusal.ts'
import type { Tx } from '#src/store/database.ts'
import { deleteAuthenticator } from '#src/store/logins/authenticators.ts'
import { countBackupCodes, deleteBackupCodes } from '#src/store/logins/backup-codes.ts'
import { claimForm, readFormOutcome } from '#src/store/logins/form-submissions.ts'
import { holdStill, readLogin } from '#src/store/logins/logins.ts'
import { readPasskeys, revokePasskey } from '#src/store/logins/passkeys.ts'
import { authenticatorsOf } from '../factors/authenticators.ts'
import type { IdentityDeps } from '../identity-deps.ts'
import { leaveSession } from '../login-session.ts'
import type { AccountProof } from '../proof/prove-account.ts'
import { readShownProof } from '../proof/shown-proof.ts'
import type { Visit, VisitorSession } from '../sessions.ts'
import { endRecovery } from './end-recovery.ts'

/** What of a login can be lost: its contacts are in the servicing file. */
export type OwnFactors = {
  readonly authenticators: readonly { readonly id: string; readonly name: string }[]
  readonly passkeys: readonly { readonly id: string; readonly name: string }[]
  readonly backupCodesLeft: number
}

export async function ownFactorsOf(deps: IdentityDeps, loginId: string): Promise<OwnFactors> {
  const [authenticators, passkeys, codes] = await Promise.all([
    authenticatorsOf(deps.db, loginId),
    readPasskeys(deps.db, loginId),
    countBackupCodes(deps.db, loginId),
  ])
  return { authenticators, passkeys, backupCodesLeft: codes?.left ?? 0 }
}

export function hasOwnFactor(own: OwnFactors): boolean {
  return own.authenticators.length > 0 || own.passkeys.length > 0 || own.backupCodesLeft > 0
}

/** Null when nothing was proved in this session, or too long ago. */
export async function lostFactorProof(
  deps: IdentityDeps,
  session: VisitorSession,
): Promise<(AccountProof & { readonly loginId: string }) | null> {
  const proof = await readShownProof(deps, session, 'lostFactor')
  if (!proof || proof.loginId === null) return null
  return { ...proof, loginId: proof.loginId }
}

export type LostFactors = {
  /** Of apps and passkeys; those of another login are not found. */
  readonly ids: readonly string[]
  readonly backupCodes: boolean
  /** Of the form as it was shown: sent twice, it counts once. */
  readonly formKey: string
  readonly session: VisitorSession
  readonly visit: Visit
}

/** Refused: `registrationNotMatched` (nothing proved, or used by another form). */
export async function removeLostFactors(
  deps: IdentityDeps,
  lost: LostFactors,
): Promise<Outcome<'removed'>> {
  const { session, formKey: key } = lost
  const proof = await lostFactorProof(deps, session)
  const form = { sessionId: session.id, key, outcome: 'lost', submittedAt: deps.clock.now() }
  return deps.db.transaction().execute(async (tx): Promise<Outcome<'removed'>> => {
    if (proof && (await leaveSession(tx, deps, session))) {
      await claimForm(tx, form)
      await remove(tx, deps, lost, proof.loginId)
      return accepted('removed')
    }
    const sent = await readFormOutcome(tx, form)
    return sent === null ? refused({ code: 'registrationNotMatched' }) : accepted('removed')
  })
}

async function remove(
  tx: Tx,
  deps: IdentityDeps,
  lost: LostFactors,
  loginId: string,
): Promise<void> {
  await holdStill(tx, loginId)
  let apps = 0
  let passkeys = 0
  for (const id of lost.ids) {
    const which = { id, loginId, at: deps.clock.now() }
    if (await deleteAuthenticator(tx, which)) apps += 1
    else if ((await revokePasskey(tx, which)) !== null) passkeys += 1
  }
  const codes = lost.backupCodes ? await deleteBackupCodes(tx, loginId) : 0
  const login = await readLogin(tx, loginId)
  if (!login) return
  const details = { apps: String(apps), passkeys: String(passkeys), backupCodes: String(codes) }
  await endRecovery(tx, deps, {
    login,
    visit: lost.visit,
    what: 'factorsRecovered',
    details,
  })
}
