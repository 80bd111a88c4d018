import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { readObligor } from '#src/store/accounts/obligors.ts'
import { findLogin } from '#src/store/logins/logins.ts'
import { hoursHeld, plantPasskey, signedInWith } from '#test/support/account-proofs.ts'
import { type MigratedDatabase, testDatabase } from '#test/support/database.ts'
import {
  identityDeps,
  movableClock,
  type Person,
  plantAccount,
} from '#test/support/identity-world.ts'
import { appCode } from '#test/support/oracle-totp.ts'
import { markupProblems } from '#test/support/page-checks.ts'
import { Browser, hiddenOf, openPortal, type Portal } from '#test/support/portal.ts'
import { plantLogin, type WorldDeps } from '#test/support/second-factors.ts'
import { wordsOf } from '#test/support/signed-in.ts'

let database: MigratedDatabase
let portal: Portal
let deps: WorldDeps
const clock = movableClock()
let people = 0

before(async () => {
  database = await testDatabase()
  portal = await openPortal(database, clock)
  deps = identityDeps(database, clock)
})
after(async () => {
  await portal.close()
  await database.close()
})

/** Signed in by e-mail, the only contact there is. */
async function byMail() {
  people += 1
  const username = `mail.only.${people}`
  const [person] = await plantAccount(database, `KT-6051-77${10 + people}`)
  const loginId = await plantLogin(database, deps, { username, person })
  const obligor = await readObligor(database.db, database.vault, person)
  assert.ok(obligor)
  const details = JSON.stringify({ ...obligor.details, phone: null })
  const { accountId, obligorId } = person
  const sealed = database.vault.seal(details, `obligor ${accountId} ${obligorId}`)
  await database.db.updateTable('obligor').set({ sealed }).where('id', '=', obligorId).execute()
  const browser = new Browser(portal, `192.0.2.${people}`)
  browser.cookies.set('__Host-kt', (await signedInWith(deps, loginId, ['email'])).token)
  return { browser, person, loginId, username }
}

const proofOf = ({ accountNumber, lastFour, vin }: Person) => ({ accountNumber, lastFour, vin })

test('who has only e-mail is led from the app to the numbers, and from there back to an app', async () => {
  const { browser, person, loginId } = await byMail()
  const asked = await browser.get('/security/authenticator')
  assert.equal(asked.headers.get('location'), '/security/proof')
  const page = await browser.get('/security/proof')
  const said = wordsOf(page.text)
  assert.match(said, /An email alone cannot confirm.*What happens then.*15 minutes.*24 hours/)
  assert.deepEqual(await markupProblems(page.text), [])
  const wrong = await browser.submit('/security/proof', { ...proofOf(person), lastFour: '0000' })
  assert.equal(wrong.status, 422)
  assert.match(wordsOf(wrong.text), /could not match these three.*an account that you see here/)
  const right = await browser.submit('/security/proof', proofOf(person))
  assert.equal(right.headers.get('location'), '/security/proof')
  const choice = await browser.get('/security/proof')
  assert.match(wordsOf(choice.text), /Thank you: it is your account.*Add a passkey.*Add an auth/)
  const app = await browser.get('/security/authenticator')
  assert.equal(app.status, 200)
  const [, secret = ''] = /k-secret-text[^>]*>([A-Z2-7 ]+)</.exec(app.text) ?? []
  const form = { code: appCode(secret, clock.now()), name: 'New phone' }
  const added = await browser.post('/security/authenticator', { ...hiddenOf(app.text), ...form })
  assert.equal(added.headers.get('location'), '/security?done=appAdded')
  assert.equal(await hoursHeld(deps, loginId), 24)
  const used = await browser.get('/security/passkeys')
  assert.match(used.headers.get('location') ?? '', /^\/confirm\?/)
  assert.match(wordsOf((await browser.get('/security')).text), /New phone.*Account proved by/)
})

test('the passkeys’ page opens by the numbers, but takes no passkey away', async () => {
  const { browser, person } = await byMail()
  await browser.submit('/security/proof', proofOf(person))
  const page = await browser.get('/security/passkeys')
  assert.equal(page.status, 200)
  const removal = await browser.post('/security/passkeys/removal', hiddenOf(page.text))
  assert.equal(removal.status, 403)
  assert.match(wordsOf(removal.text), /First add an authenticator app or a passkey/)
})

test('what needs more than e-mail says what to do first; the other factors’ owner finds the way too', async () => {
  const { browser, username } = await byMail()
  const told = await browser.get('/add-account')
  assert.equal(told.status, 403)
  assert.match(wordsOf(told.text), /needs more than an email.*First add.*Add a way to sign in/)
  const confirm = await browser.get('/confirm')
  assert.match(confirm.text, /<a href="\/security\/proof">I cannot use any of these/)
  const half = new Browser(portal)
  const login = await findLogin(database.db, database.vault, username)
  assert.ok(login)
  assert.equal((await half.get('/security/proof')).status, 303)
})

test('who has a passkey is told to show it, or to take it off first; the numbers are not asked', async () => {
  const { browser, person, loginId } = await byMail()
  const asked = await browser.get('/security/proof')
  await plantPasskey(deps, loginId)
  const fields = { ...hiddenOf(asked.text), ...proofOf(person) }
  for (const told of [
    await browser.get('/security/proof'),
    await browser.post('/security/proof', fields),
  ]) {
    assert.equal(told.status, 403)
    assert.match(wordsOf(told.text), /papers do not take its place.*sign out.*take off what you/)
    assert.deepEqual(await markupProblems(told.text), [])
  }
  const passkeys = await browser.get('/security/passkeys')
  assert.match(passkeys.headers.get('location') ?? '', /^\/confirm\?/)
})

test('pressed twice at once, and after the session is over', async () => {
  const { browser, person } = await byMail()
  const page = await browser.get('/security/proof')
  const fields = { ...hiddenOf(page.text), ...proofOf(person) }
  const both = await Promise.all([
    browser.post('/security/proof', fields),
    browser.post('/security/proof', fields),
  ])
  for (const { headers } of both) assert.equal(headers.get('location'), '/security/proof')
  assert.match(wordsOf((await browser.get('/security/proof')).text), /it is your account/)
  clock.pass(16 * 60)
  const late = await browser.post('/security/proof', fields)
  assert.equal(late.headers.get('location'), '/security/proof?notice=expired')
})
