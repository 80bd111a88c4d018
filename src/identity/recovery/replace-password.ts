// What a reset writes, in one commit.
import type { Tx } from '#src/store/database.ts'
import { claimForm } from '#src/store/logins/form-submissions.ts'
import { holdLogin } from '#src/store/logins/holds.ts'
import { forgetKnownDevices } from '#src/store/logins/known-devices.ts'
import { type Login, readLoginAccounts, updatePassword } from '#src/store/logins/logins.ts'
import { endSessionsOfLogin } from '#src/store/logins/sessions.ts'
import { recordAccess } from '../access-log.ts'
import { tellContacts } from '../factors/tell-contacts.ts'
import type { IdentityDeps } from '../identity-deps.ts'
import { momentAfter } from '../moments.ts'
import { leaveSession, type Visit, type VisitorSession } from '../sessions.ts'
import { clearAttempts } from '../throttle.ts'
import { normalizeUsername } from '../username.ts'

const holdHours = 24

export type PasswordReset = {
  readonly password: string
  /** Of the form as it was shown: sent twice, it resets once. */
  readonly formKey: string
  readonly session: VisitorSession
  readonly visit: Visit
}

/** The same form again writes nothing. */
export async function replacePassword(
  tx: Tx,
  deps: IdentityDeps,
  { session, formKey, visit }: PasswordReset,
  made: { readonly login: Login; readonly password: string },
): Promise<void> {
  const now = deps.clock.now()
  const { id: loginId } = made.login
  const form = { sessionId: session.id, key: formKey, outcome: 'recovered', submittedAt: now }
  if ((await claimForm(tx, form)) !== null) return
  await updatePassword(tx, { loginId, password: made.password, changedAt: now })
  await holdLogin(tx, { loginId, until: momentAfter(now, { hours: holdHours }) })
  await endSessionsOfLogin(tx, { loginId, keep: null })
  await forgetKnownDevices(tx, loginId)
  const key = normalizeUsername(made.login.username)
  await clearAttempts(tx, deps.vault, { scope: 'sign-in-name', key })
  await leaveSession(tx, deps, session)
  const obligors = await readLoginAccounts(tx, loginId)
  await tellContacts(tx, deps, { loginId, obligors, template: 'passwordReset' })
  const at = { vault: deps.vault, now }
  await recordAccess(tx, at, { loginId, action: 'passwordReset', visit })
}
