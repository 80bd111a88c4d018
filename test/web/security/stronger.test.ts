// A safer way, offered after a sign-in with a code that was sent: once, and never in the way.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { DEMO_PASSWORD } from '#seeds/plant.ts'
import { waitingCode } from '#test/support/codes.ts'
import { appCode } from '#test/support/oracle-totp.ts'
import { markupProblems } from '#test/support/page-checks.ts'
import { Browser, hiddenOf } from '#test/support/portal.ts'
import { openSignedIn, type SignedInPortal, wordsOf } from '#test/support/signed-in.ts'

let world: SignedInPortal
before(async () => {
  world = await openSignedIn(['1048264417', '1048264458'])
})
after(() => world.close())

/** Password and a code by text message; answers with where that leads. */
async function signIn(browser: Browser, username: string, more: Record<string, string> = {}) {
  const next = '/accounts'
  await browser.submit('/sign-in', { username, password: DEMO_PASSWORD, next, ...more })
  await browser.submit('/confirm/code', { contact: 'sms-1' }, '/confirm')
  const code = await waitingCode(world.book.database)
  const done = await browser.submit('/confirm', { code, next: '/preferences' }, '/confirm?way=code')
  return done.headers.get('location') ?? ''
}

const OFFER = '/security/stronger?next=%2Fpreferences'

test('offered after a code, on a whole page, until somebody says no; then on to what was wanted', async () => {
  assert.equal(await signIn(new Browser(world.portal), 'elena.marsh'), OFFER)
  const browser = new Browser(world.portal)
  assert.equal(await signIn(browser, 'elena.marsh'), OFFER)
  const page = await browser.get(OFFER)
  assert.equal(page.status, 200)
  assert.deepEqual(await markupProblems(page.text), [])
  assert.match(wordsOf(page.text), /Make your next sign-in safer/)
  for (const href of ['/security/passkeys', '/security/authenticator'])
    assert.ok(page.text.includes(`href="${href}"`), href)
  const fields = hiddenOf(page.text)
  const [one, two] = await Promise.all([
    browser.post('/security/stronger', fields),
    browser.post('/security/stronger', fields),
  ])
  for (const { headers } of [one, two]) assert.equal(headers.get('location'), '/preferences')
  assert.equal((await browser.get(OFFER)).headers.get('location'), '/preferences')
  assert.equal(await signIn(new Browser(world.portal), 'elena.marsh'), '/preferences')
})

test('no way out of the site, whatever stands in the address or the form', async () => {
  const browser = new Browser(world.portal)
  await signIn(browser, 'elena.marsh')
  const hidden = hiddenOf((await browser.get('/preferences')).text)
  for (const next of ['//evil.example', 'https://evil.example', '/\\evil.example']) {
    const address = `/security/stronger?${new URLSearchParams({ next })}`
    assert.equal((await browser.get(address)).headers.get('location'), '/accounts')
    const posted = await browser.post('/security/stronger', { ...hidden, next })
    assert.equal(posted.headers.get('location'), '/accounts')
  }
})

test('not on a shared computer, and not to who has an app', async () => {
  const shared = await signIn(new Browser(world.portal), 'ruth.calloway', { shared: 'yes' })
  assert.equal(shared, '/preferences')
  const { browser } = await world.signIn('ruth.calloway', '1048264458')
  const page = await browser.get('/security/authenticator')
  const secret = /k-secret-text k-code">([A-Z2-7 ]{39})</.exec(page.text)?.[1] ?? ''
  const code = appCode(secret.replaceAll(' ', ''), world.clock.now())
  const added = { ...hiddenOf(page.text), name: 'Phone', code }
  await browser.post('/security/authenticator', added)
  assert.equal(await signIn(new Browser(world.portal), 'ruth.calloway'), '/preferences')
})
