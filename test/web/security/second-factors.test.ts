// Authenticator apps and backup codes as people use them: adding, signing in, removing, and being
// asked again before each of these.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { DEMO_PASSWORD } from '#seeds/plant.ts'
import { readObligor } from '#src/store/accounts/obligors.ts'
import { waitingCode } from '#test/support/codes.ts'
import { appCode } from '#test/support/oracle-totp.ts'
import { markupProblems } from '#test/support/page-checks.ts'
import { Browser, hiddenOf } from '#test/support/portal.ts'
import { openSignedIn, type SignedInPortal, wordsOf } from '#test/support/signed-in.ts'

const STORIES = { 'elena.marsh': '1048264417', 'ruth.calloway': '1048264458' } as const
type Username = keyof typeof STORIES

let world: SignedInPortal
before(async () => {
  world = await openSignedIn(Object.values(STORIES))
})
after(() => world.close())

const enter = async (username: Username) =>
  (await world.signIn(username, STORIES[username])).browser

/** The key that stands on the page as text. */
function secretOf(html: string): string {
  const shown = /k-secret-text k-code">([A-Z2-7 ]{39})</.exec(html)?.[1]
  assert.ok(shown, 'the page shows a key')
  return shown.replaceAll(' ', '')
}

async function addApp(browser: Browser, name: string): Promise<string> {
  const page = await browser.get('/security/authenticator')
  const secret = secretOf(page.text)
  const code = appCode(secret, world.clock.now())
  const fields = { ...hiddenOf(page.text), name, code }
  const done = await browser.post('/security/authenticator', fields)
  assert.equal(done.headers.get('location'), '/security?done=appAdded')
  return secret
}

async function removeApps(browser: Browser): Promise<void> {
  const { text } = await browser.get('/security')
  for (const [, path = ''] of text.matchAll(/href="(\/security\/authenticator\/removal[^"]*)"/g)) {
    const page = await browser.get(path)
    await browser.post('/security/authenticator/removal', hiddenOf(page.text))
  }
}

/** A browser in which the password has been typed. */
async function halfWay(username: Username, next = '/security'): Promise<Browser> {
  const browser = new Browser(world.portal)
  const from = `/sign-in?${new URLSearchParams({ next })}`
  await browser.submit('/sign-in', { username, password: DEMO_PASSWORD, next }, from)
  return browser
}

