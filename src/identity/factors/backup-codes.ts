// Ten numbered codes of 80 bits to print and keep (NIST 800-63B-4 section 3.1.2; ASVS 5.0 V6.5.1
// to V6.5.3): only the lowest number that is left is asked for, so that a try costs one argon2 run.
import { accepted, type Outcome, refused } from '#src/domain/refusal.ts'
import { type BackupCode, replaceBackupCodes } from '#src/store/logins/backup-codes.ts'
import { claimForm } from '#src/store/logins/form-submissions.ts'
import { isStillOpen } from '#src/store/logins/retired-sessions.ts'
import { randomCode } from '#src/vault/vault.ts'
import { note } from '../entry/confirm.ts'
import type { IdentityDeps } from '../identity-deps.ts'
import { sendNotices } from '../messages/send-messages.ts'
import type { SignedInSession, Visit } from '../sessions.ts'
import { type AttemptPermit, permitAttempt, withdrawAttempt } from '../throttle.ts'
import { contactsOf } from './contacts.ts'

/** Of one set. */
export const backupCodesInSet = 10
const symbols = 16

export type ReadableCode = { readonly number: number; readonly code: string }

/**
 * Makes a new set; the old one works no longer. The codes are known to the answer alone. Refused:
 * `formAlreadyUsed`, `waitBeforeTrying`, `busy`. The caller has asked for the level that it needs.
 */
export async function makeBackupCodes(
  deps: IdentityDeps,
  asking: { readonly session: SignedInSession; readonly visit: Visit },
  formKey: string,
): Promise<Outcome<readonly ReadableCode[]>> {
  const { loginId, accounts, id: sessionId } = asking.session
  const now = deps.clock.now()
  const form = { sessionId, key: formKey, outcome: 'backup codes', submittedAt: now }
  const first = await deps.db.transaction().execute((tx) => claimForm(tx, form))
  if (first !== null) return refused({ code: 'formAlreadyUsed' })
  const lanes = [{ scope: 'backup-set-login', key: loginId }] as const
  const answer = await permitAttempt(deps, lanes, now)
  if (!answer.allowed) return refused(answer.refusal)
  const readable = Array.from({ length: backupCodesInSet }, (_, at) => {
    return { number: at + 1, code: randomCode(symbols) }
  })
  const hashed = await hashAll(deps, loginId, readable)
  if (!hashed.ok) {
    await deps.db.transaction().execute((tx) => withdrawAttempt(tx, answer.permit))
    return hashed
  }
  const contacts = await contactsOf(deps.db, deps.vault, accounts)
  const isMade = await deps.db.transaction().execute(async (tx) => {
    // Ten runs take a while: whose session was ended meanwhile gets no codes.
    if (!(await isStillOpen(tx, asking.session))) return false
    await replaceBackupCodes(tx, { loginId, codes: hashed.value, madeAt: now })
    await sendNotices(tx, deps, { loginId, template: 'backupCodesMade', contacts })
    await note(tx, deps, asking, 'backupCodesMade')
    return true
  })
  return isMade ? accepted(readable) : refused({ code: 'formAlreadyUsed' })
}

async function hashAll(
  deps: IdentityDeps,
  loginId: string,
  readable: readonly ReadableCode[],
): Promise<Outcome<BackupCode[]>> {
  const codes: BackupCode[] = []
  // One after another: somebody who signs in meanwhile waits for one run, not for ten.
  for (const { number, code } of readable) {
    const hash = await deps.passwords.store(secretOf(loginId, number, code))
    if (!hash.ok) return hash
    codes.push({ number, hash: hash.value })
  }
  return accepted(codes)
}

/** One argon2 run. Refused: `busy`. */
export async function isBackupCode(
  deps: Pick<IdentityDeps, 'passwords'>,
  permit: AttemptPermit,
  given: { readonly loginId: string; readonly asked: BackupCode; readonly typed: string },
): Promise<Outcome<boolean>> {
  const { loginId, asked, typed } = given
  const password = secretOf(loginId, asked.number, normalized(typed))
  const check = await deps.passwords.check(permit, { password, stored: asked.hash })
  return check.ok ? accepted(check.value.matches) : check
}

/** A hash is good for one login and one number, wherever somebody may copy it to. */
function secretOf(loginId: string, number: number, code: string): string {
  return `backup code ${loginId} ${number} ${code}`
}

/** Letters that the alphabet leaves out are read as the digits they look like. */
function normalized(typed: string): string {
  const plain = typed.toUpperCase().replace(/[^0-9A-Z]/g, '')
  return plain.replaceAll('O', '0').replace(/[IL]/g, '1')
}
