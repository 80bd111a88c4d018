import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { ownFactorsOf } from '#src/identity/recovery/remove-lost-factors.ts'
import { readObligor } from '#src/store/accounts/obligors.ts'
import { plantPasskey } from '#test/support/account-proofs.ts'
import { waitingCode, waitingMessage } from '#test/support/codes.ts'
import { type MigratedDatabase, testDatabase } from '#test/support/database.ts'
import {
  identityDeps,
  movableClock,
  type Person,
  plantAccount,
} from '#test/support/identity-world.ts'
import { markupProblems } from '#test/support/page-checks.ts'
import { Browser, hiddenOf, openPortal, type Portal } from '#test/support/portal.ts'
import { addApp, type WorldDeps } from '#test/support/second-factors.ts'
import { wordsOf } from '#test/support/signed-in.ts'

let database: MigratedDatabase
let portal: Portal
let deps: WorldDeps
const clock = movableClock()
const password = 'a quiet road past seven mills'
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
// All have the same phone, and a phone gets five codes an hour.
beforeEach(() => clock.pass(3601))

type Someone = { username: string; person: Person; loginId: string }

/** Registered, with an app and a passkey. */
async function somebody(): Promise<Someone> {
  people += 1
  const username = `somebody.${people}`
  const [person] = await plantAccount(database, `KT-6041-77${10 + people}`)
  const browser = new Browser(portal, `192.0.2.${people}`)
  await browser.submit('/register', proofOf(person))
  await sendAndType(browser, '/register/contact')
  await browser.submit('/register/sign-in', { username, password })
  clock.pass(3601)
  const { id: loginId } = await database.db
    .selectFrom('login')
    .where('username', '=', username)
    .select('id')
    .executeTakeFirstOrThrow()
  await addApp(deps, username, 'Old phone')
  await plantPasskey(deps, loginId, 'Old laptop')
  return { username, person, loginId }
}

const proofOf = ({ accountNumber, lastFour, vin }: Person) => ({ accountNumber, lastFour, vin })

async function sendAndType(browser: Browser, path: string) {
  await browser.submit(`${path}/code`, { contact: 'sms-1' }, path)
  return browser.submit(path, { code: await waitingCode(database) })
}

async function half({ username }: Someone): Promise<Browser> {
  const browser = new Browser(portal, `192.0.2.${people}`)
  const entered = await browser.submit('/sign-in', { username, password })
  assert.match(entered.headers.get('location') ?? '', /^\/confirm/)
  return browser
}

/** Up to the question what is lost. */
async function ready(who: Someone): Promise<Browser> {
  const browser = await half(who)
  const told = await browser.submit('/recover/factor', proofOf(who.person))
  assert.equal(told.headers.get('location'), '/recover/factor/contact')
  const typed = await sendAndType(browser, '/recover/factor/contact')
  assert.equal(typed.headers.get('location'), '/recover/factor/removal')
  return browser
}

test('after the password: I cannot use any of these, to a new way to sign in', async () => {
  const who = await somebody()
  const browser = await half(who)
  const confirm = await browser.get('/confirm')
  assert.match(confirm.text, /<a href="\/recover\/factor">I cannot use any of these/)
  const first = await browser.get('/recover/factor')
  const said = wordsOf(first.text)
  assert.match(said, /Step 1 of 3 .* It takes about three minutes/)
  assert.match(said, /What happens then .*signed out.*with your password and a code.*24 hours/)
  const elsewhere = await ready(who)
  assert.equal((await waitingMessage(database)).template, 'lostFactorCode')
  const choice = await elsewhere.get('/recover/factor/removal')
  assert.match(wordsOf(choice.text), /Passkey “Old laptop” Authenticator app “Old phone”/)
  assert.match(wordsOf(choice.text), /Forgotten your password as well\?/)
  const boxes = [...choice.text.matchAll(/name="(lost-[0-9a-f-]+)"/g)].map(([, name]) => name)
  const ticked = Object.fromEntries(boxes.map((name) => [name ?? '', 'yes']))
  const done = await elsewhere.submit('/recover/factor/removal', ticked)
  const signIn = done.headers.get('location') ?? ''
  assert.match(signIn, /^\/sign-in\?notice=factorsRemoved&next=/)
  assert.equal((await browser.get('/confirm')).status, 303)
  const page = await elsewhere.get(signIn)
  assert.match(wordsOf(page.text), /Done: what you lost is off your sign-in/)
  const fields = { username: who.username, password }
  const entered = await elsewhere.post('/sign-in', { ...hiddenOf(page.text), ...fields })
  const next = entered.headers.get('location') ?? ''
  clock.pass(3601)
  await elsewhere.submit('/sign-in', { ...fields, next: '/security?done=lost' }, signIn)
  await elsewhere.submit('/confirm/code', { contact: 'sms-1' }, next)
  const code = { code: await waitingCode(database), next: '/security?done=lost' }
  const in_ = await elsewhere.submit('/confirm', code, next)
  assert.equal(in_.headers.get('location'), '/security?done=lost')
  const led = wordsOf((await elsewhere.get('/security?done=lost')).text)
  assert.match(led, /Add a new way now.*add a passkey or add an authenticator app/)
  assert.match(led, /Lost ways to sign in removed by recovery/)
  assert.equal((await elsewhere.get('/security/authenticator')).status, 200)
})

