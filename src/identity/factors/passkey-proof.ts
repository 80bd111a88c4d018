// Whether what a browser sends was signed by a passkey that we know, for this session, on our own
// page, by a person whom the device verified (WebAuthn Level 3, section 7.2).
import {
  type AuthenticationResponseJSON,
  verifyAuthenticationResponse,
} from '@simplewebauthn/server'
import { decodeClientDataJSON } from '@simplewebauthn/server/helpers'
import type { Db, Tx } from '#src/store/database.ts'
import { readLoginAccounts } from '#src/store/logins/logins.ts'
import { takeChallenge } from '#src/store/logins/passkey-challenges.ts'
import {
  countSignature,
  findPasskey,
  type Passkey,
  revokePasskey,
} from '#src/store/logins/passkeys.ts'
import type { AttemptLane, AttemptPermit } from '../throttle.ts'
import { base64url, type PasskeyDeps, siteOf, userHandleOf } from './passkey-options.ts'
import { tellContacts } from './tell-contacts.ts'

export type PasskeyResponse = AuthenticationResponseJSON

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
  const signed = await signatureOf(deps, { passkey, challenge, response })
  if (!signed) return { is: 'refused', passkey }
  if (await countSignature(tx, { id: passkey.id, ...signed, at: now })) {
    return { is: 'shown', passkey }
  }
  return copied(tx, deps, passkey)
}

type Signed = { readonly counter: number; readonly backedUp: boolean }

async function signatureOf(
  deps: PasskeyDeps,
  given: { passkey: Passkey; challenge: Uint8Array; response: PasskeyResponse },
): Promise<Signed | null> {
  const { passkey, challenge, response } = given
  const { origin, rpId } = siteOf(deps)
  const owner = base64url(userHandleOf(passkey.loginId))
  if (response.response.userHandle !== owner) return null
  // Whatever is wrong with it, the library throws.
  try {
    if (decodeClientDataJSON(response.response.clientDataJSON).crossOrigin) return null
    const { verified, authenticationInfo: info } = await verifyAuthenticationResponse({
      response,
      expectedChallenge: base64url(challenge),
      expectedOrigin: origin,
      expectedRPID: rpId,
      // The counter is compared by `countSignature`, after the signature: otherwise anybody who
      // knows a credential's id could have it revoked.
      credential: { id: response.id, publicKey: passkey.publicKey, counter: 0 },
      requireUserVerification: true,
    })
    if (!verified || !info.userVerified) return null
    return { counter: info.newCounter, backedUp: info.credentialBackedUp }
  } catch {
    return null
  }
}

async function copied(tx: Tx, deps: PasskeyDeps, passkey: Passkey): Promise<PasskeyJudged> {
  const { id, loginId } = passkey
  const revoked = await revokePasskey(tx, { id, loginId, at: deps.clock.now() })
  if (revoked === null) return { is: 'refused', passkey }
  const obligors = await readLoginAccounts(tx, loginId)
  await tellContacts(tx, deps, { loginId, obligors, template: 'passkeyCopied' })
  return { is: 'copied', passkey }
}
