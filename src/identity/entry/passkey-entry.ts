// A passkey alone signs in, without a name; after a password, and in a session that is signed in,
// it confirms who one is.
import { accepted, type Outcome, type Refusal, refused } from '#src/domain/refusal.ts'
import type { Tx } from '#src/store/database.ts'
import { readLogin } from '#src/store/logins/logins.ts'
import { type AccessAction, recordAccess } from '../access-log.ts'
import { noticeBrowser } from '../devices/unusual-sign-in.ts'
import type { PasskeyResponse } from '../factors/passkey-ceremony.ts'
import type { PasskeyDeps } from '../factors/passkey-options.ts'
import {
  judgePasskey,
  type PasskeyJudged,
  passkeyLanes,
  shownAfterPassword,
} from '../factors/passkey-proof.ts'
import type { IdentityDeps } from '../identity-deps.ts'
import { shownBy } from '../levels.ts'
import { openLoginSession } from '../login-session.ts'
import { networkOf } from '../network-address.ts'
import type { OpenedSession, Session, Visit } from '../sessions.ts'
import { type AttemptPermit, permitAttempt, recordSuccess, withdrawAttempt } from '../throttle.ts'
import { type Asking, type Confirmed, enter, spent } from './confirm.ts'

type EntryDeps = IdentityDeps & PasskeyDeps

type Attempt<S> = {
  readonly session: S
  readonly visit: Visit
  readonly response: PasskeyResponse
  /** Others use this computer too. */
  readonly shared?: boolean
}

/**
 * Two factors in one: the session is signed in at once. Refused: `passkeyRefused`,
 * `passkeyTooLate`, `passkeyCopied`, `waitBeforeTrying`.
 */
export async function signInByPasskey(
  deps: EntryDeps,
  attempt: Attempt<Session>,
): Promise<Outcome<OpenedSession>> {
  const permitted = await permitPasskey(deps, attempt, null)
  if (!permitted.ok) return permitted
  const permit = permitted.value
  return deps.db.transaction().execute(async (tx): Promise<Outcome<OpenedSession>> => {
    const judged = await judge(tx, deps, permit, attempt)
    if (judged.is !== 'shown') return refusedAs(tx, deps, attempt, { judged, permit })
    const { id: passkey, loginId } = judged.passkey
    const login = await readLogin(tx, loginId)
    // After a report that somebody else was in, even a passkey may be theirs; and still when a new
    // password was chosen, until it was shown after that.
    if (login?.recoveryRequiredAt !== null || judged.passkey.afterPassword)
      return refusedAs(tx, deps, attempt, {
        judged: { is: 'refused', passkey: judged.passkey },
        permit,
      })
    const { session: replaces, visit } = attempt
    await recordSuccess(tx, permit)
    const { shared = false } = attempt
    const { why } = await noticeBrowser(tx, deps, { loginId, visit, shared })
    const authenticated = [shownBy('passkey', deps.clock.now(), passkey)]
    const opening = { loginId, authenticated, visit, replaces, shared }
    const opened = await openLoginSession(tx, deps, opening)
    const details = { session: opened.id, factor: 'passkey', passkey, ...why }
    await note(tx, deps, { loginId, action: 'signedIn', visit, details })
    return accepted(opened)
  })
}

/** Only a passkey of the login itself. Refused as above. `except`: see `waysToConfirm`. */
export async function confirmByPasskey(
  deps: EntryDeps,
  attempt: Attempt<Asking['session']> & {
    readonly token: string
    readonly except?: string | undefined
  },
): Promise<Outcome<Confirmed>> {
  const { loginId } = attempt.session
  const permitted = await permitPasskey(deps, attempt, loginId)
  if (!permitted.ok) return permitted
  const permit = permitted.value
  return deps.db.transaction().execute(async (tx): Promise<Outcome<Confirmed>> => {
    const judged = await judge(tx, deps, permit, attempt)
    if (judged.is === 'shown' && mayConfirm(judged.passkey, attempt)) {
      const { id } = judged.passkey
      const shown = { permit, method: 'passkey', factorId: id } as const
      await shownAfterPassword(tx, judged.passkey)
      return accepted(await enter(tx, deps, attempt, shown))
    }
    if (judged.is === 'tooLate') {
      await withdrawAttempt(tx, permit)
      return afterAll(deps, attempt.token)
    }
    const ended = judged.is === 'shown' ? { is: 'refused' as const, passkey: null } : judged
    return refusedAs(tx, deps, attempt, { judged: ended, permit })
  })
}

function mayConfirm(
  { id, loginId }: { readonly id: string; readonly loginId: string },
  { session, except }: { session: Asking['session']; except?: string | undefined },
): boolean {
  return loginId === session.loginId && id !== except
}

// Pressed twice: the first press has replaced the session.
async function afterAll(deps: EntryDeps, token: string): Promise<Outcome<Confirmed>> {
  const answer = await spent(deps, token)
  return answer.ok ? answer : refused({ code: 'passkeyTooLate' })
}

async function permitPasskey(
  deps: EntryDeps,
  { visit, response }: Attempt<Session>,
  loginId: string | null,
): Promise<Outcome<AttemptPermit>> {
  const lanes = await passkeyLanes(deps.db, response, networkOf(visit.address))
  const answer = await permitAttempt(deps, lanes, deps.clock.now())
  if (answer.allowed) return accepted(answer.permit)
  await deps.db
    .transaction()
    .execute((tx) => note(tx, deps, { loginId, action: 'passkeyPaused', visit, details: {} }))
  return refused(answer.refusal)
}

function judge(
  tx: Tx,
  deps: EntryDeps,
  permit: AttemptPermit,
  { session, response }: Attempt<Session>,
): Promise<PasskeyJudged> {
  return judgePasskey(tx, deps, permit, { sessionId: session.id, response })
}

/** Says no, and writes down what happened with the login that the passkey is of. */
async function refusedAs(
  tx: Tx,
  deps: EntryDeps,
  { session, visit }: Attempt<Session>,
  why: { judged: Exclude<PasskeyJudged, { is: 'shown' }>; permit: AttemptPermit },
): Promise<Outcome<never>> {
  const { judged, permit } = why
  if (judged.is === 'tooLate') {
    // Sent twice, or left open: nothing was tried.
    await withdrawAttempt(tx, permit)
    return refused({ code: 'passkeyTooLate' })
  }
  const own = session.kind === 'visitor' ? null : session.loginId
  const loginId = judged.passkey?.loginId ?? own
  const details: Record<string, string> = judged.passkey ? { passkey: judged.passkey.id } : {}
  const action = judged.is === 'copied' ? 'passkeyRevoked' : 'passkeyRefused'
  await note(tx, deps, { loginId, action, visit, details })
  return refused(REFUSALS[judged.is])
}

const REFUSALS = {
  refused: { code: 'passkeyRefused' },
  copied: { code: 'passkeyCopied' },
} as const satisfies Record<string, Refusal>

function note(
  tx: Tx,
  deps: EntryDeps,
  entry: {
    loginId: string | null
    action: AccessAction
    visit: Visit
    details: Readonly<Record<string, string>>
  },
): Promise<void> {
  return recordAccess(tx, { vault: deps.vault, now: deps.clock.now() }, entry)
}
