// The end of registering: one login for each obligor, decided by the database; fired at once, one
// wins.
import { accepted, type Outcome, type Refusal, refused } from '#src/domain/refusal.ts'
import type { Tx } from '#src/store/database.ts'
import { claimForm } from '#src/store/logins/form-submissions.ts'
import { insertLogin, insertLoginAccount } from '#src/store/logins/logins.ts'
import type { Authentication } from '#src/store/logins/sessions.ts'
import { recordAccess } from '../access-log.ts'
import { tellContacts } from '../factors/tell-contacts.ts'
import type { IdentityDeps } from '../identity-deps.ts'
import { shownBy } from '../levels.ts'
import { openLoginSession } from '../login-session.ts'
import type { AccountProof } from '../proof/prove-account.ts'
import type { OpenedSession, Visit, VisitorSession } from '../sessions.ts'
import { type AttemptPermit, recordSuccess } from '../throttle.ts'
import { normalizeUsername } from '../username.ts'

export type Registration = {
  readonly username: string
  readonly password: string
  readonly locale: string
  /** Of the form as it was shown: sent twice, it registers once. */
  readonly formKey: string
  readonly session: VisitorSession
  readonly visit: Visit
}

/** `sentBefore`: this very form has registered already; its username and password sign in. */
export type Registered = OpenedSession | 'sentBefore'

/** Thrown to undo a transaction in which the database said no. */
class Undone extends Error {
  readonly why: Refusal | 'sentBefore'
  constructor(why: Refusal | 'sentBefore') {
    super('undone')
    this.why = why
  }
}

/** Makes the login and signs it in. */
export async function enroll(
  deps: IdentityDeps,
  given: Registration,
  made: {
    proof: AccountProof
    /** The code that came to a contact: with the new password it signs in. */
    shown: Authentication
    permit: AttemptPermit
    password: string
  },
): Promise<Outcome<Registered>> {
  const { proof, permit, password } = made
  const { visit, session } = given
  const now = deps.clock.now()
  const loginId = deps.newId()
  return undoable(deps, async (tx) => {
    await claim(tx, deps, given, { loginId, shown: made.shown })
    const normalizedName = normalizeUsername(given.username)
    const username = given.username.normalize('NFKC').trim()
    const login = {
      id: loginId,
      username,
      normalizedName,
      password,
      locale: given.locale,
      createdAt: now,
    }
    if ((await insertLogin(tx, deps.vault, login)) === 'usernameTaken') {
      throw new Undone({ code: 'usernameTaken' })
    }
    const link = { loginId, accountId: proof.accountId, obligorId: proof.obligorId, addedAt: now }
    if ((await insertLoginAccount(tx, link)) === 'taken') {
      throw new Undone({ code: 'registrationNotMatched' })
    }
    await recordSuccess(tx, permit)
    const authenticated = [shownBy('password', now), made.shown]
    const opening = { loginId, authenticated, visit, replaces: session }
    const opened = await openLoginSession(tx, deps, opening)
    const details = { account: proof.accountId, session: opened.id, factor: made.shown.method }
    const entry = { loginId, action: 'registered', visit, details } as const
    await tellContacts(tx, deps, { loginId, obligors: [proof], template: 'registered' })
    await recordAccess(tx, { vault: deps.vault, now }, entry)
    return opened
  })
}

/** What the form has done, for the same one sent again. */
export type Enrolled = { readonly loginId: string; readonly shown: Authentication }

async function claim(
  tx: Tx,
  deps: IdentityDeps,
  { session, formKey: key }: Registration,
  done: Enrolled | null,
): Promise<void> {
  const submittedAt = deps.clock.now()
  const form = { sessionId: session.id, key, outcome: JSON.stringify(done), submittedAt }
  if ((await claimForm(tx, form)) !== null) throw new Undone('sentBefore')
}

/** Runs the work in a transaction; what it throws as `Undone` is undone and answered. */
async function undoable(
  deps: IdentityDeps,
  work: (tx: Tx) => Promise<Registered>,
): Promise<Outcome<Registered>> {
  try {
    return accepted(await deps.db.transaction().execute(work))
  } catch (error) {
    if (!(error instanceof Undone)) throw error
    return error.why === 'sentBefore' ? accepted('sentBefore') : refused(error.why)
  }
}

/** A retired session holds no proof; but its form may be the one that has just registered. */
export async function afterAll(
  deps: IdentityDeps,
  given: Registration,
): Promise<Outcome<Registered>> {
  const first = await undoable(deps, async (tx) => {
    await claim(tx, deps, given, null)
    throw new Undone({ code: 'registrationNotMatched' })
  })
  return first
}
