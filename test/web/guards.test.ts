import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { connect } from '#src/store/database.ts'
import { type MigratedDatabase, testDatabase } from '#test/support/database.ts'
import { movableClock, plantAccount } from '#test/support/identity-world.ts'
import { Browser, hiddenOf, openPortal, type Portal } from '#test/support/portal.ts'

let database: MigratedDatabase
let portal: Portal
const clock = movableClock()

before(async () => {
  database = await testDatabase()
  portal = await openPortal(database, clock)
  await plantAccount(database, 'KT-2041-7731')
})
after(async () => {
  await portal.close()
  await database.close()
})

const credentials = { username: 'nobody', password: 'wrong wrong wrong wrong' }

async function ready() {
  const browser = new Browser(portal)
  const hidden = hiddenOf((await browser.get('/sign-in')).text)
  const fields: Record<string, string> = { ...credentials, ...hidden }
  return { browser, fields }
}

const attempts = async () =>
  (await database.db.selectFrom('attempt_budget').select('scope').execute()).length

test('every answer carries the headers, whatever it is', async () => {
  const browser = new Browser(portal)
  for (const path of ['/sign-in', '/nowhere', '/', '/help', portal.assetPath, '/register']) {
    const { headers } = await browser.get(path)
    const policy = headers.get('content-security-policy') ?? ''
    assert.match(
      policy,
      /^default-src 'none'; script-src 'nonce-[\w+/]{22}=='; style-src 'self'; img-src 'self'; /,
      path,
    )
    for (const part of [
      "base-uri 'none'",
      "frame-ancestors 'none'",
      "form-action 'self'",
      "font-src 'self'",
      "connect-src 'self'",
      "manifest-src 'self'",
      "worker-src 'self'",
      'report-to csp',
    ]) {
      assert.ok(policy.split('; ').includes(part), `${path}: ${part}`)
    }
    assert.equal(policy.includes('unsafe'), false)
    assert.match(headers.get('strict-transport-security') ?? '', /max-age=\d{8}; includeSubDomains/)
    assert.equal(headers.get('x-content-type-options'), 'nosniff')
    assert.equal(headers.get('referrer-policy'), 'same-origin')
    assert.equal(headers.get('cross-origin-opener-policy'), 'same-origin')
    assert.equal(headers.get('cross-origin-resource-policy'), 'same-origin')
    assert.ok(headers.get('permissions-policy')?.includes('geolocation=()'))
    assert.equal(
      headers.get('cache-control'),
      path === portal.assetPath ? 'public, max-age=31536000, immutable' : 'no-store',
    )
  }
})

test('the nonce is new each time, and every script of a page bears it', async () => {
  const browser = new Browser(portal)
  const nonces = new Set<string>()
  for (let visits = 0; visits < 3; visits += 1) {
    const { headers, text } = await browser.get('/sign-in')
    const nonce = /'nonce-([^']+)'/.exec(headers.get('content-security-policy') ?? '')?.[1] ?? ''
    nonces.add(nonce)
    const scripts = text.match(/<script[^>]*>/g) ?? []
    assert.ok(scripts.length > 0)
    for (const script of scripts)
      assert.ok(script.includes(`nonce="${nonce}"`) && script.includes('src='))
    assert.equal(/ style=| on\w+=/.test(text), false)
  }
  assert.equal(nonces.size, 3)
})

test('the session cookie is locked to this host and out of reach of scripts', async () => {
  const { headers } = await new Browser(portal).get('/sign-in')
  const [cookie = ''] = headers.getSetCookie()
  assert.match(cookie, /^__Host-kt=[\w-]{43}; /)
  const attributes = cookie.split('; ').slice(1).sort()
  assert.deepEqual(attributes, ['HttpOnly', 'Path=/', 'SameSite=Lax', 'Secure'])
})

