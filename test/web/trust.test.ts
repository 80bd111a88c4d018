// Signing in on a browser that is trusted, and on a computer that others use too.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { DEMO_PASSWORD } from '#seeds/plant.ts'
import { waitingCode } from '#test/support/codes.ts'
import { Browser } from '#test/support/portal.ts'
import { openSignedIn, type SignedInPortal, wordsOf } from '#test/support/signed-in.ts'

const ELENA = '1048264417'
const firefox = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0'

let world: SignedInPortal
before(async () => {
  world = await openSignedIn([ELENA])
})
after(() => world.close())

async function password(browser: Browser, more: Record<string, string> = {}) {
  return browser.submit('/sign-in', { username: 'elena.marsh', password: DEMO_PASSWORD, ...more })
}

async function code(browser: Browser, more: Record<string, string> = {}) {
  await browser.submit('/confirm/code', { contact: 'sms-1' }, '/confirm')
  return browser.submit('/confirm', { code: await waitingCode(world.book.ctx), ...more })
}

const trustCookies = (browser: Browser) =>
  [...browser.cookies.keys()].filter((name) => name.startsWith('__Host-kt-trust-'))

test('the box is never ticked before, and without it no browser is trusted', async () => {
  const browser = new Browser(world.portal)
  await password(browser)
  await browser.submit('/confirm/code', { contact: 'sms-1' }, '/confirm')
  const page = await browser.get('/confirm')
  const [box] = /<input[^>]*id="trust"[^>]*>/.exec(page.text) ?? []
  assert.ok(box)
  assert.doesNotMatch(box, / checked/)
  await browser.submit('/confirm', { code: await waitingCode(world.book.ctx) })
  assert.deepEqual(trustCookies(browser), [])
})

test('a trusted browser is listed, signs in by the password alone, and is asked again once it is taken off', async () => {
  const browser = new Browser(world.portal)
  await password(browser)
  await code(browser, { trust: 'yes' })
  const [name = ''] = trustCookies(browser)
  const first = browser.cookies.get(name)
  await browser.submit('/sign-out', {}, '/security')
  const entered = await password(browser, { next: '/security' })
  assert.equal(entered.headers.get('location'), '/security')
  assert.notEqual(browser.cookies.get(name), first)
  const page = await browser.get('/security')
  assert.equal(page.status, 200)
  assert.match(
    wordsOf(page.text),
    /Browsers you trust.*\(this browser\) Trusted since Nov 24, 2026, until Dec 24, 2026/,
  )
  const changing = await browser.get('/security/password')
  assert.equal(changing.headers.get('location'), '/confirm?next=%2Fsecurity%2Fpassword')
  const told = await world.book.ctx.db
    .selectFrom('outbox')
    .where('template', '=', 'deviceTrusted')
    .select('channel')
    .execute()
  assert.deepEqual(told.map(({ channel }) => channel).sort(), ['email', 'sms'])
  const [, which = ''] =
    /action="\/security\/trusted-devices".*?name="which" value="([^"]+)"/s.exec(page.text) ?? []
  const done = await browser.submit('/security/trusted-devices', { which }, '/security')
  assert.equal(done.headers.get('location'), '/security?done=forgotten')
  await browser.submit('/sign-out', {}, '/security')
  assert.match((await password(browser)).headers.get('location') ?? '', /^\/confirm/)
})

test('on a shared computer nothing is remembered, nothing is trusted, and five minutes end it', async () => {
  const browser = new Browser(world.portal)
  await password(browser, { shared: 'yes', remember: 'yes' })
  assert.doesNotMatch((await browser.get('/confirm')).text, /id="trust"/)
  await code(browser, { trust: 'yes' })
  const page = await browser.get('/security', { 'user-agent': firefox })
  assert.equal(page.status, 200)
  assert.deepEqual([...browser.cookies.keys()], ['__Host-kt'])
  assert.match(wordsOf(page.text), /Without a click this browser is signed out at 11:53 am ET/)
  world.clock.pass(301)
  const late = await browser.get('/security')
  assert.match(late.headers.get('location') ?? '', /notice=ended/)
})

test('a form that comes back keeps what was ticked', async () => {
  const browser = new Browser(world.portal)
  const answer = await browser.submit('/sign-in', { username: 'elena.marsh', shared: 'yes' })
  assert.equal(answer.status, 422)
  assert.match(/<input[^>]*id="shared"[^>]*>/.exec(answer.text)?.[0] ?? '', / checked/)
})

test('every page behind sign-in says when it ends without a click', async () => {
  const { browser, base } = await world.signIn('elena.marsh', ELENA)
  for (const path of [base, `${base}/activity`, '/preferences', '/security/password'])
    assert.match((await browser.get(path)).text, /Without a click this browser is signed out at/)
  assert.doesNotMatch((await new Browser(world.portal).get('/sign-in')).text, /Without a click/)
})
