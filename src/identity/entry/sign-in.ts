// Username and password: the first half of signing in. The same work and the same answer for a name
// that nobody has: one permit, one argon2 run, one line of audit (ASVS 5.0 V6.3.8).
import type { Outcome, Refusal } from '#src/domain/refusal.ts'
import type { ChainHead } from '#src/store/chain.ts'
import type { Tx } from '#src/store/database.ts'
import { readDoor } from '#src/store/logins/front-door.ts'
import { holdStill, type Login, updatePassword } from '#src/store/logins/logins.ts'
import { hashOfToken } from '#src/vault/tokens.ts'
import { type AccessAction, recordAccess } from '../access-log.ts'
import type { IdentityDeps } from '../identity-deps.ts'
import { shownBy } from '../levels.ts'
import { openLoginSession } from '../login-session.ts'
import type { PasswordCheck } from '../passwords.ts'
import type { OpenedSession, Session, Visit } from '../sessions.ts'
import { type AttemptPermit, permitAttempt, recordSuccess, withdrawAttempt } from '../throttle.ts'
import { normalizeUsername } from '../username.ts'
import { passwordLanes } from './password-lanes.ts'
import { countOnSite, siteWait, siteWindow } from './site-budget.ts'

export type SignInAttempt = {
  readonly username: string
  readonly password: string
  readonly session: Session
  readonly visit: Visit
  /** Others use this computer too. */
  readonly shared?: boolean
}

type NotAllowed = Extract<Refusal, { code: 'waitBeforeTrying' | 'tooManyFailures' }>

/** What is opened asks for a second factor before it shows anything. */
export type SignInAnswer =
  | { readonly ok: true; readonly value: OpenedSession & { readonly login: Login } }
  /** `waitUntil`: when the next attempt with this name is checked; null: at once. */
  | { readonly ok: false; readonly refusal: Refusal; readonly waitUntil: string | null }

/** Refused: `signInNotMatched`, `waitBeforeTrying`, `tooManyFailures`, `busy`. */
export async function signIn(deps: IdentityDeps, attempt: SignInAttempt): Promise<SignInAnswer> {
  const name = normalizeUsername(attempt.username)
  const { address, deviceToken } = attempt.visit
  const now = deps.clock.now()
  const { login, head, device, siteFullUntil } = await readDoor(deps.db, deps.vault, {
    name,
    deviceToken: hashOfToken(deviceToken ?? ''),
    nobody: deps.newId(),
    site: siteWindow(deps),
    now,
  })
  if (device === null && siteFullUntil !== null)
    return pause(deps, attempt, { login, refusal: siteWait(siteFullUntil) })
  const answer = await permitAttempt(deps, passwordLanes({ name, device, address }), now)
  if (!answer.allowed) return pause(deps, attempt, { login, refusal: answer.refusal })
  const { permit } = answer
  const given = { password: attempt.password, stored: login?.password ?? null }
  const check = await deps.passwords.check(permit, given)
  if (!check.ok) return busy(deps, permit, check)
  // A password that was given up after a report is as wrong as any other.
  const opened =
    login?.recoveryRequiredAt === null && check.value.matches
      ? await enter(deps, attempt, { login, head, permit, check: check.value })
      : null
  if (opened) return { ok: true, value: opened }
  await refuse(deps, attempt, { login, isKnown: device !== null })
  if (permit.isLast) return refusedUntil({ code: 'tooManyFailures' }, null)
  return refusedUntil({ code: 'signInNotMatched' }, permit.waitUntil)
}

/** Null when another password was chosen, or this one given up, while it was checked. */
async function enter(
  deps: IdentityDeps,
  attempt: SignInAttempt,
  shown: { login: Login; head: ChainHead | null; permit: AttemptPermit; check: PasswordCheck },
): Promise<(OpenedSession & { login: Login }) | null> {
  const { login, head, permit, check } = shown
  const now = deps.clock.now()
  const { visit, session } = attempt
  return deps.db.transaction().execute(async (tx) => {
    if ((await holdStill(tx, login.id)) !== login.passwordChangedAt) return null
    await recordSuccess(tx, permit)
    if (check.newStored !== undefined) {
      const change = { loginId: login.id, password: check.newStored, changedAt: null }
      await updatePassword(tx, change)
    }
    const authenticated = [shownBy('password', now)]
    const { shared = false } = attempt
    const opening = { loginId: login.id, authenticated, visit, replaces: session, shared }
    const opened = await openLoginSession(tx, deps, opening)
    const details = { session: opened.id }
    await recordAccess(
      tx,
      { vault: deps.vault, now },
      { loginId: login.id, action: 'passwordAccepted', visit, details, seen: head },
    )
    return { ...opened, login }
  })
}

async function pause(
  deps: IdentityDeps,
  attempt: SignInAttempt,
  why: { login: Login | null; refusal: NotAllowed },
): Promise<SignInAnswer> {
  const { login, refusal } = why
  await deps.db
    .transaction()
    .execute((tx) => note(tx, deps, attempt, { login, action: 'signInPaused' }))
  return refusedUntil(refusal, refusal.code === 'waitBeforeTrying' ? refusal.until : null)
}

async function refuse(
  deps: IdentityDeps,
  attempt: SignInAttempt,
  what: { login: Login | null; isKnown: boolean },
): Promise<void> {
  const { login, isKnown } = what
  await deps.db.transaction().execute(async (tx) => {
    if (!isKnown) await countOnSite(tx, deps, deps.clock.now())
    await note(tx, deps, attempt, { login, action: 'signInRefused' })
  })
}

function note(
  tx: Tx,
  deps: IdentityDeps,
  { visit }: SignInAttempt,
  what: { login: Login | null; action: AccessAction },
): Promise<void> {
  const entry = { loginId: what.login?.id ?? null, action: what.action, visit }
  return recordAccess(tx, { vault: deps.vault, now: deps.clock.now() }, entry)
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
