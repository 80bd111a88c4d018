// What a passkey is refused for, in a real browser: a person who was not verified, a wrong
// signature, a copy of the device, another session, another page, another time.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser as Chromium, Page } from 'playwright-core'
import { launchBrowser } from '#test/support/browser.ts'
import { enroll, heldBack, openWithDevice, type PasskeyPage } from '#test/support/passkey-pages.ts'
import { Browser } from '#test/support/portal.ts'
import { type ServedPortal, servePortal } from '#test/support/served-portal.ts'

let chromium: Chromium
let portal: ServedPortal
before(async () => {
  chromium = await launchBrowser()
  portal = await servePortal(['1048264417'])
})
after(async () => {
  await chromium.close()
  await portal.close()
})

const username = 'elena.marsh'
const path = '/sign-in/passkey'

/** At sign-in, with a passkey on the device. */
async function ready(): Promise<PasskeyPage> {
  const opened = await openWithDevice(chromium, portal)
  await enroll(opened.page, username, 'Phone')
  await opened.page.goto('/sign-in')
  return opened
}

const use = (page: Page) => page.getByRole('button', { name: 'Sign in with a passkey' }).click()
const refused = (page: Page) =>
  page.getByRole('heading', { name: 'The passkey did not work' }).waitFor()

const cookieOf = async (page: Page) =>
  (await page.context().cookies()).find(({ name }) => name === '__Host-kt')?.value ?? ''

const revoked = () =>
  portal.db.selectFrom('login_passkey').select('id').where('revoked_at', 'is not', null).execute()

test('a person whom the device does not verify: no answer, and the page says what to do', async (t) => {
  const { page, device, close } = await ready()
  t.after(close)
  await device.setUserVerified(false)
  await use(page)
  await page.getByText('No passkey was used. Try again, or sign in another way.').waitFor()
  await device.setUserVerified(true)
  await use(page)
  await page.waitForURL(/\/accounts\//)
})

for (const [what, bits] of [
  ['a wrong signature', { isBogusSignature: true }],
  ['an answer that says nothing of verifying the person', { isBadUV: true }],
  ['an answer without the person’s presence', { isBadUP: true }],
] as const) {
  test(`${what}: refused, and nothing is revoked`, async (t) => {
    const { page, device, close } = await ready()
    t.after(close)
    await device.lieAbout(bits)
    await use(page)
    await refused(page)
    assert.deepEqual(await revoked(), [])
    assert.equal((await page.goto('/accounts'))?.url().includes('/sign-in'), true)
  })
}

test('an answer that was heard once opens nothing a second time, nor in another session', async (t) => {
  const { page, close } = await ready()
  t.after(close)
  const fields = await heldBack(page, path, () => use(page))
  const { credential = '' } = fields
  const thief = new Browser(portal)
  const stolen = await thief.submit(path, { credential }, '/sign-in')
  assert.equal(stolen.status, 422)
  assert.match(stolen.text, /each answer counts once/)
  // The thief’s session has asked for a challenge of its own: still not the one that was signed.
  const hidden = { token: /name="token" value="([^"]*)"/.exec(stolen.text)?.[1] ?? '' }
  assert.equal((await thief.post('/passkey-challenge', hidden)).status, 200)
  const again = await thief.post(path, { ...hidden, credential })
  assert.match(again.text, /We do not know this passkey/)
  const owner = new Browser(portal)
  owner.cookies.set('__Host-kt', await cookieOf(page))
  const answer = await owner.post(path, fields)
  assert.equal(answer.headers.get('location'), '/accounts')
  const replay = new Browser(portal)
  replay.cookies.set('__Host-kt', await cookieOf(page))
  assert.equal((await replay.post(path, fields)).status, 422)
})

test('one answer sent fifty times at once: one session comes of it', async (t) => {
  const { page, close } = await ready()
  t.after(close)
  const fields = await heldBack(page, path, () => use(page))
  const cookie = await cookieOf(page)
  const answers = await Promise.all(
    Array.from({ length: 50 }, () => {
      const browser = new Browser(portal)
      browser.cookies.set('__Host-kt', cookie)
      return browser.post(path, fields)
    }),
  )
  assert.equal(answers.filter(({ status }) => status === 303).length, 1)
  assert.ok(answers.every(({ status }) => [303, 422, 429].includes(status)))
})

test('an answer that comes after five minutes', async (t) => {
  const { page, close } = await ready()
  t.after(close)
  await page.route(`**${path}`, async (route) => {
    portal.clock.pass(300)
    await route.continue()
  })
  await use(page)
  await refused(page)
  await page.getByText(/five minutes to answer/).waitFor()
})

test('a page at another address is given nothing to send: the browser itself says no', async (t) => {
  const { page, close } = await ready()
  t.after(close)
  const victim = new Browser(portal)
  const html = (await victim.get('/sign-in')).text
  const token = /name="token" value="([^"]*)"/.exec(html)?.[1] ?? ''
  const options = JSON.parse((await victim.post('/passkey-challenge', { token })).text)
  await page.goto(portal.origin.replace('localhost', 'evil.localhost'))
  const said = await page.evaluate(async (given) => {
    const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(given)
    return navigator.credentials.get({ publicKey }).then(JSON.stringify, String)
  }, options)
  assert.match(said, /SecurityError/)
})

// Last: it leaves a passkey revoked.
test('a copy of the device whose counter is behind: refused, switched off, told to everybody', async (t) => {
  const { page, device, close } = await ready()
  t.after(close)
  const [before] = await device.credentials()
  assert.ok(before)
  await use(page)
  await page.waitForURL(/\/accounts\//)
  await page.context().clearCookies()
  await page.goto('/sign-in')
  await device.copyOf(before, 0)
  await use(page)
  await refused(page)
  await page.getByText(/two copies of this passkey/).waitFor()
  assert.equal((await revoked()).length, 1)
  const told = await portal.db
    .selectFrom('outbox')
    .select('channel')
    .where('template', '=', 'passkeyCopied')
    .orderBy('channel')
    .execute()
  assert.deepEqual(
    told.map(({ channel }) => channel),
    ['email', 'sms'],
  )
  await device.copyOf(before, 900)
  await use(page)
  await refused(page)
  await page.getByText(/We do not know this passkey/).waitFor()
})
