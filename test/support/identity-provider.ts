// A real OpenID provider on a loopback port, whose people sign in as the test says.
import { createSign, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { type JWK, Provider } from 'oidc-provider'
import { DESK } from './staff-world.ts'

export type IdentityProvider = {
  readonly issuer: string
  /** Who signs in next, and how. */
  as: {
    subject: string
    email: string
    isVerified: boolean
    amr: string[]
    acr?: string
    /** Seconds since then. */
    ago: number
  }
  /** What its token endpoint answers instead of its own, once. */
  answerWith: string | null
  /** The last thing that its token endpoint answered. */
  readonly lastAnswer: () => string
  /** Goes where the browser is sent, through signing in; the address that it comes back to. */
  readonly walk: (address: string) => Promise<string>
  /** An ID token of its own key, whatever it says. */
  readonly signed: (claims: object) => string
  readonly settings: (client?: string) => {
    issuer: string
    client: string
    secret: string
    acr: string | null
  }
  readonly close: () => Promise<void>
}

const CALLBACK = `${DESK}/sign-in/sso/return`
const SECRET = 'a secret of the client, long enough to be one'

export async function identityProvider(): Promise<IdentityProvider> {
  const server = createServer((request, response) => void answer(request, response))
  await new Promise<void>((done) => server.listen(0, 'localhost', done))
  const address = server.address()
  if (!address || typeof address === 'string') throw new Error('no port')
  const issuer = `http://localhost:${address.port}`
  let last = ''
  const key = newKey()
  const self: IdentityProvider = {
    issuer,
    as: { subject: 's-1', email: 'nobody@desk.example', isVerified: true, amr: ['mfa'], ago: 0 },
    answerWith: null,
    lastAnswer: () => last,
    walk: (from) => walk(from),
    signed: (claims) => signedBy(key, { alg: 'RS256', kid: 'k1' }, claims),
    settings: (client = 'desk') => ({ issuer, client, secret: SECRET, acr: null }),
    close: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
  const provider = new Provider(issuer, {
    clients: ['desk', 'other'].map((client_id) => ({
      client_id,
      client_secret: SECRET,
      redirect_uris: [CALLBACK],
    })),
    jwks: { keys: [jwkOf(key)] },
    cookies: { keys: ['only of this test'] },
    conformIdTokenClaims: false,
    acrValues: ['urn:desk:strong'],
    claims: { openid: ['sub', 'acr', 'amr', 'auth_time'], email: ['email', 'email_verified'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    findAccount: (_, id) => ({
      accountId: id,
      claims: () => ({ sub: id, email: self.as.email, email_verified: self.as.isVerified }),
    }),
    loadExistingGrant: async (ctx) => {
      const { client, session } = ctx.oidc
      if (!client || !session?.accountId) return undefined
      const grant = new ctx.oidc.provider.Grant({
        clientId: client.clientId,
        accountId: session.accountId,
      })
      grant.addOIDCScope('openid email')
      await grant.save()
      return grant
    },
  })
  const handle = provider.callback()

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url ?? ''
    if (path.startsWith('/interaction/')) {
      const { subject: accountId, amr, acr, ago } = self.as
      const ts = Math.floor(Date.now() / 1000) - ago
      const login = { accountId, amr, ts, remember: false, ...(acr !== undefined && { acr }) }
      return provider.interactionFinished(request, response, { login })
    }
    if (path.startsWith('/token')) keepAnswer(response)
    await handle(request, response)
  }

  function keepAnswer(response: ServerResponse): void {
    const end = response.end.bind(response)
    response.end = ((chunk: string | Buffer) => {
      last = String(chunk)
      const instead = self.answerWith
      self.answerWith = null
      if (instead === null) return end(chunk)
      response.removeHeader('content-length')
      return end(instead)
    }) as typeof response.end
  }
  return self
}

/** With the provider's cookies, up to where it sends the browser back. */
async function walk(from: string): Promise<string> {
  const cookies = new Map<string, string>()
  let address = from
  for (let steps = 0; steps < 10; steps += 1) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const reply = await fetch(address, { redirect: 'manual', headers: { cookie } })
    for (const line of reply.headers.getSetCookie()) {
      const [pair = ''] = line.split(';')
      const at = pair.indexOf('=')
      cookies.set(pair.slice(0, at), pair.slice(at + 1))
    }
    const to = reply.headers.get('location')
    if (to === null) throw new Error(`${reply.status} ${(await reply.text()).slice(0, 300)}`)
    address = new URL(to, address).href
    if (address.startsWith(CALLBACK)) return address
  }
  throw new Error('it never comes back')
}

export function newKey(): KeyObject {
  return generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
}

export function jwkOf(key: KeyObject): JWK {
  return { ...key.export({ format: 'jwk' }), alg: 'RS256', use: 'sig', kid: 'k1' } as JWK
}

/** RFC 7515, section 7.1; null: a token that nobody signed. */
export function signedBy(key: KeyObject | null, head: object, claims: object): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const text = `${part(head)}.${part(claims)}`
  if (key === null) return `${text}.`
  return `${text}.${createSign('RSA-SHA256').update(text).sign(key, 'base64url')}`
}