test('adding: a picture without inline styles, the key in fours, a wrong code, a right one', async () => {
  const browser = await enter('elena.marsh')
  const page = await browser.get('/security/authenticator')
  assert.equal(page.status, 200)
  assert.deepEqual(await markupProblems(page.text), [])
  assert.match(page.text, /<svg class="k-qr" viewBox="0 0 \d+ \d+" role="img" aria-label="QR code/)
  assert.doesNotMatch(page.text, /style=/)
  const secret = secretOf(page.text)
  assert.doesNotMatch(page.text, new RegExp(`value="[^"]*${secret.slice(0, 8)}`))
  const right = appCode(secret, world.clock.now())
  const wrong = right === '000000' ? '000001' : '000000'
  const hidden = hiddenOf(page.text)
  const typed = { ...hidden, name: '  ', code: '12' }
  const empty = await browser.post('/security/authenticator', typed)
  assert.equal(empty.status, 422)
  assert.match(wordsOf(empty.text), /Two things to fix/)
  assert.deepEqual(await markupProblems(empty.text), [])
  const refused = await browser.post('/security/authenticator', {
    ...hidden,
    name: 'My phone',
    code: wrong,
  })
  assert.equal(refused.status, 422)
  assert.match(wordsOf(refused.text), /not the code that your app shows now/)
  assert.equal(secretOf(refused.text), secret)
  assert.ok(refused.text.includes('value="My phone"'))
  const fields = { ...hidden, name: 'My <phone>', code: right }
  const [one, two] = await Promise.all([
    browser.post('/security/authenticator', fields),
    browser.post('/security/authenticator', fields),
  ])
  for (const { headers } of [one, two])
    assert.equal(headers.get('location'), '/security?done=appAdded')
  const security = await browser.get('/security?done=appAdded')
  assert.match(wordsOf(security.text), /Authenticator app: My &lt;phone/)
  assert.match(wordsOf(security.text), /Not used yet/)
  assert.match(wordsOf(security.text), /Make backup codes too/)
  assert.equal([...security.text.matchAll(/Authenticator app: My/g)].length, 1)
  assert.deepEqual(await markupProblems(security.text), [])
  await removeApps(browser)
})

test('signing in with the app: asked first, pressed twice, then never again with that code', async () => {
  const secret = await addApp(await enter('elena.marsh'), 'Phone')
  world.clock.pass(30)
  const browser = await halfWay('elena.marsh')
  const page = await browser.get('/confirm?next=%2Fsecurity')
  assert.match(wordsOf(page.text), /Code from your app/)
  assert.match(wordsOf(page.text), /Another way Code by text message or email/)
  assert.deepEqual(await markupProblems(page.text), [])
  const code = appCode(secret, world.clock.now())
  const hidden = hiddenOf(page.text)
  assert.equal(hidden.next, '/security')
  const wrong = await browser.post('/confirm/authenticator', { ...hidden, code: '12' })
  assert.equal(wrong.status, 422)
  assert.deepEqual(await markupProblems(wrong.text), [])
  const [one, two] = await Promise.all([
    browser.post('/confirm/authenticator', { ...hidden, code }),
    browser.post('/confirm/authenticator', { ...hidden, code }),
  ])
  assert.deepEqual(
    [one.headers.get('location'), two.headers.get('location')],
    ['/security', '/security'],
  )
  const security = wordsOf((await browser.get('/security')).text)
  assert.match(security, /Last used/)
  const other = await halfWay('elena.marsh')
  const again = await other.submit('/confirm/authenticator', { code }, '/confirm')
  assert.equal(again.status, 422)
  assert.match(wordsOf(again.text), /This code has been used/)
  await removeApps(await enter('elena.marsh'))
})

test('another way is a link, and a code that is sent comes back to that way', async () => {
  await addApp(await enter('elena.marsh'), 'Phone')
  const browser = await halfWay('elena.marsh')
  const page = await browser.get('/confirm?way=code&next=%2Fsecurity')
  assert.match(wordsOf(page.text), /Where do we send the code/)
  assert.match(page.text, /href="\/confirm\?way=authenticator&amp;next=%2Fsecurity"/)
  const fields = { ...hiddenOf(page.text), contact: 'sms-1' }
  const sent = await browser.post('/confirm/code', fields)
  assert.equal(sent.headers.get('location'), '/confirm?way=code&next=%2Fsecurity')
  const waiting = await browser.get('/confirm?next=%2Fsecurity&way=code')
  const { db, vault } = world.book.database
  const code = await waitingCode({ db, vault })
  const done = await browser.post('/confirm', { ...hiddenOf(waiting.text), code })
  assert.equal(done.headers.get('location'), '/security')
  // What the login does not have is not offered, whatever the address says.
  const half = await halfWay('elena.marsh')
  assert.match(wordsOf((await half.get('/confirm?way=backup')).text), /Code from your app/)
  await removeApps(await enter('elena.marsh'))
})

test('after five minutes one is asked again, and comes back to the page', async () => {
  const browser = await enter('ruth.calloway')
  world.clock.pass(301)
  for (const path of ['/security/authenticator', '/security/backup-codes']) {
    const asked = await browser.get(path)
    assert.equal(asked.status, 303)
    assert.equal(asked.headers.get('location'), `/confirm?${new URLSearchParams({ next: path })}`)
    const hidden = hiddenOf((await browser.get('/preferences')).text)
    const posted = await browser.post(path, hidden)
    assert.equal(posted.headers.get('location'), `/confirm?${new URLSearchParams({ next: path })}`)
  }
  const page = await browser.get('/confirm?next=%2Fsecurity%2Fauthenticator')
  assert.match(wordsOf(page.text), /Before this we ask once more/)
  assert.doesNotMatch(wordsOf(page.text), /Email to/)
  const fields = { ...hiddenOf(page.text), contact: 'sms-1' }
  await browser.post('/confirm/code', fields)
  const { db, vault } = world.book.database
  const waiting = await browser.get('/confirm?next=%2Fsecurity%2Fauthenticator&way=code')
  const code = await waitingCode({ db, vault })
  const done = await browser.post('/confirm', { ...hiddenOf(waiting.text), code })
  assert.equal(done.headers.get('location'), '/security/authenticator')
  assert.equal((await browser.get('/security/authenticator')).status, 200)
})

test('removing: the app cannot vouch for itself, another factor can', async () => {
  const secret = await addApp(await enter('elena.marsh'), 'Old phone')
  world.clock.pass(30)
  const browser = await halfWay('elena.marsh')
  const code = appCode(secret, world.clock.now())
  await browser.submit('/confirm/authenticator', { code }, '/confirm')
  const { text } = await browser.get('/security')
  const path =
    /href="(\/security\/authenticator\/removal\?app=[0-9a-f-]{36})"/.exec(text)?.[1] ?? ''
  const asked = await browser.get(path)
  const except = path.slice(-36)
  const confirm = `/confirm?${new URLSearchParams({ next: path, except })}`
  assert.equal(asked.headers.get('location'), confirm)
  const posted = await browser.post('/security/authenticator/removal', {
    ...hiddenOf(text),
    app: except,
  })
  assert.equal(posted.headers.get('location'), confirm)
  const page = await browser.get(confirm)
  assert.match(wordsOf(page.text), /Where do we send the code/)
  assert.doesNotMatch(wordsOf(page.text), /Code from your app/)
  world.clock.pass(30)
  const next = appCode(secret, world.clock.now())
  const self = await browser.post('/confirm/authenticator', {
    ...hiddenOf(page.text),
    except,
    code: next,
  })
  assert.equal(self.status, 422)
  const fresh = await enter('elena.marsh')
  const removal = await fresh.get(path)
  assert.match(wordsOf(removal.text), /Codes from “Old phone” work no longer/)
  assert.deepEqual(await markupProblems(removal.text), [])
  const done = await fresh.post('/security/authenticator/removal', hiddenOf(removal.text))
  assert.equal(done.headers.get('location'), '/security?done=appRemoved')
  assert.doesNotMatch(wordsOf((await fresh.get('/security')).text), /Old phone/)
  const ruth = await enter('ruth.calloway')
  assert.equal((await ruth.get(path)).headers.get('location'), '/security')
})

test('backup codes: shown once, asked for by number, and gone when used', async () => {
  const browser = await enter('elena.marsh')
  const made = await browser.submit('/security/backup-codes', {})
  assert.equal(made.status, 200)
  assert.match(made.headers.get('cache-control') ?? '', /no-store/)
  assert.deepEqual(await markupProblems(made.text), [])
  const codes = [...made.text.matchAll(/k-code">((?:[0-9A-Z]{4} ){3}[0-9A-Z]{4})</g)].map(
    ([, code = '']) => code,
  )
  assert.equal(codes.length, 10)
  const after = await browser.get('/security/backup-codes')
  for (const code of codes) assert.equal(after.text.includes(code), false)
  assert.match(wordsOf(after.text), /You have 10 of 10 left/)
  const half = await halfWay('elena.marsh')
  const page = await half.get('/confirm?way=backup&next=%2Fsecurity')
  assert.match(wordsOf(page.text), /Backup code number 1/)
  assert.deepEqual(await markupProblems(page.text), [])
  const wrong = await half.post('/confirm/backup-code', {
    ...hiddenOf(page.text),
    backupCode: codes[1] ?? '',
  })
  assert.equal(wrong.status, 422)
  assert.match(wordsOf(wrong.text), /not backup code number 1/)
  const fields = { ...hiddenOf(page.text), backupCode: codes[0] ?? '' }
  const [one, two] = await Promise.all([
    half.post('/confirm/backup-code', fields),
    half.post('/confirm/backup-code', fields),
  ])
  assert.deepEqual(
    [one.headers.get('location'), two.headers.get('location')],
    ['/security', '/security'],
  )
  assert.match(wordsOf((await half.get('/security')).text), /Backup codes 9 of 10 left/)
  const later = await halfWay('elena.marsh')
  assert.match(wordsOf((await later.get('/confirm?way=backup')).text), /Backup code number 2/)
})

test('a button pressed twice: one set, and the second answer says that it cannot be seen', async () => {
  const browser = await enter('elena.marsh')
  const hidden = hiddenOf((await browser.get('/security/backup-codes')).text)
  const answers = await Promise.all(
    [1, 2].map(() => browser.post('/security/backup-codes', hidden)),
  )
  assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 422])
  const second = answers.find(({ status }) => status === 422)
  assert.match(wordsOf(second?.text ?? ''), /pressed twice/)
})

