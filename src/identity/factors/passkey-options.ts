// What a customer's browser is given before it asks for a passkey: random bytes to sign, good once,
// for five minutes and in this session alone (ASVS 5.0 V6.7.2).
import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/server'
import type { Db } from '#src/store/database.ts'
import { type ChallengePurpose, putChallenge } from '#src/store/logins/passkey-challenges.ts'
import { readPasskeys } from '#src/store/logins/passkeys.ts'
import { randomBytes } from '#src/vault/vault.ts'
import type { MessageDeps } from '../identity-deps.ts'
import { momentAfter } from '../moments.ts'
import type { Session, SignedInSession } from '../sessions.ts'
import {
  challengeMinutes,
  type PasskeySite,
  passkeyCreation,
  passkeyRequest,
  passkeySite,
} from './passkey-ceremony.ts'

export type PasskeyDeps = MessageDeps & {
  readonly db: Db
  /** Passkeys are bound to its host: no other site can ask for them. */
  readonly portalOrigin: string
  readonly lenderName: string
}

export async function askForPasskey(
  deps: PasskeyDeps,
  session: Session,
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  return passkeyRequest(siteOf(deps), await newChallenge(deps, session, 'show'))
}

export async function askForNewPasskey(
  deps: PasskeyDeps,
  session: SignedInSession,
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const { loginId: id, username: name } = session
  const known = await readPasskeys(deps.db, id)
  const challenge = await newChallenge(deps, session, 'add')
  const siteName = deps.lenderName
  return passkeyCreation(siteOf(deps), { challenge, siteName, owner: { id, name }, known })
}

export function siteOf(deps: Pick<PasskeyDeps, 'portalOrigin'>): PasskeySite {
  return passkeySite(deps.portalOrigin)
}

async function newChallenge(
  deps: PasskeyDeps,
  { id: sessionId }: Session,
  purpose: ChallengePurpose,
): Promise<Uint8Array<ArrayBuffer>> {
  const challenge = new Uint8Array(randomBytes(32))
  const expiresAt = momentAfter(deps.clock.now(), { minutes: challengeMinutes })
  await deps.db
    .transaction()
    .execute((tx) => putChallenge(tx, { sessionId, purpose, challenge, expiresAt }))
  return challenge
}
