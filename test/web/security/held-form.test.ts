// A bank account is added by whoever has shown a factor within minutes. A form that comes later
// waits, and is sent once; a login that was recovered waits for a day.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { momentAfter } from '#src/identity/moments.ts'
import { holdLogin } from '#src/store/logins/holds.ts'
import { findLogin } from '#src/store/logins/logins.ts'
import { waitingCode } from '#test/support/codes.ts'
import { type Browser, hiddenOf } from '#test/support/portal.ts'
import {
  openSignedIn,
  type SignedIn,
  type SignedInPortal,
  wordsOf,
} from '#test/support/signed-in.ts'

const ELENA = '1048264417'
const RUTH = '1048264458'
const GOOD = {
  kind: 'savings',
  routingNumber: '021000021',
  accountNumber: '12345678901',
  accountNumberAgain: '12345678901',
  bankName: 'Harbor Savings',
  holder: 'mine',
}
const CONFIRM = '/confirm?next=%2Fheld-form'

let world: SignedInPortal
before(async () => {
  world = await openSignedIn([ELENA, RUTH])
})
after(() => world.close())

/** Signed in, with the form on the screen for six minutes. */
async function late(username = 'elena.marsh', number = ELENA) {
  const person = await world.signIn(username, number)
  const page = await person.browser.get(pathOf(person))
  assert.equal(page.status, 200)
  world.clock.pass(360)
  return { ...person, fields: { ...hiddenOf(page.text), ...GOOD } }
}

function pathOf({ base }: SignedIn): string {
  return `${base}/bank-accounts/new`
}

/** The code by text message; answers with where that leads. */
async function confirm(browser: Browser, path = CONFIRM): Promise<string | null> {
  const asked = await browser.get(path)
  await browser.post('/confirm/code', { ...hiddenOf(asked.text), contact: 'sms-1' })
  const { db, vault } = world.book.database
  const typed = {
    ...hiddenOf((await browser.get(path)).text),
    code: await waitingCode({ db, vault }),
  }
  return (await browser.post('/confirm', typed)).headers.get('location')
}

async function bankAccounts(): Promise<number> {
  const { rows } = await world.book.database.db
    .selectFrom('funding_account')
    .select(({ fn }) => fn.countAll<string>().as('rows'))
    .execute()
    .then((found) => ({ rows: Number(found[0]?.rows) }))
  return rows
}

test('a form that came too late waits for the confirmation and is sent once', async () => {
  const elena = await late()
  const before = await bankAccounts()
  const asked = await elena.browser.post(pathOf(elena), elena.fields)
  assert.deepEqual([asked.status, asked.headers.get('location')], [303, CONFIRM])
  assert.equal(await bankAccounts(), before)
  assert.equal(await confirm(elena.browser), '/held-form')
  const sent = await elena.browser.get('/held-form')
  assert.equal(sent.status, 303)
  assert.match(sent.headers.get('location') ?? '', /\/bank-accounts\/[0-9a-f-]{36}\?done=added$/)
  assert.equal(await bankAccounts(), before + 1)
  const again = await elena.browser.get('/held-form')
  assert.equal(again.headers.get('location'), '/accounts')
  assert.equal(await bankAccounts(), before + 1)
})

test('what was wrong in it is said on the form itself, with its policy and without its numbers', async () => {
  const elena = await late()
  await elena.browser.post(pathOf(elena), { ...elena.fields, accountNumberAgain: '12345678902' })
  await confirm(elena.browser)
  const answer = await elena.browser.get('/held-form')
  assert.equal(answer.status, 422)
  assert.match(wordsOf(answer.text), /two account numbers differ/)
  assert.doesNotMatch(answer.text, /1234567890/)
  const nonce = /'nonce-([^']+)'/.exec(answer.headers.get('content-security-policy') ?? '')?.[1]
  for (const [, used] of answer.text.matchAll(/<script[^>]* nonce="([^"]*)"/g))
    assert.equal(used, nonce)
  assert.ok(answer.text.includes('Harbor Savings'))
})

test('taken fifty times at once it is sent once', async () => {
  const elena = await late()
  const before = await bankAccounts()
  const number = { accountNumber: '12345678902', accountNumberAgain: '12345678902' }
  await elena.browser.post(pathOf(elena), { ...elena.fields, ...number })
  await confirm(elena.browser)
  const answers = await Promise.all(
    Array.from({ length: 50 }, () => elena.browser.get('/held-form')),
  )
  const sent = answers.filter(({ headers }) => headers.get('location') !== '/accounts')
  assert.equal(sent.length, 1)
  assert.equal(await bankAccounts(), before + 1)
})

test('without the confirmation it goes on waiting, for ten minutes and in its own session', async () => {
  const elena = await late()
  const before = await bankAccounts()
  await elena.browser.post(pathOf(elena), elena.fields)
  const early = await elena.browser.get('/held-form')
  assert.equal(early.headers.get('location'), CONFIRM)
  const other = await world.signIn('elena.marsh', ELENA)
  assert.equal((await other.browser.get('/held-form')).headers.get('location'), '/accounts')
  world.clock.pass(601)
  await confirm(elena.browser)
  assert.equal((await elena.browser.get('/held-form')).headers.get('location'), '/accounts')
  assert.equal(await bankAccounts(), before)
})

test('a page that asks for a factor is asked for again after five minutes, and come back to', async () => {
  const elena = await late()
  const query = '?choice=other&amount=75.00'
  const asked = await elena.browser.get(`${pathOf(elena)}${query}`)
  const next = `${pathOf(elena)}${query}`
  assert.equal(asked.headers.get('location'), `/confirm?${new URLSearchParams({ next })}`)
})

test('after a recovery nobody adds a bank account for a day, and is told why and until when', async () => {
  const { db, vault } = world.book.database
  const ruth = await world.signIn('ruth.calloway', RUTH)
  const login = await findLogin(db, vault, 'ruth.calloway')
  assert.ok(login)
  const until = momentAfter(world.clock.now(), { hours: 24 })
  const hold = (at: string) =>
    db.transaction().execute((tx) => holdLogin(tx, { loginId: login.id, until: at }))
  await hold(until)
  await hold(momentAfter(until, { hours: -1 }))
  const hidden = hiddenOf((await ruth.browser.get('/preferences')).text)
  const before = await bankAccounts()
  for (const answer of [
    await ruth.browser.get(pathOf(ruth)),
    await ruth.browser.post(pathOf(ruth), { ...hidden, ...GOOD }),
  ]) {
    assert.equal(answer.status, 403)
    assert.match(wordsOf(answer.text), /This waits for a day/)
    assert.match(wordsOf(answer.text), /open again on Wed, Nov 25/)
  }
  assert.equal(await bankAccounts(), before)
  assert.equal((await ruth.browser.get(`${ruth.base}/payments/new`)).status, 200)
  world.clock.set(until)
  const later = await world.signIn('ruth.calloway', RUTH)
  assert.equal((await later.browser.get(pathOf(later))).status, 200)
})