test('nothing ticked, and a part that did not arrive: what to do, and what was ticked stays', async () => {
  const who = await somebody()
  const browser = await ready(who)
  const none = await browser.submit('/recover/factor/removal', {})
  assert.equal(none.status, 422)
  assert.match(wordsOf(none.text), /Tick at least one that you no longer have/)
  const [, box = ''] = /name="(lost-[0-9a-f-]+)"/.exec(none.text) ?? []
  const { token = '' } = hiddenOf(none.text)
  const keyless = await browser.post('/recover/factor/removal', { token, [box]: 'yes' })
  assert.equal(keyless.status, 422)
  assert.match(keyless.text, new RegExp(`id="${box}"[^>]*checked`))
  assert.deepEqual(await markupProblems(keyless.text), [])
  assert.equal((await ownFactorsOf(deps, who.loginId)).passkeys.length, 1)
})

test('whichever number is wrong the page is the same, and it counts against the account', async () => {
  const [who, other] = [await somebody(), await somebody()]
  const shownFor = async (answers: Record<string, string>) => {
    const answer = await (await half(who)).submit('/recover/factor', answers)
    return [answer.status, /<section class="k-errors".*?<\/section>/s.exec(answer.text)?.[0]]
  }
  const right = proofOf(who.person)
  const wrong = await shownFor({ ...right, lastFour: '0000' })
  assert.equal(wrong[0], 422)
  assert.match(String(wrong[1]), /could not match these three/)
  assert.deepEqual(await shownFor({ ...right, vin: '1HGCM82633A004353' }), wrong)
  assert.deepEqual(await shownFor(proofOf(other.person)), wrong)
  for (let tries = 1; tries <= 4; tries += 1) await shownFor({ ...right, lastFour: '0000' })
  assert.equal((await shownFor(right))[0], 429)
})

test('pressed twice at once, each step is taken once', async () => {
  const who = await somebody()
  const browser = await half(who)
  const page = await browser.get('/recover/factor')
  const fields = { ...hiddenOf(page.text), ...proofOf(who.person) }
  const both = await Promise.all([
    browser.post('/recover/factor', fields),
    browser.post('/recover/factor', fields),
  ])
  for (const { headers } of both) assert.equal(headers.get('location'), '/recover/factor/contact')
  const ready2 = await sendAndType(browser, '/recover/factor/contact')
  assert.equal(ready2.headers.get('location'), '/recover/factor/removal')
  const choice = await browser.get('/recover/factor/removal')
  const [, box = ''] = /name="(lost-[0-9a-f-]+)"/.exec(choice.text) ?? []
  const form = { ...hiddenOf(choice.text), [box]: 'yes' }
  const answers = await Promise.all([
    browser.post('/recover/factor/removal', form),
    browser.post('/recover/factor/removal', form),
  ])
  for (const { headers } of answers)
    assert.match(headers.get('location') ?? '', /notice=factorsRemoved/)
})

test('who has only contacts, or none on file, is told whom to call, what to have and how long it takes', async () => {
  const who = await somebody()
  await forgetContacts(who.person)
  const browser = await half(who)
  await browser.submit('/recover/factor', proofOf(who.person))
  const none = await browser.get('/recover/factor/contact')
  assert.match(
    wordsOf(none.text),
    /no phone number and no email.*Call .*license.*ten minutes.*again/,
  )
  const other = await somebody()
  await database.db.deleteFrom('login_totp').where('login_id', '=', other.loginId).execute()
  const at = { revoked_at: clock.now() }
  await database.db
    .updateTable('login_passkey')
    .set(at)
    .where('login_id', '=', other.loginId)
    .execute()
  const contacts = await (await half(other)).get('/recover/factor')
  assert.match(wordsOf(contacts.text), /This needs a call.* call .*license.*ten minutes/)
})

test('a visitor is sent to the password first, and so is who comes too late', async () => {
  const visitor = new Browser(portal)
  const sent = await visitor.get('/recover/factor')
  assert.equal(sent.headers.get('location'), '/sign-in?notice=lostFactor')
  const page = await visitor.get('/sign-in?notice=lostFactor')
  assert.match(wordsOf(page.text), /Sign in with your password first/)
  const browser = await ready(await somebody())
  clock.pass(15 * 60 + 1)
  const late = await browser.get('/recover/factor/removal')
  assert.equal(late.headers.get('location'), '/recover/factor?notice=expired')
})

test('in Spanish too, and nothing of it is in the log', async () => {
  const browser = await ready(await somebody())
  await browser.get('/language?to=es&back=/help')
  const page = await browser.get('/recover/factor/removal')
  assert.match(wordsOf(page.text), /¿Qué es lo que ya no tiene\?.*Qué pasa después/)
  assert.deepEqual(await markupProblems(page.text), [])
  assert.doesNotMatch(JSON.stringify(portal.lines), /1HGCM82633A004352|KT-6041/)
})

async function forgetContacts({ accountId, obligorId }: Person): Promise<void> {
  const { db, vault } = database
  const obligor = await readObligor(db, vault, { accountId, obligorId })
  assert.ok(obligor)
  const details = JSON.stringify({ ...obligor.details, phone: null, email: null })
  const sealed = vault.seal(details, `obligor ${accountId} ${obligorId}`)
  await db.updateTable('obligor').set({ sealed }).where('id', '=', obligorId).execute()
}
