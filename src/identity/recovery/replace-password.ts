// What a reset writes, in one commit.
import type { Tx } from '#src/store/database.ts'
import { claimForm } from '#src/store/logins/form-submissions.ts'
import { type Login, readLoginAccounts, updatePassword } from '#src/store/logins/logins.ts'
import { endRequiredRecovery } from '#src/store/logins/password-changes.ts'
import { recordAccess } from '../access-log.ts'
import { forgetBrowsers } from '../entry/forget-browsers.ts'
import { tellContacts } from '../factors/tell-contacts.ts'
import type { IdentityDeps } from '../identity-deps.ts'
import { leaveSession, type Visit, type VisitorSession } from '../sessions.ts'
import { clearAttempts } from '../throttle.ts'
import { normalizeUsername } from '../username.ts'
import { holdLogin } from './hold-login.ts'

export type PasswordReset = {
  readonly password: string
  /** Of the form as it was shown: sent twice, it resets once. */
  readonly formKey: string
  readonly session: VisitorSession
  readonly visit: Visit
}

/** The same form again writes nothing, nor does another one by the same proof (`spent`). */
export async function replacePassword(
  tx: Tx,
  deps: IdentityDeps,
  { session, formKey, visit }: PasswordReset,
  made: { readonly login: Login; readonly password: string },
): Promise<'done' | 'spent'> {
  const now = deps.clock.now()
  const { id: loginId } = made.login
  const form = { sessionId: session.id, key: formKey, outcome: 'recovered', submittedAt: now }
  if ((await claimForm(tx, form)) !== null) return 'done'
  if (!(await leaveSession(tx, deps, session))) return 'spent'
  await updatePassword(tx, { loginId, password: made.password, changedAt: now })
  await holdLogin(tx, { loginId, now })
  await endRequiredRecovery(tx, loginId)
  await forgetBrowsers(tx, { loginId, keep: null })
  const key = normalizeUsername(made.login.username)
  await clearAttempts(tx, deps.vault, { scope: 'sign-in-name', key })
  await clearAttempts(tx, deps.vault, { scope: 'factor-login', key: loginId })
  const obligors = await readLoginAccounts(tx, loginId)
  await tellContacts(tx, deps, { loginId, obligors, template: 'passwordReset' })
  const at = { vault: deps.vault, now }
  await recordAccess(tx, at, { loginId, action: 'passwordReset', visit })
  return 'done'
}
