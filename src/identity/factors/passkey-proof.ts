// Whether what a browser sends was signed by a passkey that we know, for this session, on our own
// page, by a person whom the device verified (WebAuthn Level 3, section 7.2).
import type { Db, Tx } from '#src/store/database.ts'
import { readLoginAccounts } from '#src/store/logins/logins.ts'
import { takeChallenge } from '#src/store/logins/passkey-challenges.ts'
import {
  countSignature,
  findPasskey,
  type Passkey,
  revokePasskey,
  trustPasskey,
} from '#src/store/logins/passkeys.ts'
import type { AttemptLane, AttemptPermit } from '../throttle.ts'
import { type PasskeyResponse, readSignature } from './passkey-ceremony.ts'
import { type PasskeyDeps, siteOf } from './passkey-options.ts'
import { tellContacts } from './tell-contacts.ts'

export type PasskeyJudged =
  | { readonly is: 'shown'; readonly passkey: Passkey }
  /** The challenge was used, is too old, or is another session's. */
  | { readonly is: 'tooLate' }
  | { readonly is: 'refused'; readonly passkey: Passkey | null }
  /** Revoked just now, and every contact told. */
  | { readonly is: 'copied'; readonly passkey: Passkey }

/**
 * What an attempt draws on: a passkey of ours on itself alone, so that nobody who shares its
 * owner's network keeps it out. Credential ids are random and shown to nobody; who makes them up
 * uses up what the network has.
 */
export async function passkeyLanes(
  db: Db,
  response: PasskeyResponse,
  network: string,
): Promise<AttemptLane[]> {
  const known = await findPasskey(db, Buffer.from(response.id, 'base64url'))
  return [
    known ? { scope: 'passkey', key: response.id } : { scope: 'passkey-address', key: network },
  ]
}

/** Uses up the session's challenge, whatever comes of it. */
export async function judgePasskey(
  tx: Tx,
  deps: PasskeyDeps,
  _permit: AttemptPermit,
  given: { readonly sessionId: string; readonly response: PasskeyResponse },
): Promise<PasskeyJudged> {
  const { sessionId, response } = given
  const now = deps.clock.now()
  const challenge = await takeChallenge(tx, { sessionId, purpose: 'show', now })
  if (!challenge) return { is: 'tooLate' }
  const passkey = await findPasskey(tx, Buffer.from(response.id, 'base64url'))
  if (!passkey) return { is: 'refused', passkey }
  const { publicKey, loginId: ownerId } = passkey
  const signed = await readSignature(siteOf(deps), { response, challenge, publicKey, ownerId })
  if (!signed) return { is: 'refused', passkey }
  if (await countSignature(tx, { id: passkey.id, ...signed, at: now })) {
    return { is: 'shown', passkey }
  }
  return copied(tx, deps, passkey)
}

/** In a session in which the password was shown, or itself before: it is the owner's. */
export async function shownAfterPassword(tx: Tx, passkey: Passkey): Promise<void> {
  if (passkey.afterPassword) await trustPasskey(tx, passkey.id)
}

async function copied(tx: Tx, deps: PasskeyDeps, passkey: Passkey): Promise<PasskeyJudged> {
  const { id, loginId } = passkey
  const revoked = await revokePasskey(tx, { id, loginId, at: deps.clock.now() })
  if (revoked === null) return { is: 'refused', passkey }
  const obligors = await readLoginAccounts(tx, loginId)
  await tellContacts(tx, deps, { loginId, obligors, template: 'passkeyCopied' })
  return { is: 'copied', passkey }
}