test('a form from elsewhere changes nothing', async () => {
  const { browser, fields } = await ready()
  const before = await attempts()
  const foreign: Record<string, string>[] = [
    { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
    { origin: 'http://desk.localhost:3001', 'sec-fetch-site': 'same-site' },
    { origin: 'null', 'sec-fetch-site': 'same-origin' },
    { 'sec-fetch-site': 'none', origin: portal.config.portalOrigin },
    {
      origin: portal.config.portalOrigin.replace('http:', 'https:'),
      'sec-fetch-site': 'same-origin',
    },
  ]
  for (const headers of foreign) {
    const answer = await browser.post('/sign-in', fields, headers)
    assert.equal(answer.status, 403)
    assert.match(answer.text, /We did not accept this form/)
  }
  const silent = { 'content-type': 'application/x-www-form-urlencoded' }
  const body = new URLSearchParams(fields).toString()
  const answer = await browser.send('/sign-in', { method: 'POST', headers: silent, body })
  assert.equal(answer.status, 403)
  assert.equal(await attempts(), before)
})

test('a form without the token of its own session changes nothing', async () => {
  const { browser, fields } = await ready()
  const other = await ready()
  const before = await attempts()
  const lines = portal.lines.length
  for (const token of ['', 'x', other.fields.token ?? '', (fields.token ?? '').slice(1)]) {
    assert.equal((await browser.post('/sign-in', { ...fields, token })).status, 403)
  }
  const { token: _, ...without } = fields
  assert.equal((await browser.post('/sign-in', without)).status, 403)
  assert.equal((await browser.post('/preferences', { language: 'es', theme: 'dark' })).status, 403)
  assert.equal(await attempts(), before)
  const logged = portal.lines.slice(lines)
  assert.equal(logged.filter(({ message }) => message === 'form refused').length, 6)
  assert.match(JSON.stringify(logged[0]), /"reason":"token","path":"\/sign-in"/)
  assert.equal((await browser.post('/sign-in', fields)).status, 422)
})

test('other methods, other kinds of content and too much of it are refused with a page', async () => {
  const { browser, fields } = await ready()
  const own = { origin: portal.config.portalOrigin, 'sec-fetch-site': 'same-origin' }
  for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS']) {
    const answer = await browser.send('/sign-in', { method, headers: own })
    assert.equal(answer.status, 405)
    assert.equal(answer.headers.get('allow'), 'GET, HEAD, POST')
  }
  for (const kind of ['application/json', 'multipart/form-data; boundary=x', 'text/plain', '']) {
    const headers: Record<string, string> = kind ? { ...own, 'content-type': kind } : { ...own }
    const answer = await browser.send('/sign-in', {
      method: 'POST',
      headers,
      body: JSON.stringify(fields),
    })
    assert.equal(answer.status, 415, kind)
    assert.match(answer.text, /We cannot read what was sent/)
  }
  const huge = await browser.post('/sign-in', { ...fields, username: 'x'.repeat(40_000) })
  assert.equal(huge.status, 413)
  const many = Object.fromEntries(Array.from({ length: 200 }, (_, at) => [`field${at}`, '']))
  assert.equal((await browser.post('/sign-in', { ...fields, ...many })).status, 413)
})

test('whoever goes away in the middle of a form is no failure of ours', async () => {
  const { browser } = await ready()
  const lines = portal.lines.length
  const body = new ReadableStream({
    pull: (controller) => controller.error(new Error('the connection was reset')),
  })
  const headers = {
    origin: portal.config.portalOrigin,
    'sec-fetch-site': 'same-origin',
    'content-type': 'application/x-www-form-urlencoded',
  }
  const init: RequestInit & { duplex: 'half' } = { method: 'POST', body, duplex: 'half' }
  assert.equal((await browser.send('/sign-in', { ...init, headers })).status, 400)
  assert.deepEqual(portal.lines.slice(lines), [])
})

test('a body larger than it says is cut off', async () => {
  const { browser, fields } = await ready()
  const own = {
    origin: portal.config.portalOrigin,
    'content-type': 'application/x-www-form-urlencoded',
  }
  let sent = 0
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      sent += 8192
      controller.enqueue(new TextEncoder().encode(`a=${'b'.repeat(8190)}`))
    },
  })
  const init = { method: 'POST', headers: own, body: endless, duplex: 'half' } as RequestInit
  const answer = await browser.send('/sign-in', init as never)
  assert.equal(answer.status, 413)
  assert.ok(sent < 200_000, `${sent} bytes were read`)
  assert.ok(fields.token)
})

