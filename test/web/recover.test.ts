import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openAddressee } from '#src/identity/messages/addressee.ts'
import { waitingCode } from '#test/support/codes.ts'
import { type MigratedDatabase, testDatabase } from '#test/support/database.ts'
import { movableClock, type Person, plantAccount } from '#test/support/identity-world.ts'
import { type Answer, Browser, hiddenOf, openPortal, type Portal } from '#test/support/portal.ts'
import { wordsOf } from '#test/support/signed-in.ts'

let database: MigratedDatabase
let portal: Portal
let person: Person
let stranger: Person
const clock = movableClock()
const first = 'a quiet road past seven mills'
const second = 'eleven lanterns on a wet pier'

before(async () => {
  database = await testDatabase()
  portal = await openPortal(database, clock)
  ;[person] = await plantAccount(database, 'KT-3041-7731')
  ;[, stranger] = await plantAccount(database, 'KT-3041-7732')
  const browser = new Browser(portal)
  await show(browser, '/register', person)
  await browser.submit('/register/sign-in', { username: 'elena.marsh', password: first })
})
after(async () => {
  await portal.close()
  await database.close()
})

const proofOf = ({ accountNumber, lastFour, vin }: Person) => ({ accountNumber, lastFour, vin })

/** Which account, and the code that comes to a contact of it. */
async function show(browser: Browser, flow: '/register' | '/recover', who: Person): Promise<void> {
  await browser.submit(flow, proofOf(who))
  await browser.submit(`${flow}/contact/code`, { contact: 'email-1' }, `${flow}/contact`)
  await browser.submit(`${flow}/contact`, { code: await waitingCode(database) })
}

async function signIn(password: string, browser = new Browser(portal)): Promise<Answer> {
  return browser.submit('/sign-in', { username: 'elena.marsh', password })
}

async function confirmed(password: string): Promise<Browser> {
  const browser = new Browser(portal)
  await signIn(password, browser)
  await browser.submit('/confirm/code', { contact: 'sms-1' }, '/confirm')
  await browser.submit('/confirm', { code: await waitingCode(database) })
  return browser
}

test('who registers is told so on every contact', async () => {
  assert.deepEqual(await notices('registered'), ['+16145550148', 'elena.marsh@example.com'])
})

test('whoever has no sign-in, and wrong numbers, get the same page', async () => {
  const pageFor = async (who: Person) => {
    const answer = await new Browser(portal).submit('/recover', proofOf(who))
    return [answer.status, /<section class="k-errors".*?<\/section>/s.exec(answer.text)?.[0]]
  }
  const unregistered = await pageFor(stranger)
  assert.equal(unregistered[0], 422)
  assert.match(unregistered[1] as string, /could not match these three/)
  assert.deepEqual(await pageFor({ ...person, lastFour: '0000' }), unregistered)
  assert.deepEqual(await pageFor({ ...person, accountNumber: 'KT-0' }), unregistered)
})

test('the steps cannot be skipped, and what registering proved does not recover', async () => {
  const browser = new Browser(portal)
  for (const path of ['/recover/contact', '/recover/password'])
    assert.equal((await browser.get(path)).headers.get('location'), '/recover?notice=expired')
  await browser.submit('/recover', proofOf(person))
  const early = await browser.get('/recover/password')
  assert.equal(early.headers.get('location'), '/recover?notice=expired')
  const other = new Browser(portal)
  await show(other, '/register', stranger)
  const crossed = await other.get('/recover/password')
  assert.equal(crossed.headers.get('location'), '/recover?notice=expired')
})

test('from nothing remembered to signed in: the username, a new password, the second factor as before', async () => {
  const elsewhere = await confirmed(first)
  assert.equal((await elsewhere.get('/security')).status, 200)
  const browser = new Browser(portal)
  await show(browser, '/recover', person)
  const page = await browser.get('/recover/password')
  assert.match(wordsOf(page.text), /Your username is elena\.marsh/)
  const short = await browser.submit('/recover/password', { password: 'too short' })
  assert.equal(short.status, 422)
  assert.match(short.text, /Use 15 characters or more/)
  const fields = { ...hiddenOf(short.text), password: second }
  const answers = await Promise.all([
    browser.post('/recover/password', fields),
    browser.post('/recover/password', fields),
  ])
  for (const { headers } of answers)
    assert.equal(headers.get('location'), '/sign-in?notice=recovered')
  assert.equal((await elsewhere.get('/security')).status, 303)
  assert.equal((await signIn(first)).status, 422)
  assert.equal((await signIn(second)).headers.get('location'), '/confirm?next=%2Faccounts')
  const entered = await confirmed(second)
  assert.match(wordsOf((await entered.get('/security')).text), /Password replaced by recovery/)
  assert.deepEqual(await notices('passwordReset'), ['+16145550148', 'elena.marsh@example.com'])
  const { held_until: held } = await database.db
    .selectFrom('login')
    .where('username', '=', 'elena.marsh')
    .select('held_until')
    .executeTakeFirstOrThrow()
  assert.equal(Date.parse(held ?? '') - Date.parse(clock.now()), 24 * 3_600_000)
})

test('a pause after wrong passwords ends with the reset', async () => {
  for (let tries = 1; tries <= 6; tries += 1) await signIn('wrong wrong wrong wrong')
  assert.equal((await signIn(second)).status, 429)
  clock.pass(3601)
  for (let tries = 1; tries <= 3; tries += 1) await signIn('wrong wrong wrong wrong')
  const browser = new Browser(portal)
  await show(browser, '/recover', person)
  const page = await browser.get('/recover/password')
  const fields = { ...hiddenOf(page.text), password: first }
  await Promise.all([1, 2].map(() => browser.post('/recover/password', fields)))
  assert.equal((await signIn(first)).status, 303)
  // Guessed at once more: whoever recovered does not wait for strangers, in that browser.
  for (let tries = 1; tries <= 6; tries += 1) await signIn('wrong wrong wrong wrong')
  assert.equal((await signIn(first)).status, 429)
  const entered = await browser.submit('/sign-in', { username: 'elena.marsh', password: first })
  assert.equal(entered.headers.get('location'), '/confirm?next=%2Faccounts')
})

/** Whom a notice went to. */
async function notices(template: string): Promise<string[]> {
  const rows = await database.db
    .selectFrom('outbox')
    .select(['id', 'sealed'])
    .where('template', '=', template)
    .execute()
  return rows.map((row) => openAddressee(database.vault, row).to).sort()
}
