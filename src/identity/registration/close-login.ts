// The end of what registering began: a person gives up their sign-in. What they owe, and the
// account it is owed on, stay as they are; the same person can register again.
import type { Tx } from '#src/store/database.ts'
import { closeLogin } from '#src/store/logins/closed-logins.ts'
import { claimForm, outcomeOfForm } from '#src/store/logins/form-submissions.ts'
import { lockLogin } from '#src/store/logins/holds.ts'
import { isStillOpen, leaveLogin } from '#src/store/logins/retired-sessions.ts'
import { endShared } from '#src/store/sharing/end-shared.ts'
import { note } from '../entry/confirm.ts'
import { forgetBrowsers } from '../entry/forget-browsers.ts'
import type { FreshSession } from '../entry/fresh-session.ts'
import { tellContacts } from '../factors/tell-contacts.ts'
import type { IdentityDeps } from '../identity-deps.ts'
import { momentAfter } from '../moments.ts'
import { papersByMail } from '../profile/choose-paperless.ts'
import type { Session, Visit } from '../sessions.ts'

const CLOSED = 'closed'
const recognizedSeconds = 60

type Closing = {
  readonly session: FreshSession
  readonly visit: Visit
  /** Of the form as it was shown: sent twice, it is recognized. */
  readonly formKey: string
}

/**
 * Every session ends, no browser is known or trusted any more, passkeys, apps and codes are gone,
 * papers come by mail, nothing is shared any more, every contact is told (ASVS 5.0 V7.4.2).
 * `notNow`: held meanwhile, reported as not theirs, or the session was ended; then nothing is done.
 */
export async function giveUpLogin(
  deps: IdentityDeps,
  closing: Closing,
): Promise<'closed' | 'notNow'> {
  return deps.db.transaction().execute((tx) => giveUp(tx, deps, closing))
}

async function giveUp(
  tx: Tx,
  deps: IdentityDeps,
  { session, visit, formKey: key }: Closing,
): Promise<'closed' | 'notNow'> {
  const { id: sessionId, loginId, accounts: obligors } = session
  const at = deps.clock.now()
  const { heldUntil, state } = await lockLogin(tx, loginId)
  // The same form, sent twice at the same moment.
  if ((await outcomeOfForm(tx, { sessionId, key })) === CLOSED) return 'closed'
  const isHeld = heldUntil !== null && at < heldUntil
  if (isHeld || state === 'givenUp' || !(await isStillOpen(tx, session))) return 'notNow'
  await papersByMail(tx, deps, { session, visit })
  await tellContacts(tx, deps, { loginId, obligors, template: 'signInClosed' })
  if (!(await closeLogin(tx, { loginId, at }))) return 'notNow'
  await claimForm(tx, { sessionId, key, outcome: CLOSED, submittedAt: at })
  for (const obligor of obligors) await endShared(tx, { ...obligor, at })
  await forgetBrowsers(tx, { loginId, keep: sessionId })
  const expiresAt = momentAfter(at, { seconds: recognizedSeconds })
  await leaveLogin(tx, { id: sessionId, expiresAt })
  await note(tx, deps, { session, visit }, 'signInClosed', { accounts: String(obligors.length) })
  return 'closed'
}

/** Whether this very form has closed a login, in the session that is a visitor's since. */
export async function hasClosed(
  deps: Pick<IdentityDeps, 'db'>,
  form: { readonly session: Session; readonly formKey: string },
): Promise<boolean> {
  const { session, formKey: key } = form
  if (session.kind !== 'visitor') return false
  return (await outcomeOfForm(deps.db, { sessionId: session.id, key })) === CLOSED
}
