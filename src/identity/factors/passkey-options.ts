// What a browser is given before it asks for a passkey: random bytes to sign, good once, for five
// minutes and in this session alone (ASVS 5.0 V6.7.2).
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/server'
import type { Db } from '#src/store/database.ts'
import { type ChallengePurpose, putChallenge } from '#src/store/logins/passkey-challenges.ts'
import { readPasskeys } from '#src/store/logins/passkeys.ts'
import { randomBytes } from '#src/vault/vault.ts'
import type { MessageDeps } from '../messages.ts'
import { momentAfter } from '../moments.ts'
import type { Session, SignedInSession } from '../sessions.ts'

export type PasskeyDeps = MessageDeps & {
  readonly db: Db
  /** Passkeys are bound to its host: no other site can ask for them. */
  readonly portalOrigin: string
  readonly lenderName: string
}

const minutes = 5
const timeout = minutes * 60_000

/** EdDSA, ES256, RS256: what browsers make (COSE). */
export const ALGORITHMS = [-8, -7, -257]

/** Which passkey is not said: whoever asks learns of none, and no name has to be typed. */
export async function askForPasskey(
  deps: PasskeyDeps,
  session: Session,
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  return generateAuthenticationOptions({
    rpID: siteOf(deps).rpId,
    challenge: await newChallenge(deps, session, 'show'),
    timeout,
    userVerification: 'required',
  })
}

/** One that is found without a name; none on a device that has one of this login. */
export async function askForNewPasskey(
  deps: PasskeyDeps,
  session: SignedInSession,
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const known = await readPasskeys(deps.db, session.loginId)
  return generateRegistrationOptions({
    rpName: deps.lenderName,
    rpID: siteOf(deps).rpId,
    userName: session.username,
    userDisplayName: session.username,
    userID: userHandleOf(session.loginId),
    challenge: await newChallenge(deps, session, 'add'),
    timeout,
    attestationType: 'none',
    excludeCredentials: known.map(({ credentialId, transports }) => ({
      id: base64url(credentialId),
      transports: [...transports],
    })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    supportedAlgorithmIDs: ALGORITHMS,
  })
}

export function siteOf(deps: Pick<PasskeyDeps, 'portalOrigin'>): { origin: string; rpId: string } {
  const { origin, hostname } = new URL(deps.portalOrigin)
  return { origin, rpId: hostname }
}

/** What an authenticator keeps to name the person: the login's id, which says nothing of them. */
export function userHandleOf(loginId: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(loginId.replaceAll('-', ''), 'hex'))
}

export function base64url(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64url')
}

async function newChallenge(
  deps: PasskeyDeps,
  { id: sessionId }: Session,
  purpose: ChallengePurpose,
): Promise<Uint8Array<ArrayBuffer>> {
  const challenge = new Uint8Array(randomBytes(32))
  const expiresAt = momentAfter(deps.clock.now(), { minutes })
  await deps.db
    .transaction()
    .execute((tx) => putChallenge(tx, { sessionId, purpose, challenge, expiresAt }))
  return challenge
}
