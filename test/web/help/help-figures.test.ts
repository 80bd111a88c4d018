// What the help pages say in figures is what the portal then does.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { readConfig } from '#src/config.ts'
import { words } from '#src/words/words.ts'
import { waitingCode } from '#test/support/codes.ts'
import { type MigratedDatabase, testDatabase } from '#test/support/database.ts'
import { movableClock, type Person, plantAccount } from '#test/support/identity-world.ts'
import { Browser, openPortal, type Portal } from '#test/support/portal.ts'
import { wordsOf } from '#test/support/signed-in.ts'

let database: MigratedDatabase
let portal: Portal
const clock = movableClock()
before(async () => {
  database = await testDatabase()
  portal = await openPortal(database, clock)
})
after(async () => {
  await portal.close()
  await database.close()
})

async function said(slug: string, sentence: RegExp): Promise<number[]> {
  const text = wordsOf((await new Browser(portal).get(`/help/${slug}`)).text)
  const found = sentence.exec(text)
  assert(found, `${slug}: ${text}`)
  return found.slice(1).map(Number)
}

const proofOf = ({ accountNumber, lastFour, vin }: Person) => ({ accountNumber, lastFour, vin })

test('as many wrong passwords as the page says are free, then as long a wait', async () => {
  const [tries = 0, first = 0, most = 0] = await said(
    'locked-out',
    /After (\d+) wrong passwords in a row.*first for (\d+) seconds.*never more than (\d+) hour/,
  )
  const guess = () => {
    return new Browser(portal).submit('/sign-in', { username: 'somebody.else', password: 'x' })
  }
  for (let at = 1; at <= tries; at += 1) assert.equal((await guess()).status, 422, `try ${at}`)
  const paused = await guess()
  assert.equal(paused.status, 429)
  assert.equal(Number(paused.headers.get('retry-after')), first)
  clock.pass(first)
  assert.equal((await guess()).status, 422)
  let longest = 0
  for (let at = 1; at < 12; at += 1) {
    const wait = Number((await guess()).headers.get('retry-after'))
    longest = Math.max(longest, wait)
    clock.pass(wait)
    await guess()
  }
  assert.equal(longest, most * 3600)
})

test('a code works as long, and as many times, and is sent as often as the page says', async () => {
  const [minutes = 0, tries = 0, sends = 0, hours = 0] = await said(
    'code-does-not-arrive',
    /works for (\d+) minutes and (\d+) tries\. After (\d+) codes within an hour you wait (\d+) hour/,
  )
  const late = await proved('KT-3041-7763')
  await send(late)
  const old = await waitingCode(database)
  clock.pass(minutes * 60)
  assert.equal((await type(late, old)).status, 422)
  const careful = await proved('KT-3041-7764')
  await send(careful)
  const code = await waitingCode(database)
  for (let wrong = 1; wrong < tries; wrong += 1) await type(careful, '0')
  clock.pass(minutes * 60 - 1)
  assert.equal((await type(careful, code)).headers.get('location'), '/register/sign-in')
  const careless = await proved('KT-3041-7765')
  await send(careless)
  const wasted = await waitingCode(database)
  for (let wrong = 1; wrong <= tries; wrong += 1) await type(careless, '0')
  assert.notEqual((await type(careless, wasted)).status, 303)
  clock.pass(3601)
  const impatient = await proved('KT-3041-7766')
  for (let sent = 1; sent <= sends; sent += 1) assert.equal((await send(impatient)).status, 303)
  const full = await send(impatient)
  assert.equal(full.status, 429)
  assert.equal(Number(full.headers.get('retry-after')), hours * 3600)
})

async function proved(accountNumber: string): Promise<Browser> {
  const [, somebody] = await plantAccount(database, accountNumber)
  const browser = new Browser(portal)
  await browser.submit('/register', proofOf(somebody))
  return browser
}

function send(browser: Browser) {
  return browser.submit('/register/contact/code', { contact: 'sms-1' }, '/register/contact')
}

function type(browser: Browser, code: string) {
  return browser.submit('/register/contact', { code: code.padStart(6, '0') })
}

test('what was proved is kept as long as the page says', async () => {
  const [minutes = 0] = await said(
    'forgotten-password',
    /keeps what you have shown for (\d+) minutes/,
  )
  const browser = await proved('KT-3041-7762')
  clock.pass(minutes * 60 - 1)
  assert.equal((await browser.get('/register/contact')).status, 200)
  clock.pass(1)
  const over = await browser.get('/register/contact')
  assert.equal(over.headers.get('location'), '/register?notice=expired')
})

test('a browser is trusted, and a shared computer signed out, as the pages where one chooses say', async () => {
  const [days = 0] = await said('second-step', /your password alone signs you in for (\d+) days/)
  const [minutes = 0] = await said('shared-computer', /(\d+) minutes without a click sign you out/)
  const { identity, protection } = words('en')
  assert.match(protection.trust.label, new RegExp(`for ${days} days$`))
  assert.match(identity.signIn.sharedHint, new RegExp(` ${minutes} minutes without a click`))
})

test('session limits, the sender and the proof are those of the settings', async () => {
  const settings = {
    KEYTURN_SMTP_URL: 'smtps://mail.example:465',
    KEYTURN_MAIL_FROM: 'Example Motor Finance <no-reply@mail.example>',
    KEYTURN_TEXT_URL: 'https://text.example/Messages',
    KEYTURN_TEXT_ACCOUNT: 'a',
    KEYTURN_TEXT_SECRET: 'b',
    KEYTURN_TEXT_FROM: '+12025550100',
    KEYTURN_SESSION_IDLE_MINUTES: '7',
    KEYTURN_SESSION_HOURS: '9',
    KEYTURN_SIGN_IN_PROFILE: 'strict',
  }
  const { session, messages } = readConfig(settings)
  const registration = { proof: 'birthDate', identityNumbers: 'ca' } as const
  const own = await openPortal(database, clock, undefined, { registration })
  try {
    Object.assign(own.config, { session, messages })
    const read = async (slug: string) => wordsOf((await new Browser(own).get(`/help/${slug}`)).text)
    assert.match(await read('signed-out'), /After 7 minutes without a click.*after 9 hours/)
    assert.match(await read('second-step'), /text message or email is no second step here/)
    assert.match(await read('second-step'), /No browser can be excused/)
    assert.doesNotMatch(await read('lost-phone'), /code by email/)
    const mail = await read('code-does-not-arrive')
    assert.match(mail, /Our mail comes from no-reply@mail\.example, with a subject/)
    const needs = /account number, the last 4 digits of your Social Insurance Number.*birth date/
    assert.match(await read('first-registration'), needs)
    assert.doesNotMatch(await read('first-registration'), /VIN|SSN/)
    assert.doesNotMatch(await read('numbers-do-not-match'), /VIN|SSN/)
  } finally {
    await own.close()
  }
})
