// Under the strict profile codes open nothing, and who has nothing stronger adds it first.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { waitingCode } from '#test/support/codes.ts'
import { type MigratedDatabase, testDatabase } from '#test/support/database.ts'
import { movableClock, type Person, plantAccount } from '#test/support/identity-world.ts'
import { appCode } from '#test/support/oracle-totp.ts'
import { Browser, hiddenOf, openPortal, type Portal } from '#test/support/portal.ts'
import { wordsOf } from '#test/support/signed-in.ts'

const username = 'elena.marsh'
const password = 'a quiet road past seven mills'
const clock = movableClock()

let database: MigratedDatabase
let standard: Portal
let strict: Portal
let person: Person

before(async () => {
  database = await testDatabase()
  standard = await openPortal(database, clock)
  strict = await openPortal(database, clock, undefined, {}, { KEYTURN_SIGN_IN_PROFILE: 'strict' })
  ;[person] = await plantAccount(database, 'KT-3041-7731')
  const browser = new Browser(standard)
  const { accountNumber, lastFour, vin } = person
  await browser.submit('/register', { accountNumber, lastFour, vin })
  await browser.submit('/register/contact/code', { contact: 'email-1' }, '/register/contact')
  await browser.submit('/register/contact', { code: await waitingCode(database) })
  await browser.submit('/register/sign-in', { username, password })
})
after(async () => {
  await standard.close()
  await strict.close()
  await database.close()
})

async function shown(portal: Portal): Promise<Browser> {
  const browser = new Browser(portal)
  await browser.submit('/sign-in', { username, password })
  return browser
}

async function byCode(browser: Browser) {
  await browser.submit('/confirm/code', { contact: 'sms-1' }, '/confirm')
  return browser.submit('/confirm', { code: await waitingCode(database) })
}

let secret = ''

test('the password and a code show nothing of the account: an app is added first, and then signs in', async () => {
  const browser = await shown(strict)
  await byCode(browser)
  for (const path of ['/accounts', '/security', `/accounts/${person.accountId}`])
    assert.match((await browser.get(path)).headers.get('location') ?? '', /^\/confirm/)
  assert.equal((await browser.get('/confirm')).headers.get('location'), '/enroll')
  const page = await browser.get('/enroll')
  assert.match(wordsOf(page.text), /Your account is shown after this one step.*Sign out/)
  const [, spaced = ''] = /class="k-secret-text k-code">([^<]+)</.exec(page.text) ?? []
  secret = spaced.replaceAll(' ', '')
  const wrong = await browser.submit('/enroll', { name: 'Phone', code: '000000' })
  assert.equal(wrong.status, 422)
  const code = appCode(secret, clock.now())
  const fields = { ...hiddenOf(page.text), name: 'Phone', code }
  const { enrollment = '' } = Object.fromEntries(
    [...page.text.matchAll(/name="(enrollment)" value="([^"]+)"/g)].map(([, name, value]) => [
      name,
      value,
    ]),
  )
  const { token = '' } = hiddenOf((await browser.get('/enroll')).text)
  const done = await browser.post('/enroll', { ...fields, enrollment, token })
  assert.equal(done.headers.get('location'), '/security?done=appAdded')
  const security = await browser.get('/security')
  assert.equal(security.status, 200)
  assert.doesNotMatch(wordsOf(security.text), /Code by (text message|email)/)
})

test('who has an app is asked for it: no code is sent, and none that was sent opens the enrolling', async () => {
  const browser = await shown(strict)
  const page = await browser.get('/confirm')
  assert.match(wordsOf(page.text), /Code from your app/)
  assert.doesNotMatch(page.text, /\/confirm\/code|id="trust"/)
  const sent = await browser.submit('/confirm/code', { contact: 'sms-1' }, '/confirm')
  assert.equal(sent.status, 422)
  assert.equal((await browser.get('/enroll')).headers.get('location'), '/confirm')
  clock.pass(60)
  const code = appCode(secret, clock.now())
  assert.equal((await browser.submit('/confirm/authenticator', { code }, '/confirm')).status, 303)
  assert.equal((await browser.get('/security')).status, 200)
})

test('a session that a code opened before the lender became strict opens nothing any more', async () => {
  const browser = await shown(standard)
  await byCode(browser)
  assert.equal((await browser.get('/security')).status, 200)
  const moved = new Browser(strict)
  for (const [name, value] of browser.cookies) moved.cookies.set(name, value)
  assert.match((await moved.get('/security')).headers.get('location') ?? '', /^\/confirm/)
  assert.equal((await moved.get('/enroll')).headers.get('location'), '/confirm')
})
