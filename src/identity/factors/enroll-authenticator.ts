// Adding an authenticator app: a secret waits on the server for ten minutes, sealed, until a code
// shows that it has arrived in the app.
import { accepted, type Outcome, refused } from '#src/domain/refusal.ts'
import {
  insertAuthenticator,
  lockAuthenticators,
  readAuthenticators,
} from '#src/store/logins/authenticators.ts'
import {
  deleteEnrollment,
  insertEnrollment,
  readEnrollment,
  type TotpEnrollment,
} from '#src/store/logins/totp-enrollments.ts'
import { note, permitFactor } from '../entry/confirm.ts'
import { useVouch } from '../entry/use-vouch.ts'
import type { IdentityDeps } from '../identity-deps.ts'
import { momentAfter } from '../moments.ts'
import type { HalfSession, SignedInSession, Visit } from '../sessions.ts'
import { withdrawAttempt } from '../throttle.ts'
import { openSecret, sealSecret } from './authenticators.ts'
import { enrollmentUri, newSecret, stepOfCode } from './totp.ts'
import { waysChanged } from './ways-changed.ts'

const minutes = 10
/** Each one more is one more code that a guess may hit. */
export const mostAuthenticators = 5

type Asking = { readonly session: SignedInSession | HalfSession; readonly visit: Visit }
type EnrollDeps = IdentityDeps & { readonly lenderName: string }

export type Enrollment = {
  /** Of the authenticator that it becomes. */
  readonly id: string
  /** Base32. For the page that shows it, and nothing else. */
  readonly secret: string
  readonly uri: string
  readonly expiresAt: string
}

/** The secret that this session is adding, the same until it is used or its time is over. */
export async function startEnrollment(
  deps: EnrollDeps,
  session: SignedInSession | HalfSession,
): Promise<Enrollment> {
  const now = deps.clock.now()
  const { id: sessionId, loginId, username } = session
  const of = { sessionId, loginId, now }
  let row = await readEnrollment(deps.db, of)
  if (!row) {
    const id = deps.newId()
    const sealed = sealSecret(deps.vault, id, newSecret())
    const made = { sessionId, loginId, id, sealed, expiresAt: momentAfter(now, { minutes }) }
    await deps.db.transaction().execute((tx) => insertEnrollment(tx, made, now))
    // Another page of this session may have been a moment earlier: then its secret is the one.
    row = (await readEnrollment(deps.db, of)) ?? made
  }
  const secret = openSecret(deps.vault, row)
  const uri = enrollmentUri({ issuer: deps.lenderName, username, secret })
  return { id: row.id, secret, uri, expiresAt: row.expiresAt }
}

/** `id` of the enrollment that the form was made for: sent twice, it adds once. */
export type EnrollmentForm = { readonly id: string; readonly name: string; readonly code: string }

/**
 * Refused: `enrollmentOver`, `authenticatorsFull`, `authenticatorCodeWrong`, `waitBeforeTrying`.
 * The caller has asked for the level that adding needs.
 */
export async function finishEnrollment(
  deps: IdentityDeps,
  asking: Asking,
  form: EnrollmentForm,
): Promise<Outcome<'added'>> {
  const { session } = asking
  const now = deps.clock.now()
  const known = await readAuthenticators(deps.db, session.loginId)
  if (known.some(({ id }) => id === form.id)) return accepted('added')
  const row = await readEnrollment(deps.db, { ...ownerOf(session), now })
  if (row?.id !== form.id) return refused({ code: 'enrollmentOver' })
  const permitted = await permitFactor(deps, asking)
  if (!permitted.ok) return permitted
  const step = stepOfCode(openSecret(deps.vault, row), form.code.replace(/\D/g, ''), now)
  if (step === null) {
    await deps.db
      .transaction()
      .execute((tx) => note(tx, deps, asking, 'factorRefused', { factor: 'totp' }))
    return refused({ code: 'authenticatorCodeWrong' })
  }
  // A new secret says nothing about the old factors: it takes back its own try and no other.
  await deps.db.transaction().execute((tx) => withdrawAttempt(tx, permitted.value))
  return add(deps, asking, { row, name: form.name, step, now })
}

/** How many there may be is decided under the lock of the login. */
async function add(
  deps: IdentityDeps,
  asking: Asking,
  made: { row: TotpEnrollment; name: string; step: number; now: string },
): Promise<Outcome<'added'>> {
  const { session } = asking
  const { row, name, step: lastStep, now } = made
  const { id, sealed } = row
  const { loginId } = session
  const obligors = session.kind === 'half' ? session.obligors : session.accounts
  return deps.db.transaction().execute(async (tx): Promise<Outcome<'added'>> => {
    const known = await lockAuthenticators(tx, loginId)
    if (known.some((other) => other.id === id)) return accepted('added')
    if (known.length >= mostAuthenticators)
      return refused({ code: 'authenticatorsFull', most: mostAuthenticators })
    const template = await useVouch(tx, deps, { session, template: 'authenticatorAdded' })
    if (template === null) return refused({ code: 'enrollmentOver' })
    await insertAuthenticator(tx, { id, loginId, name, sealed, lastStep, createdAt: now })
    await deleteEnrollment(tx, session.id)
    await waysChanged(tx, deps, { loginId, obligors, template })
    await note(tx, deps, asking, 'authenticatorAdded', { authenticator: id })
    return accepted('added')
  })
}

function ownerOf({ id: sessionId, loginId }: Asking['session']) {
  return { sessionId, loginId }
}
