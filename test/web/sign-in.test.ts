import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { waitingCode } from '#test/support/codes.ts'
import { type MigratedDatabase, testDatabase } from '#test/support/database.ts'
import { movableClock, type Person, plantAccount } from '#test/support/identity-world.ts'
import { type Answer, Browser, hiddenOf, openPortal, type Portal } from '#test/support/portal.ts'
import { wordsOf } from '#test/support/signed-in.ts'

let database: MigratedDatabase
let portal: Portal
let person: Person
let second: Person
const clock = movableClock()
const password = 'a quiet road past seven mills'

before(async () => {
  database = await testDatabase()
  portal = await openPortal(database, clock)
  ;[person, second] = await plantAccount(database, 'KT-2041-7731')
})
after(async () => {
  await portal.close()
  await database.close()
})

const proofOf = ({ accountNumber, lastFour, vin }: Person) => ({ accountNumber, lastFour, vin })
/** From the numbers of the account to the last form, by the code that is sent. */
async function prove(browser: Browser, who: Person): Promise<void> {
  await browser.submit('/register', proofOf(who))
  await browser.submit('/register/contact/code', { contact: 'sms-1' }, '/register/contact')
  await browser.submit('/register/contact', { code: await waitingCode(database) })
}

/** The second half of signing in. */
async function confirm(browser: Browser): Promise<Answer> {
  await browser.submit('/confirm/code', { contact: 'email-1' }, '/confirm')
  return browser.submit('/confirm', { code: await waitingCode(database) })
}

const sessions = async () =>
  (
    await database.db
      .selectFrom('login_session')
      .where('login_id', 'is not', null)
      .select('id')
      .execute()
  ).length

test('a wrong field of the three is never named, and what was typed stays', async () => {
  const pages: string[] = []
  for (const wrong of [
    { accountNumber: 'KT-0000-0000' },
    { lastFour: '0000' },
    { vin: '1HGCM82633A004353' },
  ]) {
    const answer = await new Browser(portal).submit('/register', { ...proofOf(person), ...wrong })
    assert.equal(answer.status, 422)
    const [value = ''] = Object.values(wrong)
    assert.ok(answer.text.includes(`value="${value}"`))
    pages.push(/<section class="k-errors".*?<\/section>/s.exec(answer.text)?.[0] ?? '')
  }
  assert.equal(new Set(pages).size, 1)
  assert.match(pages[0] ?? '', /We could not match these three/)
})

test('a field that cannot be right is named before anything is looked up', async () => {
  const answer = await new Browser(portal).submit('/register', {
    accountNumber: '',
    lastFour: '12',
    vin: 'IOQ',
  })
  assert.equal(answer.status, 422)
  assert.match(answer.text, /<title>Error: /)
  assert.match(answer.text, /Three things to fix/)
  for (const field of ['accountNumber', 'lastFour', 'vin']) {
    assert.ok(
      answer.text.includes(`href="#${field}"`) && answer.text.includes(`id="${field}-error"`),
    )
  }
})

test('from registration to signed out, with a session that changes at each step', async () => {
  const browser = new Browser(portal)
  const tokens: string[] = []
  const note = () => tokens.push(browser.cookies.get('__Host-kt') ?? '')
  assert.equal(
    (await browser.get('/register/sign-in')).headers.get('location'),
    '/register?notice=expired',
  )
  note()
  const proved = await browser.submit('/register', {
    ...proofOf(person),
    vin: person.vin.toLowerCase(),
  })
  assert.equal(proved.headers.get('location'), '/register/contact')
  note()
  // Nothing can be chosen before a code has shown that the contact is theirs.
  const early = await browser.get('/register/sign-in')
  assert.equal(early.headers.get('location'), '/register/contact')
  const where = await browser.get('/register/contact')
  assert.match(wordsOf(where.text), /Text message to ••0148/)
  assert.match(wordsOf(where.text), /Email to e••••@e••••\.com/)
  assert.doesNotMatch(where.text, /elena\.marsh@|5550148/)
  await browser.submit('/register/contact/code', { contact: 'sms-1' }, '/register/contact')
  const wrong = await browser.submit('/register/contact', { code: '000000' })
  assert.equal(wrong.status, 422)
  assert.match(wrong.text, /This is not the code we sent/)
  const shown = await browser.submit('/register/contact', { code: await waitingCode(database) })
  assert.equal(shown.headers.get('location'), '/register/sign-in')
  note()
  const short = await browser.submit('/register/sign-in', {
    username: 'elena.marsh',
    password: 'too short',
  })
  assert.equal(short.status, 422)
  assert.match(short.text, /Use 15 characters or more\./)
  assert.ok(short.text.includes('value="elena.marsh"') && !short.text.includes('too short'))
  const done = await browser.submit('/register/sign-in', { username: 'elena.marsh', password })
  assert.equal(done.status, 303)
  assert.equal(done.headers.get('location'), '/security/stronger')
  note()
  const declined = await browser.submit('/security/stronger', {})
  assert.equal(declined.headers.get('location'), '/accounts')
  assert.equal((await browser.get('/sign-in')).headers.get('location'), '/accounts')
  assert.equal((await browser.get('/')).headers.get('location'), '/accounts')
  const hidden = hiddenOf((await browser.get('/preferences')).text)
  const out = await browser.post('/sign-out', hidden)
  assert.equal(out.headers.get('location'), '/sign-in?notice=signedOut')
  assert.equal(out.headers.get('clear-site-data'), '"cache", "storage"')
  assert.equal(browser.cookies.has('__Host-kt'), false)
  assert.equal(new Set(tokens).size, 4)
  for (const token of tokens) {
    const thief = new Browser(portal)
    thief.cookies.set('__Host-kt', token)
    assert.equal((await thief.get('/')).headers.get('location'), '/sign-in')
  }
  assert.match((await browser.get('/sign-in?notice=signedOut')).text, /You are signed out\./)
})

