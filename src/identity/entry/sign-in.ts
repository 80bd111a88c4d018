// Username and password: the first half of signing in. The same work and the same answer for a name
// that nobody has: one permit, one argon2 run, one line of audit (ASVS 5.0 V6.3.8).
import type { Outcome, Refusal } from '#src/domain/refusal.ts'
import { findLogin, type Login, updatePassword } from '#src/store/logins/logins.ts'
import { type AccessAction, recordAccess } from '../access-log.ts'
import type { IdentityDeps } from '../identity-deps.ts'
import { shownBy } from '../levels.ts'
import type { PasswordCheck } from '../passwords.ts'
import { type OpenedSession, openLoginSession, type Session, type Visit } from '../sessions.ts'
import { type AttemptPermit, permitAttempt, recordSuccess, withdrawAttempt } from '../throttle.ts'
import { normalizeUsername } from '../username.ts'
import { passwordLanes } from './password-lanes.ts'

export type SignInAttempt = {
  readonly username: string
  readonly password: string
  readonly session: Session
  readonly visit: Visit
}

/** What is opened asks for a second factor before it shows anything. */
export type SignInAnswer =
  | { readonly ok: true; readonly value: OpenedSession & { readonly login: Login } }
  /** `waitUntil`: when the next attempt with this name is checked; null: at once. */
  | { readonly ok: false; readonly refusal: Refusal; readonly waitUntil: string | null }

/** Refused: `signInNotMatched`, `waitBeforeTrying`, `busy`. */
export async function signIn(deps: IdentityDeps, attempt: SignInAttempt): Promise<SignInAnswer> {
  const name = normalizeUsername(attempt.username)
  const login = await findLogin(deps.db, deps.vault, name)
  const { visit } = attempt
  const lanes = await passwordLanes(deps, { name, loginId: login?.id ?? null, visit })
  const answer = await permitAttempt(deps, lanes, deps.clock.now())
  if (!answer.allowed) {
    await note(deps, attempt, { login, action: 'signInPaused' })
    return refusedUntil(answer.refusal, answer.refusal.until)
  }
  const { permit } = answer
  const given = { password: attempt.password, stored: login?.password ?? null }
  const check = await deps.passwords.check(permit, given)
  if (!check.ok) return busy(deps, permit, check)
  // A password that was given up after a report is as wrong as any other.
  if (!login || !check.value.matches || login.recoveryRequiredAt !== null) {
    await note(deps, attempt, { login, action: 'signInRefused' })
    return refusedUntil({ code: 'signInNotMatched' }, permit.waitUntil)
  }
  return { ok: true, value: await enter(deps, attempt, { login, permit, check: check.value }) }
}

async function enter(
  deps: IdentityDeps,
  attempt: SignInAttempt,
  shown: { login: Login; permit: AttemptPermit; check: PasswordCheck },
): Promise<OpenedSession & { login: Login }> {
  const { login, permit, check } = shown
  const now = deps.clock.now()
  const { visit, session } = attempt
  return deps.db.transaction().execute(async (tx) => {
    await recordSuccess(tx, permit)
    if (check.newStored !== undefined) {
      const change = { loginId: login.id, password: check.newStored, changedAt: null }
      await updatePassword(tx, change)
    }
    const authenticated = [shownBy('password', now)]
    const opening = { loginId: login.id, authenticated, visit, replaces: session }
    const opened = await openLoginSession(tx, deps, opening)
    const details = { session: opened.id }
    await recordAccess(
      tx,
      { vault: deps.vault, now },
      { loginId: login.id, action: 'passwordAccepted', visit, details },
    )
    return { ...opened, login }
  })
}

async function note(
  deps: IdentityDeps,
  attempt: SignInAttempt,
  what: { login: Login | null; action: AccessAction },
): Promise<void> {
  const entry = { loginId: what.login?.id ?? null, action: what.action, visit: attempt.visit }
  const at = { vault: deps.vault, now: deps.clock.now() }
  await deps.db.transaction().execute((tx) => recordAccess(tx, at, entry))
}

async function busy(
  deps: IdentityDeps,
  permit: AttemptPermit,
  answer: Extract<Outcome<unknown>, { ok: false }>,
): Promise<SignInAnswer> {
  await deps.db.transaction().execute((tx) => withdrawAttempt(tx, permit))
  return refusedUntil(answer.refusal, null)
}

function refusedUntil(refusal: Refusal, waitUntil: string | null): SignInAnswer {
  return { ok: false, refusal, waitUntil }
}
