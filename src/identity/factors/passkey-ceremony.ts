// The two ceremonies of WebAuthn, on whichever host: what a browser is asked, and whether what it
// answers was signed for our own page by a person whom the device verified (WebAuthn Level 3,
// sections 7.1 and 7.2). Whose passkeys they are, and what is kept of them, is decided elsewhere.
import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import { decodeClientDataJSON } from '@simplewebauthn/server/helpers'

export type PasskeyResponse = AuthenticationResponseJSON
export type NewPasskeyResponse = RegistrationResponseJSON

/** Passkeys are bound to a host: no other site can ask for them. */
export type PasskeySite = { readonly origin: string; readonly rpId: string }

type Bytes = Uint8Array<ArrayBuffer>

export type PasskeyCredential = {
  readonly credentialId: Bytes
  /** COSE, as the authenticator gave it. */
  readonly publicKey: Bytes
  readonly counter: number
  readonly transports: readonly string[]
  readonly backedUp: boolean
}

/** What was signed is good for so long. */
export const challengeMinutes = 5
const timeout = challengeMinutes * 60_000

/** EdDSA, ES256, RS256: what browsers make (COSE). */
const algorithms = [-8, -7, -257]

/** Bytes; 100 random bits at least (WebAuthn Level 3, section 4). */
const shortestId = 16
const longestId = 1023

export function passkeySite(address: string): PasskeySite {
  const { origin, hostname } = new URL(address)
  return { origin, rpId: hostname }
}

/** Which passkey is not said: whoever asks learns of none, and no name has to be typed. */
export function passkeyRequest(
  { rpId }: PasskeySite,
  challenge: Bytes,
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  return generateAuthenticationOptions({
    rpID: rpId,
    challenge,
    timeout,
    userVerification: 'required',
  })
}

/** One that is found without a name; none on a device that has one of this person. */
export function passkeyCreation(
  { rpId }: PasskeySite,
  asked: {
    readonly challenge: Bytes
    readonly siteName: string
    readonly owner: { readonly id: string; readonly name: string }
    readonly known: readonly Pick<PasskeyCredential, 'credentialId' | 'transports'>[]
  },
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const { challenge, siteName, owner, known } = asked
  return generateRegistrationOptions({
    rpName: siteName,
    rpID: rpId,
    userName: owner.name,
    userDisplayName: owner.name,
    userID: userHandleOf(owner.id),
    challenge,
    timeout,
    attestationType: 'none',
    excludeCredentials: known.map(({ credentialId, transports }) => ({
      id: base64url(credentialId),
      transports: [...transports],
    })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    supportedAlgorithmIDs: algorithms,
  })
}

export type Signed = { readonly counter: number; readonly backedUp: boolean }

/** Null whatever is wrong with it. The counter is told, not judged. */
export async function readSignature(
  { origin, rpId }: PasskeySite,
  given: {
    readonly response: PasskeyResponse
    readonly challenge: Uint8Array
    readonly publicKey: Bytes
    readonly ownerId: string
  },
): Promise<Signed | null> {
  const { response, challenge, publicKey, ownerId } = given
  if (response.response.userHandle !== base64url(userHandleOf(ownerId))) return null
  // Whatever is wrong with it, the library throws.
  try {
    if (decodeClientDataJSON(response.response.clientDataJSON).crossOrigin) return null
    const { verified, authenticationInfo: info } = await verifyAuthenticationResponse({
      response,
      expectedChallenge: base64url(challenge),
      expectedOrigin: origin,
      expectedRPID: rpId,
      // The counter is compared by our own statement, after the signature: otherwise anybody who
      // knows a credential's id could have it revoked.
      credential: { id: response.id, publicKey, counter: 0 },
      requireUserVerification: true,
    })
    if (!verified || !info.userVerified) return null
    return { counter: info.newCounter, backedUp: info.credentialBackedUp }
  } catch {
    return null
  }
}

/** Null whatever is wrong with it. */
export async function readNewCredential(
  { origin, rpId }: PasskeySite,
  given: { readonly response: NewPasskeyResponse; readonly challenge: Uint8Array },
): Promise<PasskeyCredential | null> {
  // Whatever is wrong with it, the library throws.
  try {
    const { verified, registrationInfo: made } = await verifyRegistrationResponse({
      response: given.response,
      expectedChallenge: base64url(given.challenge),
      expectedOrigin: origin,
      expectedRPID: rpId,
      requireUserVerification: true,
      supportedAlgorithmIDs: algorithms,
    })
    if (!verified || !made.userVerified) return null
    const credentialId = new Uint8Array(Buffer.from(made.credential.id, 'base64url'))
    if (credentialId.length < shortestId || credentialId.length > longestId) return null
    return {
      credentialId,
      publicKey: made.credential.publicKey,
      counter: made.credential.counter,
      transports: made.credential.transports ?? [],
      backedUp: made.credentialBackedUp,
    }
  } catch {
    return null
  }
}

/** What an authenticator keeps to name the person: their id, which says nothing of them. */
function userHandleOf(id: string): Bytes {
  return new Uint8Array(Buffer.from(id.replaceAll('-', ''), 'hex'))
}

function base64url(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64url')
}