test('a wrong password and an unknown name get the same page; the name stays, the password does not', async () => {
  const pageFor = async (username: string) => {
    const answer = await new Browser(portal).submit('/sign-in', {
      username,
      password: 'wrong wrong wrong wrong',
    })
    const bare = answer.text
      .replaceAll(username, 'NAME')
      .replace(/value="[\w-]{30,}"/g, '')
      .replace(/nonce="[^"]*"/g, '')
      .replaceAll(/href="\/language[^"]*"/g, '')
    assert.ok(answer.text.includes(`value="${username}"`) && !answer.text.includes('wrong wrong'))
    return { status: answer.status, bare }
  }
  const known = await pageFor('elena.marsh')
  assert.equal(known.status, 422)
  assert.match(
    known.bare,
    /The username and password do not match, or the password was given up after a report\./,
  )
  assert.deepEqual(await pageFor('nobody.here'), known)
})

test('the sixth try is told how long to wait, and that nothing is locked', async () => {
  for (let tries = 1; tries <= 4; tries += 1)
    await new Browser(portal).submit('/sign-in', {
      username: 'paused.name',
      password: 'wrong wrong wrong wrong',
    })
  const fifth = await new Browser(portal).submit('/sign-in', {
    username: 'paused.name',
    password: 'wrong wrong wrong wrong',
  })
  assert.match(
    fifth.text,
    /given up after a report\. Sign-in with this username is paused\. Try again in 30 seconds\./,
  )
  clock.pass(10)
  const sixth = await new Browser(portal).submit('/sign-in', { username: 'paused.name', password })
  assert.equal(sixth.status, 429)
  assert.equal(sixth.headers.get('retry-after'), '20')
  assert.match(sixth.text, /Try again in 20 seconds\. .*nothing is locked/)
})

test('many tries from one network: the page says that it is the network', async () => {
  const address = '203.0.113.40'
  for (let tries = 1; tries <= 20; tries += 1)
    await new Browser(portal, address).submit('/sign-in', {
      username: `nobody.${tries}`,
      password: 'wrong wrong wrong wrong',
    })
  const answer = await new Browser(portal, address).submit('/sign-in', {
    username: 'elena.marsh',
    password: 'wrong wrong wrong wrong',
  })
  assert.equal(answer.status, 429)
  assert.match(answer.text, /Too many tries came from your network/)
  assert.doesNotMatch(answer.text, /with this username/)
})

test('sign-in pressed twice: signed in, whichever answer the browser shows, and no failure counted', async () => {
  const browser = new Browser(portal)
  const hidden = hiddenOf((await browser.get('/sign-in')).text)
  const fields = { ...hidden, username: 'elena.marsh', password }
  const before = await sessions()
  const [one, two] = await Promise.all([
    browser.post('/sign-in', fields),
    browser.post('/sign-in', fields),
  ])
  assert.deepEqual([one.status, two.status], [303, 303])
  assert.equal((await confirm(browser)).headers.get('location'), '/accounts')
  assert.equal((await browser.get('/')).headers.get('location'), '/accounts')
  assert.ok((await sessions()) - before >= 1)
})

test('the code pressed twice: signed in by the first, and the second comes to the same page', async () => {
  const browser = new Browser(portal)
  await browser.submit('/sign-in', { username: 'elena.marsh', password })
  await browser.submit('/confirm/code', { contact: 'email-1' }, '/confirm')
  const hidden = hiddenOf((await browser.get('/confirm')).text)
  const fields = { ...hidden, code: await waitingCode(database), next: '/preferences' }
  const [one, two] = await Promise.all([
    browser.post('/confirm', fields),
    browser.post('/confirm', fields),
  ])
  assert.deepEqual(
    [one.headers.get('location'), two.headers.get('location')],
    ['/preferences', '/preferences'],
  )
  assert.equal((await browser.get('/preferences')).status, 200)
})

