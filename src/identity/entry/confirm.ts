// A factor besides the password: the second half of signing in, and what is asked again before
// something that matters. Each try counts against the login,
// whichever factor and whichever session it comes from, so that changing from one to the other
// gives no more tries (NIST 800-63B-4 section 3.2.2).
import { accepted, type Outcome, type Refusal, refused } from '#src/domain/refusal.ts'
import type { Tx } from '#src/store/database.ts'
import { moveHeldForm } from '#src/store/logins/held-forms.ts'
import type { AuthenticationMethod } from '#src/store/logins/sessions.ts'
import { moveEnrollment } from '#src/store/logins/totp-enrollments.ts'
import { type AccessAction, recordAccess } from '../access-log.ts'
import { noticeUnusual } from '../devices/unusual-sign-in.ts'
import type { IdentityDeps } from '../identity-deps.ts'
import { isSignedIn, shownBy } from '../levels.ts'
import { replaceSession } from '../login-session.ts'
import {
  type HalfSession,
  type OpenedSession,
  resolveSession,
  type SignedInSession,
  type Visit,
} from '../sessions.ts'
import { type AttemptPermit, permitAttempt, recordSuccess, withdrawAttempt } from '../throttle.ts'
import { lanesToConfirm, rememberDevice } from './known-device.ts'

export type ConfirmingSession = HalfSession | SignedInSession

export type Asking = {
  readonly session: ConfirmingSession
  readonly visit: Visit
  /** The person asked that this browser be trusted: the notice of an unknown one says so. */
  readonly trusts?: boolean
}

/** `sentBefore`: the same form has signed in already, in a session that replaced this one. */
export type Confirmed = OpenedSession | 'sentBefore'

/** Every factor asks here before it is checked. Refused: `waitBeforeTrying`, `tooManyFailures`. */
export async function permitFactor(
  deps: IdentityDeps,
  asking: Asking,
): Promise<Outcome<AttemptPermit>> {
  const { tries } = await lanesToConfirm(deps, asking)
  const answer = await permitAttempt(deps, [tries], deps.clock.now())
  if (answer.allowed) return accepted(answer.permit)
  await deps.db.transaction().execute((tx) => note(tx, deps, asking, 'factorPaused'))
  return refused(answer.refusal)
}

// Two presses at once: the second finds the code used, and the session gone that it was for.
export async function spent(deps: IdentityDeps, token: string): Promise<Outcome<Confirmed>> {
  const { state } = await resolveSession(deps, token)
  return state === 'open' ? refused({ code: 'codeSpent' }) : accepted('sentBefore')
}

/** For what was not right: unless this very form has used it, the try counts and is noted. */
export async function refuseFactor(
  deps: IdentityDeps,
  asking: Asking & { readonly token: string },
  tried: { permit: AttemptPermit; method: AuthenticationMethod; refusal: Refusal },
): Promise<Outcome<Confirmed>> {
  const { state } = await resolveSession(deps, asking.token)
  return deps.db.transaction().execute(async (tx): Promise<Outcome<Confirmed>> => {
    if (state === 'open') {
      await note(tx, deps, asking, 'factorRefused', { factor: tried.method })
      return refused(tried.refusal)
    }
    await withdrawAttempt(tx, tried.permit)
    return accepted('sentBefore')
  })
}

/**
 * A new session in which the factor was shown just now; the old one is gone. What the old one had
 * shown counts only while it lasts: ended meanwhile, by a new password or from elsewhere, it opens
 * nothing.
 */
export async function enter(
  tx: Tx,
  deps: IdentityDeps,
  { session, visit, trusts = false }: Asking,
  shown: { permit: AttemptPermit; method: AuthenticationMethod; factorId?: string | undefined },
): Promise<Confirmed> {
  const { loginId } = session
  const now = shownBy(shown.method, deps.clock.now(), shown.factorId)
  const authenticated = [...session.authenticated, now]
  const opening = { loginId, authenticated, visit, replaces: session }
  const opened = await replaceSession(tx, deps, opening)
  if (!opened) return 'sentBefore'
  await recordSuccess(tx, shown.permit)
  const isIn = isSignedIn(deps.limits.profile, authenticated, now.at)
  const isNew = session.kind === 'half' && isIn
  const obligors = session.kind === 'half' ? session.obligors : session.accounts
  const past = isNew
    ? await noticeUnusual(tx, deps, { loginId, visit, trusts, obligors })
    : { why: {}, head: null }
  const token = session.shared ? null : visit.deviceToken
  if (token) await rememberDevice(tx, deps, { loginId, token, visit, at: now.at })
  await takeAlong(tx, session, opened)
  const details = { session: opened.id, factor: shown.method, ...past.why }
  const action = session.kind === 'signedIn' ? 'confirmedAgain' : isIn ? 'signedIn' : 'codeAccepted'
  const at = { vault: deps.vault, now: now.at }
  const line = { loginId, action, visit, details, seen: past.head } as const
  await recordAccess(tx, at, line)
  return opened
}

/**
 * What a session has begun goes on in the one that replaces it. Half of one holds no form, and adds
 * an app only where a code was shown that does not count.
 */
async function takeAlong(
  tx: Tx,
  left: HalfSession | SignedInSession,
  { id: to }: OpenedSession,
): Promise<void> {
  if (left.kind === 'signedIn') await moveHeldForm(tx, { from: left.id, to })
  if (left.kind === 'signedIn' || left.shownOnly) await moveEnrollment(tx, { from: left.id, to })
}

/** A line of the login's own chain. */
export function note(
  tx: Tx,
  deps: IdentityDeps,
  { session, visit }: Asking,
  action: AccessAction,
  details: Readonly<Record<string, string>> = {},
): Promise<void> {
  const at = { vault: deps.vault, now: deps.clock.now() }
  return recordAccess(tx, at, { loginId: session.loginId, action, visit, details })
}
