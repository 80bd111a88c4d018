import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { DEMO_PASSWORD } from '#seeds/plant.ts'
import { openAddressee } from '#src/identity/messages/addressee.ts'
import { type Answer, Browser, hiddenOf } from '#test/support/portal.ts'
import { openSignedIn, type SignedInPortal, wordsOf } from '#test/support/signed-in.ts'

const ELENA = '1048264417'
const path = '/security/password'

let world: SignedInPortal
let current = DEMO_PASSWORD
before(async () => {
  world = await openSignedIn([ELENA])
})
beforeEach(() => world.clock.pass(4000))
after(() => world.close())

const elena = async () => (await world.signIn('elena.marsh', ELENA)).browser

async function signInWith(password: string): Promise<Answer> {
  return new Browser(world.portal, '203.0.113.50').submit('/sign-in', {
    username: 'elena.marsh',
    password,
  })
}

test('a password is changed with the current one: others are signed out, contacts are told, the token is new', async () => {
  const there = await elena()
  const here = await elena()
  const before = here.cookies.get('__Host-kt')
  const next = 'eleven lanterns on a wet pier'
  const done = await here.submit(path, { current, password: next })
  assert.equal(done.headers.get('location'), '/security?done=passwordChanged')
  assert.notEqual(here.cookies.get('__Host-kt'), before)
  const page = wordsOf((await here.get('/security?done=passwordChanged')).text)
  assert.match(page, /Password changed\. Every other browser is signed out/)
  assert.equal((await there.get('/security')).status, 303)
  assert.equal((await signInWith(current)).status, 422)
  assert.equal((await signInWith(next)).status, 303)
  const { db, vault } = world.book.ctx
  const rows = await db
    .selectFrom('outbox')
    .select(['id', 'sealed'])
    .where('template', '=', 'passwordChanged')
    .execute()
  const told = rows.map((row) => openAddressee(vault, row).to).sort()
  assert.deepEqual(told, ['+16145550100', 'elena.marsh@example.com'])
  current = next
})

test('a wrong current password changes nothing, and waits as signing in does', async () => {
  const browser = await elena()
  const form = { current: 'wrong wrong wrong wrong', password: 'seven geese over a frozen canal' }
  for (let tries = 1; tries <= 5; tries += 1) {
    const answer = await browser.submit(path, form)
    assert.equal(answer.status, 422)
    assert.match(wordsOf(answer.text), /This is not your current password/)
    assert.doesNotMatch(answer.text, /wrong wrong|frozen canal/)
  }
  const paused = await browser.submit(path, { ...form, current })
  assert.equal(paused.status, 429)
  assert.match(wordsOf(paused.text), /Passwords are paused There were several wrong passwords/)
  assert.equal((await signInWith(form.password)).status, 422)
})

test('a new password has to be new, good, and not made of what is known about the account', async () => {
  const browser = await elena()
  const story = world.book.stories.find(({ record }) => record.accountNumber === ELENA)
  const refusals: [string, RegExp][] = [
    ['too short', /Use 15 characters or more/],
    [current, /This is your current password\. Choose another/],
    [`elena.marsh${ELENA}`, /mostly your username/],
    [story?.record.vehicle.vin ?? '', /mostly your username/],
    ['passwordpassword', /lists that guessing programs try first/],
  ]
  for (const [password, sentence] of refusals) {
    const answer = await browser.submit(path, { current, password })
    assert.equal(answer.status, 422, password)
    assert.match(wordsOf(answer.text), sentence)
  }
  assert.equal((await signInWith(current)).status, 303)
})

test('pressed twice it changes once', async () => {
  const browser = await elena()
  const next = 'nine kites above the old harbor'
  const fields = { ...hiddenOf((await browser.get(path)).text), current, password: next }
  const answers = await Promise.all([browser.post(path, fields), browser.post(path, fields)])
  for (const { headers } of answers) assert.match(headers.get('location') ?? '', /^\/security/)
  assert.equal((await browser.get('/security')).status, 200)
  const { db } = world.book.ctx
  const rows = await db
    .selectFrom('access_audit')
    .select('action')
    .where('action', 'in', ['passwordChanged', 'passwordChangeRefused'])
    .orderBy('at', 'desc')
    .limit(2)
    .execute()
  assert.equal(rows[0]?.action, 'passwordChanged')
  current = next
  assert.equal((await signInWith(current)).status, 303)
})

test('of fifty changes at once one wins, and its password is the one that signs in', async () => {
  const { db } = world.book.ctx
  const browsers = await Promise.all(Array.from({ length: 50 }, () => elena()))
  const sent = await Promise.all(
    browsers.map(async (browser, at) => {
      const password = `a password of browser number ${at}`
      const fields = { ...hiddenOf((await browser.get(path)).text), current, password }
      return async () => ({ password, answer: await browser.post(path, fields) })
    }),
  )
  await db.deleteFrom('attempt_budget').execute()
  const answers = await Promise.all(sent.map((send) => send()))
  const won = answers.filter(({ answer }) =>
    answer.headers.get('location')?.endsWith('passwordChanged'),
  )
  assert.equal(won.length, 1)
  await db.deleteFrom('attempt_budget').execute()
  current = won[0]?.password ?? ''
  assert.equal((await signInWith(current)).status, 303)
})

test('older than five minutes, the session confirms again first', async () => {
  const browser = await elena()
  world.clock.pass(301)
  const asked = await browser.get(path)
  assert.equal(asked.headers.get('location'), '/confirm?next=%2Fsecurity%2Fpassword')
})
