// Signing in at a real OpenID provider, and each thing about its answer that does not fit.
import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, test } from 'node:test'
import { openIdProvider } from '#src/gateways/openid-provider.ts'
import type { SsoAsk } from '#src/gateways/single-sign-on.ts'
import {
  type IdentityProvider,
  identityProvider,
  jwkOf,
  newKey,
  signedBy,
} from '#test/support/identity-provider.ts'
import { DESK } from '#test/support/staff-world.ts'

let provider: IdentityProvider
before(async () => {
  provider = await identityProvider()
})
after(() => provider.close())

const ask: SsoAsk = {
  state: 'state-'.padEnd(43, 's'),
  nonce: 'nonce-'.padEnd(43, 'n'),
  verifier: 'v'.repeat(43),
  callback: `${DESK}/sign-in/sso/return`,
  maxAgeSeconds: 3600,
}

const desk = (acr: string | null = null) => openIdProvider({ ...provider.settings(), acr })

async function returned(sso = desk(), asked = ask): Promise<string> {
  const address = await sso.start(asked)
  assert.ok(address)
  return provider.walk(address)
}

test('who signed in there, by the provider’s own name, with a verified address and the time', async () => {
  provider.as = {
    subject: 's-7',
    email: 'ann@desk.example',
    isVerified: true,
    amr: ['mfa'],
    ago: 0,
  }
  const sso = desk()
  const address = new URL((await sso.start(ask)) ?? '')
  const asked = Object.fromEntries(address.searchParams)
  assert.equal(asked.response_type, 'code')
  assert.equal(asked.code_challenge_method, 'S256')
  assert.deepEqual([asked.state, asked.nonce, asked.max_age], [ask.state, ask.nonce, '3600'])
  assert.ok(!address.href.includes(ask.verifier))
  const answer = await sso.finish({ ...ask, returned: await returned(sso) })
  assert.ok(answer.is === 'person')
  const { signedInAt, ...person } = answer.person
  assert.deepEqual(person, {
    issuer: provider.issuer,
    subject: 's-7',
    email: 'ann@desk.example',
  })
  assert.ok(Math.abs(Date.parse(signedInAt) - Date.now()) < 5000)
})

test('an address that the provider did not verify is none', async () => {
  provider.as = { ...provider.as, isVerified: false }
  const answer = await desk().finish({ ...ask, returned: await returned() })
  assert.ok(answer.is === 'person')
  assert.equal(answer.person.email, null)
})

test('an answer with another state, nonce, verifier or issuer: refused', async () => {
  provider.as = { ...provider.as, isVerified: true }
  for (const wrong of ['state', 'nonce', 'verifier'] as const) {
    const given = { ...ask, [wrong]: 'w'.repeat(43), returned: await returned() }
    assert.deepEqual(await desk().finish(given), { is: 'refused' }, wrong)
  }
  const other = new URL(await returned())
  other.searchParams.set('iss', 'https://evil.example')
  assert.deepEqual(await desk().finish({ ...ask, returned: other.href }), { is: 'refused' })
  const none = `${ask.callback}?error=access_denied&state=${ask.state}`
  assert.deepEqual(await desk().finish({ ...ask, returned: none }), { is: 'refused' })
})

test('a code works once', async () => {
  const given = { ...ask, returned: await returned() }
  const sso = desk()
  assert.equal((await sso.finish(given)).is, 'person')
  assert.deepEqual(await sso.finish(given), { is: 'refused' })
})

test('an ID token for another client: refused', async () => {
  const other = openIdProvider(provider.settings('other'))
  const answer = await other.finish({ ...ask, returned: await returned(other) })
  assert.equal(answer.is, 'person')
  const tokensOfOther = provider.lastAnswer()
  const back = await returned()
  provider.answerWith = tokensOfOther
  assert.deepEqual(await desk().finish({ ...ask, returned: back }), { is: 'refused' })
})

