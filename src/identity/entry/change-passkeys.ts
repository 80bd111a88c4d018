// Adding and removing passkeys: in a session whose factor was shown within minutes, told to every
// contact, and with a new token for the session (ASVS 5.0 V6.3.7, V7.2.4, V7.5.1).
import { assert } from '#src/domain/assert.ts'
import { accepted, type Outcome, refused } from '#src/domain/refusal.ts'
import type { Tx } from '#src/store/database.ts'
import { takeChallenge } from '#src/store/logins/passkey-challenges.ts'
import {
  insertPasskey,
  lockPasskeys,
  type Passkey,
  readPasskeys,
  revokePasskey,
} from '#src/store/logins/passkeys.ts'
import { type AccessAction, recordAccess } from '../access-log.ts'
import { type NewPasskeyResponse, readNewCredential } from '../factors/passkey-ceremony.ts'
import { type PasskeyDeps, siteOf } from '../factors/passkey-options.ts'
import { waysChanged } from '../factors/ways-changed.ts'
import { letsIn, lockWays } from '../factors/ways-left.ts'
import { replaceSession } from '../login-session.ts'
import type { NoticeTemplate } from '../messages/message-names.ts'
import type { OpenedSession, SessionDeps, SignedInSession, Visit } from '../sessions.ts'
import type { FreshSession } from './fresh-session.ts'
import { useVouch } from './use-vouch.ts'

type ChangeDeps = SessionDeps & PasskeyDeps
type Changing = { readonly session: FreshSession; readonly visit: Visit }
export function passkeysOf(
  deps: Pick<ChangeDeps, 'db'>,
  session: Pick<SignedInSession, 'loginId'>,
): Promise<Passkey[]> {
  return readPasskeys(deps.db, session.loginId)
}

/** Far above what people have devices; each one more is one more that may be lost. */
export const mostPasskeys = 10

/**
 * Refused: `passkeyTooLate`, `passkeyNotAdded`, `passkeysFull`. Vouched for by the account's numbers
 * alone it holds the login.
 */
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
    const known = await lockPasskeys(tx, loginId)
    if (known.length >= mostPasskeys) return refused({ code: 'passkeysFull', most: mostPasskeys })
    const vouched = { session: changing.session, template: 'passkeyAdded' } as const
    const template = await useVouch(tx, deps, vouched)
    if (template === null) return refused({ code: 'passkeyTooLate' })
    const id = deps.newId()
    const passkey = { id, loginId, name: given.name, createdAt: now, ...credential }
    if ((await insertPasskey(tx, passkey)) === 'known') return refused({ code: 'passkeyNotAdded' })
    const opened = await goOn(tx, deps, changing)
    assert(opened, 'what vouches for a passkey holds its session')
    await tell(tx, deps, changing, { id, action: 'passkeyAdded', template, opened })
    return accepted(opened)
  })
}

/**
 * Null: there is no such passkey of this login, it was removed before, or the session was ended.
 * Refused: `lastFactor`, where what is left would let nobody in.
 */
export async function removePasskey(
  deps: ChangeDeps,
  changing: Changing,
  id: string,
): Promise<Outcome<OpenedSession | null>> {
  const { session } = changing
  const { loginId } = session
  return deps.db.transaction().execute(async (tx): Promise<Outcome<OpenedSession | null>> => {
    const ways = await lockWays(tx, deps.vault, session)
    const known = await readPasskeys(tx, loginId)
    if (!known.some((passkey) => passkey.id === id)) return accepted(null)
    if (!letsIn(deps.limits.profile, { ...ways, passkeys: ways.passkeys - 1 }))
      return refused({ code: 'lastFactor' })
    const opened = await goOn(tx, deps, changing)
    if (!opened) return accepted(null)
    await revokePasskey(tx, { id, loginId, at: deps.clock.now() })
    const what = { id, action: 'passkeyRemoved', template: 'passkeyRemoved', opened } as const
    await tell(tx, deps, changing, what)
    return accepted(opened)
  })
}

/** Null when the session was ended meanwhile. */
function goOn(
  tx: Tx,
  deps: ChangeDeps,
  { session, visit }: Changing,
): Promise<OpenedSession | null> {
  const { loginId, authenticated } = session
  return replaceSession(tx, deps, { loginId, authenticated, visit, replaces: session })
}

async function tell(
  tx: Tx,
  deps: ChangeDeps,
  { session, visit }: Changing,
  what: {
    id: string
    action: Extract<AccessAction, 'passkeyAdded' | 'passkeyRemoved'>
    template: NoticeTemplate
    opened: OpenedSession
  },
): Promise<void> {
  const { loginId, accounts: obligors } = session
  await waysChanged(tx, deps, { loginId, obligors, template: what.template })
  const details = { passkey: what.id, session: what.opened.id }
  const at = { vault: deps.vault, now: deps.clock.now() }
  await recordAccess(tx, at, { loginId, action: what.action, visit, details })
}