test('a password alone shows nothing: every page of an account asks for the second factor', async () => {
  const browser = new Browser(portal)
  await browser.submit('/sign-in', { username: 'elena.marsh', password })
  const base = `/accounts/${person.accountId}`
  for (const path of [
    '/accounts',
    base,
    `${base}/activity`,
    `${base}/payoff`,
    `${base}/messages`,
  ]) {
    const answer = await browser.get(path)
    assert.equal(answer.status, 303, path)
    assert.equal(answer.headers.get('location'), `/confirm?${new URLSearchParams({ next: path })}`)
  }
  const hidden = hiddenOf((await browser.get('/confirm')).text)
  const pay = await browser.post(`${base}/payments`, hidden)
  assert.equal(pay.headers.get('location'), '/confirm?next=%2Faccounts')
  assert.equal((await browser.post('/sign-out', hidden)).status, 303)
  assert.equal((await browser.get('/confirm')).headers.get('location'), '/accounts')
})

test('registration pressed twice: one login, and signed in with whichever answer the browser kept', async () => {
  const browser = new Browser(portal)
  await prove(browser, second)
  const hidden = hiddenOf((await browser.get('/register/sign-in')).text)
  const fields = { ...hidden, username: 'co.obligor', password }
  const [one, two] = [new Browser(portal), new Browser(portal)]
  for (const kept of [one, two])
    for (const [name, value] of browser.cookies) kept.cookies.set(name, value)
  const answers = await Promise.all(
    [one, two].map((kept) => kept.post('/register/sign-in', fields)),
  )
  for (const { headers } of answers) assert.equal(headers.get('location'), '/security/stronger')
  for (const kept of [one, two]) {
    const { headers } = await kept.get('/accounts')
    assert.match(headers.get('location') ?? '', /^\/accounts\/[0-9a-f-]{36}$/)
  }
  const wrong = { ...fields, password: 'nine windows over a harbor' }
  const other = await browser.post('/register/sign-in', wrong)
  assert.equal(other.headers.get('location'), '/sign-in?notice=registered')
})

test('a form left open for too long is shown again with the name in it, and counts nowhere', async () => {
  const browser = new Browser(portal)
  const hidden = hiddenOf((await browser.get('/sign-in')).text)
  clock.pass(16 * 60)
  const answer = await browser.post('/sign-in', { ...hidden, username: 'elena.marsh', password })
  assert.equal(answer.status, 422)
  assert.match(answer.text, /open for too long/)
  assert.ok(answer.text.includes('value="elena.marsh"'))
  const again = await browser.post('/sign-in', {
    ...hiddenOf(answer.text),
    username: 'elena.marsh',
    password,
  })
  assert.equal(again.headers.get('location'), '/confirm?next=%2Faccounts')
})

test('one comes back to the page one wanted, and to no other site', async () => {
  const wanted = `/accounts/${person.accountId}/payoff?on=2026-12-05`
  for (const [next, goes] of [
    [wanted, wanted],
    ['//evil.example', '/accounts'],
    ['/\\evil.example', '/accounts'],
    ['https://evil.example', '/accounts'],
    ['/accounts\r\nSet-Cookie: a=b', '/accounts'],
    ['/a?x=//evil.example', '/accounts'],
  ] as const) {
    const browser = new Browser(portal)
    const from = `/sign-in?${new URLSearchParams({ next })}`
    const answer = await browser.submit(
      '/sign-in',
      { username: 'elena.marsh', password, next },
      from,
    )
    const to = `/confirm?${new URLSearchParams({ next: goes })}`
    assert.equal(answer.headers.get('location'), to)
  }
})

test('the name is remembered only when asked for, and forgotten when not', async () => {
  const browser = new Browser(portal)
  await browser.submit('/sign-in', { username: 'elena.marsh', password, remember: 'yes' })
  browser.cookies.delete('__Host-kt')
  const page = await browser.get('/sign-in')
  assert.ok(page.text.includes('value="elena.marsh"'))
  await browser.submit('/sign-in', { username: 'elena.marsh', password })
  browser.cookies.delete('__Host-kt')
  assert.equal((await browser.get('/sign-in')).text.includes('elena.marsh'), false)
})

test('language: the browser’s own, a link, and what the login keeps', async () => {
  const browser = new Browser(portal)
  const spanish = { 'accept-language': 'fr;q=0.9, es-MX;q=0.8, en;q=0.5' }
  assert.match(
    (await browser.get('/sign-in', spanish)).text,
    /<html lang="es".*Entre en su cuenta/s,
  )
  assert.match((await browser.get('/sign-in', { 'accept-language': 'de' })).text, /<html lang="en"/)
  assert.match((await browser.get('/help?lang=es')).text, /No puedo entrar/)
  const link = await browser.get('/language?to=es&back=/help')
  assert.equal(link.headers.get('location'), '/help')
  assert.match((await browser.get('/help')).text, /No puedo entrar/)
  assert.equal(
    (await browser.get('/language?to=xx&back=//evil.example')).headers.get('location'),
    '/',
  )
  await browser.submit('/sign-in', { username: 'elena.marsh', password })
  await confirm(browser)
  await browser.submit('/preferences', { language: 'es', theme: 'dark' })
  const elsewhere = new Browser(portal)
  await elsewhere.submit('/sign-in', { username: 'elena.marsh', password })
  assert.match((await elsewhere.get('/help')).text, /<html lang="es" data-theme="dark"/)
})
