// The lender's identity provider by OpenID Connect: authorization code with PKCE, state and nonce;
// the ID token's signature, issuer, audience and times are checked (OpenID Connect Core 1.0, section
// 3.1.3.7; RFC 9207; RFC 9700).
import * as client from 'openid-client'
import type { SingleSignOn, SsoAnswer, SsoAsk, SsoPerson } from './single-sign-on.ts'

export type ProviderSettings = {
  readonly issuer: string
  readonly client: string
  readonly secret: string
  readonly acr: string | null
}

const timeoutSeconds = 10

/** Ways that a provider may name (RFC 8176) of which one is enough, and those that never are. */
const STRONG = ['mfa', 'hwk', 'swk', 'pop', 'sc']
const WEAK = ['sms', 'tel']

/** Asks the provider what it knows of itself at the first use, and keeps that. */
export function openIdProvider(settings: ProviderSettings): SingleSignOn {
  let known: client.Configuration | null = null
  const provider = async () => {
    known ??= await discover(settings)
    return known
  }
  return {
    start: async (ask) => {
      try {
        return await addressOf(await provider(), settings, ask)
      } catch (error) {
        if (isNoAnswer(error)) return null
        throw error
      }
    },
    finish: async (ask) => {
      try {
        return await judge(await provider(), settings, ask)
      } catch (error) {
        return { is: isNoAnswer(error) ? 'silent' : 'refused' }
      }
    },
  }
}

function discover({ issuer, client: id, secret }: ProviderSettings): Promise<client.Configuration> {
  const server = new URL(issuer)
  // Only the settings can name a provider without TLS, and only on this machine.
  const isHere = server.protocol === 'http:' && server.hostname === 'localhost'
  const execute = [client.enableNonRepudiationChecks]
  return client.discovery(server, id, undefined, client.ClientSecretBasic(secret), {
    timeout: timeoutSeconds,
    execute: isHere ? [...execute, client.allowInsecureRequests] : execute,
  })
}

async function addressOf(
  provider: client.Configuration,
  { acr }: ProviderSettings,
  { state, nonce, verifier, callback, maxAgeSeconds }: SsoAsk,
): Promise<string> {
  const address = client.buildAuthorizationUrl(provider, {
    redirect_uri: callback,
    response_type: 'code',
    scope: 'openid email',
    state,
    nonce,
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    max_age: String(maxAgeSeconds),
    ...(acr !== null && { acr_values: acr }),
  })
  return address.href
}

async function judge(
  provider: client.Configuration,
  settings: ProviderSettings,
  ask: SsoAsk & { readonly returned: string },
): Promise<SsoAnswer> {
  const tokens = await client.authorizationCodeGrant(provider, new URL(ask.returned), {
    expectedState: ask.state,
    expectedNonce: ask.nonce,
    pkceCodeVerifier: ask.verifier,
    maxAge: ask.maxAgeSeconds,
    idTokenExpected: true,
  })
  const claims = tokens.claims()
  if (!claims || typeof claims.auth_time !== 'number') return { is: 'refused' }
  if (!isStrong(settings, claims)) return { is: 'weak' }
  const { iss: issuer, sub: subject, email } = claims
  const isVerified = claims.email_verified === true && typeof email === 'string'
  const person: SsoPerson = {
    issuer,
    subject,
    email: isVerified ? email : null,
    signedInAt: new Date(claims.auth_time * 1000).toISOString(),
  }
  return { is: 'person', person }
}

/** By the class that the settings ask for, else by the ways that the provider names. */
function isStrong({ acr }: ProviderSettings, claims: client.IDToken): boolean {
  const ways = Array.isArray(claims.amr) ? claims.amr.map(String) : []
  if (ways.some((way) => WEAK.includes(way))) return false
  return acr === null ? ways.some((way) => STRONG.includes(way)) : claims.acr === acr
}

/** It did not answer in time, or nobody is there: nothing was judged. */
function isNoAnswer(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : null
  const isNetwork = error instanceof TypeError && error.message === 'fetch failed'
  const isLate = cause instanceof DOMException && cause.name === 'TimeoutError'
  return isNetwork || isLate
}