/** What becomes of a sign-in whose ID token is that one. */
async function withToken(make: (claims: Record<string, unknown>) => string) {
  const sso = desk()
  assert.equal((await sso.finish({ ...ask, returned: await returned() })).is, 'person')
  const tokens = JSON.parse(provider.lastAnswer())
  const claims = JSON.parse(Buffer.from(tokens.id_token.split('.')[1], 'base64url').toString())
  const { at_hash: _, ...rest } = claims
  const back = await returned()
  provider.answerWith = JSON.stringify({ ...tokens, id_token: make(rest) })
  return (await sso.finish({ ...ask, returned: back })).is
}

test('an ID token that the provider did not sign, or that brings its own key: refused', async () => {
  const own = newKey()
  const { kty, n, e } = jwkOf(own)
  assert.equal(await withToken((claims) => provider.signed(claims)), 'person')
  for (const [key, head] of [
    [own, { alg: 'RS256', kid: 'k1' }],
    [own, { alg: 'RS256', jwk: { kty, n, e } }],
    [own, { alg: 'RS256', kid: 'k1', jku: `${provider.issuer}/other-keys` }],
    [null, { alg: 'none' }],
    [null, { alg: 'HS256', kid: 'k1' }],
  ] as const)
    assert.equal(await withToken((claims) => signedBy(key, head, claims)), 'refused')
})

test('an ID token that is over, of another issuer, for another client or another sign-in: refused', async () => {
  const now = Math.floor(Date.now() / 1000)
  for (const wrong of [
    { exp: now - 120 },
    { iat: undefined },
    { iss: 'https://evil.example' },
    { aud: 'other' },
    { aud: ['desk', 'other'], azp: 'other' },
    { nonce: 'another' },
    { nonce: undefined },
    { auth_time: undefined },
    { sub: undefined },
  ]) {
    const is = await withToken((claims) => provider.signed({ ...claims, ...wrong }))
    assert.equal(is, 'refused', JSON.stringify(wrong))
  }
})

test('metadata that names another issuer is not believed', async (t) => {
  const issuer = 'https://evil.example'
  const metadata = JSON.stringify({ issuer, authorization_endpoint: `${issuer}/auth` })
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'application/json').end(metadata)
  })
  await new Promise<void>((done) => server.listen(0, 'localhost', done))
  t.after(() => server.close())
  const { port } = server.address() as AddressInfo
  const sso = openIdProvider({ ...provider.settings(), issuer: `http://localhost:${port}` })
  await assert.rejects(sso.start(ask))
})

test('signed in there too long ago: refused', async () => {
  provider.as = { ...provider.as, ago: 600 }
  const back = await returned()
  assert.deepEqual(await desk().finish({ ...ask, maxAgeSeconds: 300, returned: back }), {
    is: 'refused',
  })
  const inTime = await desk().finish({ ...ask, returned: await returned() })
  assert.ok(inTime.is === 'person')
  assert.ok(Date.now() - Date.parse(inTime.person.signedInAt) >= 599_000)
  provider.as = { ...provider.as, ago: 0 }
})

test('a way that is too weak, or none: not enough, unless the settings ask for a class', async () => {
  const judged = async (amr: string[], acr?: string, wanted: string | null = null) => {
    provider.as = { subject: 's-7', email: 'a@desk.example', isVerified: true, amr, ago: 0 }
    if (acr !== undefined) provider.as.acr = acr
    const sso = desk(wanted)
    return (await sso.finish({ ...ask, returned: await returned(sso) })).is
  }
  const strong = 'urn:desk:strong'
  for (const amr of [[], ['pwd'], ['pwd', 'otp'], ['mfa', 'sms']])
    assert.equal(await judged(amr), 'weak', amr.join())
  for (const amr of [['mfa'], ['pwd', 'hwk'], ['swk', 'user']])
    assert.equal(await judged(amr), 'person', amr.join())
  assert.equal(await judged(['pwd'], strong, strong), 'person')
  assert.equal(await judged(['mfa'], undefined, strong), 'weak')
  assert.equal(await judged(['mfa', 'sms'], strong, strong), 'weak')
})

test('a provider that nobody reaches is told as that', async () => {
  const settings = { ...provider.settings(), issuer: 'http://localhost:9' }
  const sso = openIdProvider(settings)
  assert.equal(await sso.start(ask), null)
  assert.deepEqual(await sso.finish({ ...ask, returned: ask.callback }), { is: 'silent' })
})
