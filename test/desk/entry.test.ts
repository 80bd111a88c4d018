// The desk as a browser meets it: forms, cookies, and that nothing of the portal opens it.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { signedInToken } from '#test/support/codes.ts'
import { type MigratedDatabase, testDatabase } from '#test/support/database.ts'
import { openDesk } from '#test/support/desk.ts'
import { movableClock } from '#test/support/identity-world.ts'
import { passkeyWorld } from '#test/support/passkey-world.ts'
import { Browser, hiddenOf, openPortal, type Portal } from '#test/support/portal.ts'
import { type StaffWorld, staffWorld, tokenOf } from '#test/support/staff-world.ts'

let database: MigratedDatabase
let desk: Portal
let portal: Portal
let world: StaffWorld
const clock = movableClock()
before(async () => {
  database = await testDatabase()
  desk = await openDesk(database, clock)
  portal = await openPortal(database, clock)
  world = staffWorld(database, clock)
})
after(async () => {
  await desk.close()
  await portal.close()
  await database.close()
})

const COOKIE = '__Host-kt-desk'

/** Enrolls by the pages themselves, as the script of the page does. */
async function enrolled(email: string) {
  const token = tokenOf(await world.link(email))
  const browser = new Browser(desk)
  const device = world.device()
  const page = await browser.get(`/enroll?link=${token}`)
  assert.equal(page.status, 200)
  const options = JSON.parse((await browser.post('/enroll/challenge', hiddenOf(page.text))).text)
  const credential = JSON.stringify(device.make(options))
  const fields = { ...hiddenOf(page.text), name: 'Laptop', credential }
  return { browser, device, token, fields, answer: await browser.post('/enroll', fields) }
}

test('a link is opened, a passkey made, and the desk is there; the link is spent', async () => {
  const { browser, token, answer } = await enrolled('first@desk.example')
  assert.deepEqual([answer.status, answer.headers.get('location')], [303, '/'])
  assert.match((await browser.get('/you')).text, /Laptop/)
  const spent = await new Browser(desk).get(`/enroll?link=${token}`)
  assert.equal(spent.status, 410)
  assert.match(spent.text, /This link does not work any more/)
  for (const link of ['', 'x', 'a'.repeat(5000)])
    assert.equal((await new Browser(desk).get(`/enroll?link=${link}`)).status, 410)
})

test('the cookie of the desk is its own, locked to the host and out of reach of scripts', async () => {
  const { headers } = await new Browser(desk).get('/sign-in')
  const [cookie = ''] = headers.getSetCookie()
  assert.match(cookie, /^__Host-kt-desk=[\w-]{43}; /)
  const attributes = cookie.split('; ').slice(1).sort()
  assert.deepEqual(attributes, ['HttpOnly', 'Path=/', 'SameSite=Lax', 'Secure'])
})

test('a session of the portal opens nothing at the desk, and the reverse', async () => {
  await passkeyWorld(database, clock).person('elena', 'KT-7000-0001')
  const limits = { idleMinutes: 15, absoluteHours: 12, profile: 'standard' } as const
  const customer = await signedInToken({ ...world.deps, limits }, 'elena')
  const { token: staff } = await world.person('apart@desk.example', 'administrator')
  const opens = async (host: Portal, name: string, token: string, path: string) => {
    const browser = new Browser(host)
    browser.cookies.set(name, token)
    return (await browser.get(path)).headers.get('location') ?? 'open'
  }
  assert.equal(await opens(desk, COOKIE, staff, '/you'), 'open')
  assert.match(await opens(portal, '__Host-kt', customer, '/accounts'), /^\/accounts\//)
  for (const name of [COOKIE, '__Host-kt']) {
    assert.equal(await opens(desk, name, customer, '/you'), '/sign-in?next=%2Fyou')
    assert.match(await opens(portal, name, staff, '/security'), /^\/sign-in/)
  }
  assert.equal(await opens(desk, '__Host-kt', staff, '/you'), '/sign-in?next=%2Fyou')
})

test('a desk form from elsewhere, or without the token of its session, changes nothing', async () => {
  const { browser } = await enrolled('forms@desk.example')
  const fields = hiddenOf((await browser.get('/you')).text)
  const post = (headers: Record<string, string>, own = fields) =>
    browser.post('/sign-out', own, headers)
  const elsewhere = [
    { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
    { origin: portal.config.portalOrigin, 'sec-fetch-site': 'same-site' },
    { origin: 'null', 'sec-fetch-site': 'same-origin' },
  ]
  for (const headers of elsewhere) assert.equal((await post(headers)).status, 403)
  assert.equal((await post({}, { ...fields, token: 'x' })).status, 403)
  assert.equal((await post({}, {})).status, 403)
  assert.equal((await browser.send('/sign-out', { method: 'PUT', headers: {} })).status, 405)
  assert.equal((await browser.get('/you')).status, 200)
  assert.equal((await post({})).headers.get('location'), '/sign-in')
  assert.match((await browser.get('/you')).headers.get('location') ?? '', /^\/sign-in/)
})

test('signing in leads to the page that was wanted, never to another site', async () => {
  const { device } = await enrolled('next@desk.example')
  for (const [wanted, led] of [
    ['/you', '/you'],
    ['//evil.example', '/'],
    ['https://evil.example', '/'],
  ] as const) {
    const browser = new Browser(desk)
    const page = await browser.get(`/sign-in?${new URLSearchParams({ next: wanted })}`)
    const options = JSON.parse((await browser.post('/passkey-challenge', hiddenOf(page.text))).text)
    const credential = JSON.stringify(device.show(options))
    const fields = { ...hiddenOf(page.text), credential }
    const answer = await browser.post('/sign-in/passkey', fields)
    assert.equal(answer.headers.get('location'), led)
  }
})

test('every answer of the desk carries the headers of the portal', async () => {
  const paths = ['/', '/sign-in', '/status', '/nowhere', '/enroll', desk.assetPath]
  for (const path of paths) {
    const [own, other] = [
      await new Browser(desk).get(path),
      await new Browser(portal).get('/sign-in'),
    ]
    for (const [name, value] of other.headers) {
      if (!/policy|transport|options|agent/.test(name)) continue
      const without = (text: string | null) => text?.replace(/nonce-[^']+/, '')
      assert.equal(without(own.headers.get(name)), without(value), `${path}: ${name}`)
    }
    assert.match(own.headers.get('content-security-policy') ?? '', /^default-src 'none'; script/)
  }
})

test('the desk says nothing of itself to whoever is not signed in', async () => {
  const { text, status } = await new Browser(desk).get('/status')
  assert.equal(status, 200)
  assert.match(text, /The desk answers/)
  for (const path of ['/you', '/confirm'])
    assert.match((await new Browser(desk).get(path)).headers.get('location') ?? '', /^\/sign-in/)
})
