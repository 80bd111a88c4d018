// A factor besides the password: the second half of signing in, and what is asked again before
// something that matters. Each try counts against the login,
// whichever factor and whichever session it comes from, so that changing from one to the other
// gives no more tries (NIST 800-63B-4 section 3.2.2).
import { accepted, type Outcome, type Refusal, refused } from '#src/domain/refusal.ts'
import type { Tx } from '#src/store/database.ts'
import type { AuthenticationMethod } from '#src/store/logins/sessions.ts'
import { type AccessAction, recordAccess } from '../access-log.ts'
import { noticeUnusual } from '../devices/unusual-sign-in.ts'
import { checkCode, sendCode, type WaitingCode, waitingCode } from '../factors/sent-code.ts'
import type { IdentityDeps } from '../identity-deps.ts'
import { isSignedIn, shownBy } from '../levels.ts'
import {
  type HalfSession,
  leaveSession,
  type OpenedSession,
  openLoginSession,
  resolveSession,
  type SignedInSession,
  type Visit,
} from '../sessions.ts'
import { type AttemptPermit, permitAttempt, recordSuccess, withdrawAttempt } from '../throttle.ts'
import { contactsForCode } from './contacts-for-code.ts'
import { lanesToConfirm, rememberDevice } from './known-device.ts'
import { takeAlong } from './take-along.ts'

export type ConfirmingSession = HalfSession | SignedInSession

export type Asking = {
  readonly session: ConfirmingSession
  readonly visit: Visit
  /** The person asked that this browser be trusted: the notice of an unknown one says so. */
  readonly trusts?: boolean
}

/** Refused: `contactNotFound`, `waitBeforeTrying`. */
export async function sendSignInCode(
  deps: IdentityDeps,
  { session, visit }: Asking,
  contactId: string,
): Promise<Outcome<{ id: string }>> {
  const contacts = await contactsForCode(deps, session)
  const contact = contacts.find(({ id }) => id === contactId)
  if (!contact) return refused({ code: 'contactNotFound' })
  const { id: sessionId, loginId } = session
  const { codes: lane, device } = await lanesToConfirm(deps, { session, visit })
  const ask = { sessionId, loginId, purpose: 'signIn', contact, lane, device } as const
  const sent = await sendCode(deps, ask)
  if (sent.ok) {
    const details = { session: sessionId, factor: contact.method, to: contact.masked }
    await deps.db
      .transaction()
      .execute((tx) => note(tx, deps, { session, visit }, 'codeSent', details))
  }
  return sent
}

export function waitingSignInCode(
  deps: IdentityDeps,
  session: ConfirmingSession,
): Promise<WaitingCode | null> {
  return waitingCode(deps, { sessionId: session.id, purpose: 'signIn' })
}

/** `sentBefore`: the same form has signed in already, in a session that replaced this one. */
export type Confirmed = OpenedSession | 'sentBefore'

/** Refused: `codeWrong`, `codeSpent`, `waitBeforeTrying`. */
export async function confirmByCode(
  deps: IdentityDeps,
  asking: Asking & { readonly token: string },
  code: string,
): Promise<Outcome<Confirmed>> {
  const { session } = asking
  const waiting = await waitingSignInCode(deps, session)
  if (!waiting) return spent(deps, asking.token)
  const now = deps.clock.now()
  const permitted = await permitFactor(deps, asking)
  if (!permitted.ok) return permitted
  const permit = permitted.value
  const { method, contactId } = waiting
  const judged = await deps.db.transaction().execute(async (tx) => {
    const given = { id: waiting.id, sessionId: session.id, code }
    const answer = await checkCode(tx, { vault: deps.vault, now }, permit, given)
    if (answer !== 'right') return answer
    return enter(tx, deps, asking, { permit, method, factorId: contactId ?? undefined })
  })
  if (judged === 'sentBefore' || typeof judged === 'object') return accepted(judged)
  const refusal = { code: judged === 'wrong' ? 'codeWrong' : 'codeSpent' } as const
  return refuseFactor(deps, asking, { permit, method, refusal })
}

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
  if (!(await leaveSession(tx, deps, session))) return 'sentBefore'
  await recordSuccess(tx, shown.permit)
  const now = shownBy(shown.method, deps.clock.now(), shown.factorId)
  const authenticated = [...session.authenticated, now]
  const opening = { loginId, authenticated, visit, replaces: session }
  const opened = await openLoginSession(tx, deps, opening)
  const isIn = isSignedIn(deps.limits.profile, authenticated, now.at)
  const unusual =
    session.kind === 'half' && isIn ? await noticeUnusual(tx, deps, { loginId, visit, trusts }) : {}
  const token = session.shared ? null : visit.deviceToken
  if (token) await rememberDevice(tx, deps, { loginId, token, visit, at: deps.clock.now() })
  await takeAlong(tx, { from: session.id, to: opened.id })
  const details = { session: opened.id, factor: shown.method, ...unusual }
  const action = session.kind === 'signedIn' ? 'confirmedAgain' : isIn ? 'signedIn' : 'codeAccepted'
  await note(tx, deps, { session, visit }, action, details)
  return opened
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