/** Nothing but a mailbox is left in the file. */
async function forgetPhone(username: Username): Promise<void> {
  const { db, vault } = world.book.database
  const owner = await world.book.ownerOf(STORIES[username])
  const obligor = await readObligor(db, vault, owner)
  assert.ok(obligor)
  const details = JSON.stringify({ ...obligor.details, phone: null })
  const sealed = vault.seal(details, `obligor ${owner.accountId} ${owner.obligorId}`)
  await db.updateTable('obligor').set({ sealed }).where('id', '=', owner.obligorId).execute()
}

test('who has only an e-mail is told what to do, and an app of theirs speaks for itself', async () => {
  await forgetPhone('ruth.calloway')
  const browser = await enter('ruth.calloway')
  const secret = await addApp(browser, 'Only one')
  world.clock.pass(301)
  const byApp = await browser.get('/confirm?next=%2Fsecurity%2Fauthenticator')
  assert.match(wordsOf(byApp.text), /Code from your app/)
  assert.doesNotMatch(wordsOf(byApp.text), /Another way/)
  const code = appCode(secret, world.clock.now())
  await browser.post('/confirm/authenticator', { ...hiddenOf(byApp.text), code })
  await removeApps(browser)
  assert.doesNotMatch(wordsOf((await browser.get('/security')).text), /Only one/)
  world.clock.pass(301)
  const told = await browser.get('/security/backup-codes')
  assert.equal(told.status, 403)
  assert.match(wordsOf(told.text), /First add an authenticator app or a passkey/)
  assert.deepEqual(await markupProblems(told.text), [])
  for (const path of ['/security/authenticator', '/security/passkeys'])
    assert.equal((await browser.get(path)).headers.get('location'), '/security/proof')
  const confirm = wordsOf((await browser.get('/confirm')).text)
  assert.match(confirm, /An email cannot confirm a change like this/)
})

test('no secret and no code reaches the log', () => {
  const text = JSON.stringify(world.portal.lines)
  assert.doesNotMatch(text, /[A-Z2-7]{32}|otpauth|"code"/)
})
