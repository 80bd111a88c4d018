// What a reset writes, in one commit.
import type { Tx } from '#src/store/database.ts'
import { claimForm } from '#src/store/logins/form-submissions.ts'
import { type Login, updatePassword } from '#src/store/logins/logins.ts'
import type { IdentityDeps } from '../identity-deps.ts'
import { leaveSession } from '../login-session.ts'
import type { Visit, VisitorSession } from '../sessions.ts'
import { endRecovery } from './end-recovery.ts'

export type PasswordReset = {
  readonly password: string
  /** Of the form as it was shown: sent twice, it resets once. */
  readonly formKey: string
  readonly session: VisitorSession
  readonly visit: Visit
}

/** The same form again writes nothing. `spent`: another form has used what was proved. */
export async function replacePassword(
  tx: Tx,
  deps: IdentityDeps,
  { session, formKey, visit }: PasswordReset,
  made: { readonly login: Login; readonly password: string },
): Promise<'done' | 'spent'> {
  const { login, password } = made
  const now = deps.clock.now()
  const form = { sessionId: session.id, key: formKey, outcome: 'recovered', submittedAt: now }
  if ((await claimForm(tx, form)) !== null) return 'done'
  if (!(await leaveSession(tx, deps, session))) return 'spent'
  await updatePassword(tx, { loginId: login.id, password, changedAt: now })
  await endRecovery(tx, deps, { login, visit, what: 'passwordReset' })
  return 'done'
}