test('hostile text comes back as text, and characters that cannot be used are named', async () => {
  const { browser, fields } = await ready()
  const answer = await browser.post('/sign-in', {
    ...fields,
    username: '"><script>alert(1)</script>',
  })
  assert.equal(answer.status, 422)
  assert.equal(answer.text.includes('<script>alert'), false)
  assert.ok(
    answer.text.includes('&quot;>&lt;script>') || answer.text.includes('&quot;&gt;&lt;script'),
  )
  for (const username of ['nul\0byte', 'bell\x07', 'half \ud800 character', 'x'.repeat(1001)]) {
    const refused = await browser.submit('/sign-in', { ...credentials, username })
    assert.equal(refused.status, 422, JSON.stringify(username))
    assert.match(refused.text, /One thing to fix/)
  }
  for (const username of [
    "' or 1=1 --",
    '%00',
    '../../etc/passwd',
    '\u202e\u200b',
    '$' + '{7*7}',
    '__proto__',
  ]) {
    const refused = await browser.submit('/sign-in', { ...credentials, username })
    assert.equal(refused.status, 422, username)
  }
  const polluted = await browser.submit('/sign-in', {
    ...credentials,
    __proto__x: '1',
    constructor: 'x',
  })
  assert.equal(polluted.status, 422)
})

test('there is no page here, and a wrong path says so with a reference', async () => {
  for (const path of [
    '/nowhere',
    '/accounts/../etc',
    '/assets/manifest.json',
    '/assets/..%2f..%2fpackage.json',
    '/sign-in/',
    '/%00',
    '/assets/',
  ]) {
    const answer = await new Browser(portal).get(path)
    assert.equal(answer.status, 404, path)
    assert.match(answer.text, /There is no page here/)
    const requestId = answer.headers.get('request-id') ?? ''
    const [, reference = ''] = /Reference <span[^>]*>([0-9a-f-]{14})</.exec(answer.text) ?? []
    assert.ok(requestId.endsWith(reference.replaceAll('-', '')) && requestId.length === 36)
  }
})

test('what breaks says so with a reference, keeps the reason to itself and logs it', async () => {
  const lost = connect({ url: database.appUrl, max: 1, applicationName: 'keyturn test' })
  const broken = await openPortal({ ...database, db: lost }, clock)
  await broken.close()
  await lost.destroy()
  const browser = new Browser(broken)
  browser.cookies.set('__Host-kt', 'x'.repeat(43))
  const answer = await browser.get('/sign-in')
  assert.equal(answer.status, 500)
  assert.match(answer.text, /Something went wrong on our side/)
  assert.equal(/destroyed|\.ts|at \w+ \(/.test(answer.text), false)
  assert.ok(answer.headers.get('content-security-policy'))
  const line = broken.lines.find((found) => found.level === 'error')
  assert.ok(line && JSON.stringify(line.details).includes(answer.headers.get('request-id') ?? '?'))
})

test('violations of the content policy are logged, and anything else sent there is not', async () => {
  const browser = new Browser(portal)
  const send = (body: string) =>
    browser.send('/csp-reports', {
      method: 'POST',
      headers: { 'content-type': 'application/reports+json' },
      body,
    })
  const report = {
    type: 'csp-violation',
    body: {
      effectiveDirective: 'script-src-elem',
      blockedURL: 'https://evil.example/x\n.js',
      documentURL: 'http://localhost:3000/sign-in',
    },
  }
  assert.equal((await send(JSON.stringify([report]))).status, 204)
  const line = portal.lines.find((found) => found.message === 'content policy violation')
  assert.equal((line?.details as { blockedURL?: string })?.blockedURL, 'https://evil.example/x.js')
  const before = portal.lines.length
  assert.equal((await send('not json')).status, 400)
  assert.equal((await send(JSON.stringify([{ type: 'other' }]))).status, 400)
  assert.equal((await send('x'.repeat(20_000))).status, 413)
  assert.equal(portal.lines.length, before)
})
