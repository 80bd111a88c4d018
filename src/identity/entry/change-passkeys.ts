// Adding and removing passkeys: in a session whose factor was shown within minutes, told to every
// contact, and with a new token for the session (ASVS 5.0 V6.3.7, V7.2.4, V7.5.1).
import { accepted, type Outcome, refused } from '#src/domain/refusal.ts'
import type { Tx } from '#src/store/database.ts'
import { takeChallenge } from '#src/store/logins/passkey-challenges.ts'
import {
  insertPasskey,
  type Passkey,
  readPasskeys,
  revokePasskey,
} from '#src/store/logins/passkeys.ts'
import { type AccessAction, recordAccess } from '../access-log.ts'
import { type NewPasskeyResponse, readNewCredential } from '../factors/passkey-ceremony.ts'
import { type PasskeyDeps, siteOf } from '../factors/passkey-options.ts'
import { tellContacts } from '../factors/tell-contacts.ts'
import {
  type OpenedSession,
  openLoginSession,
  type SessionDeps,
  type SignedInSession,
  type Visit,
} from '../sessions.ts'
import type { FreshSession } from './fresh-session.ts'

type ChangeDeps = SessionDeps & PasskeyDeps
type Changing = { readonly session: FreshSession; readonly visit: Visit }
export function passkeysOf(
  deps: Pick<ChangeDeps, 'db'>,
  session: Pick<SignedInSession, 'loginId'>,
): Promise<Passkey[]> {
  return readPasskeys(deps.db, session.loginId)
}

/** Refused: `passkeyTooLate`, `passkeyNotAdded`. */
export async function addPasskey(
  deps: ChangeDeps,
  changing: Changing,
  given: { readonly name: string; readonly response: NewPasskeyResponse },
): Promise<Outcome<OpenedSession>> {
  const { loginId, id: sessionId } = changing.session
  const now = deps.clock.now()
  return deps.db.transaction().execute(async (tx): Promise<Outcome<OpenedSession>> => {
    const challenge = await takeChallenge(tx, { sessionId, purpose: 'add', now })
    if (!challenge) return refused({ code: 'passkeyTooLate' })
    const credential = await readNewCredential(siteOf(deps), {
      challenge,
      response: given.response,
    })
    if (!credential) return refused({ code: 'passkeyNotAdded' })
    const id = deps.newId()
    const passkey = { id, loginId, name: given.name, createdAt: now, ...credential }
    if ((await insertPasskey(tx, passkey)) === 'known') return refused({ code: 'passkeyNotAdded' })
    return accepted(await changed(tx, deps, changing, { id, action: 'passkeyAdded' }))
  })
}

/** Null: there is no such passkey of this login, or it was removed before. */
export async function removePasskey(
  deps: ChangeDeps,
  changing: Changing,
  id: string,
): Promise<OpenedSession | null> {
  const { loginId } = changing.session
  return deps.db.transaction().execute(async (tx) => {
    const name = await revokePasskey(tx, { id, loginId, at: deps.clock.now() })
    return name === null ? null : changed(tx, deps, changing, { id, action: 'passkeyRemoved' })
  })
}

async function changed(
  tx: Tx,
  deps: ChangeDeps,
  { session, visit }: Changing,
  what: { id: string; action: Extract<AccessAction, 'passkeyAdded' | 'passkeyRemoved'> },
): Promise<OpenedSession> {
  const { loginId, authenticated, accounts: obligors } = session
  await tellContacts(tx, deps, { loginId, obligors, template: what.action })
  const opening = { loginId, authenticated, visit, replaces: session }
  const opened = await openLoginSession(tx, deps, opening)
  const details = { passkey: what.id, session: opened.id }
  const at = { vault: deps.vault, now: deps.clock.now() }
  await recordAccess(tx, at, { loginId, action: what.action, visit, details })
  return opened
}
