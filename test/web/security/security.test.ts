import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { Browser, hiddenOf } from '#test/support/portal.ts'
import { openSignedIn, type SignedInPortal, wordsOf } from '#test/support/signed-in.ts'

const ELENA = '1048264417'
const RUTH = '1048264458'

let world: SignedInPortal
before(async () => {
  world = await openSignedIn([ELENA, RUTH])
})
after(() => world.close())

const firefox = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0'

test('the page tells how one signs in, with contacts that only the owner knows whole', async () => {
  const { browser } = await world.signIn('elena.marsh', ELENA)
  const { text, status } = await browser.get('/security')
  assert.equal(status, 200)
  const words = wordsOf(text)
  assert.match(words, /Code by text message to ••0100/)
  assert.match(words, /Code by email to e••••@e••••\.com/)
  assert.doesNotMatch(text, /elena\.marsh@|5550100/)
})

test('a session elsewhere is named, and ended from here', async () => {
  const here = await world.signIn('elena.marsh', ELENA)
  const there = await world.signIn('elena.marsh', ELENA)
  world.clock.pass(61)
  await there.browser.get('/security', { 'user-agent': firefox })
  const { text } = await here.browser.get('/security')
  assert.match(wordsOf(text), /This browser/)
  const fields = hiddenOf(text)
  const sessions = [...text.matchAll(/name="which" value="([0-9a-f-]{36})"/g)].map(([, id]) => id)
  assert.ok(sessions.length >= 1)
  for (const which of sessions)
    await here.browser.post('/security/sessions', { ...fields, which: which ?? '' })
  assert.equal((await there.browser.get('/security')).status, 303)
  assert.equal((await here.browser.get('/security')).status, 200)
  assert.match(wordsOf((await here.browser.get('/security')).text), /signed in nowhere else/)
})

test('all others at once; somebody else’s sessions are left alone, whatever is sent', async () => {
  const here = await world.signIn('elena.marsh', ELENA)
  const there = await world.signIn('elena.marsh', ELENA)
  const ruth = await world.signIn('ruth.calloway', RUTH)
  const fields = hiddenOf((await here.browser.get('/security')).text)
  const { db } = world.book.ctx
  const row = await db
    .selectFrom('login_session')
    .innerJoin('login', 'login.id', 'login_session.login_id')
    .where('login.username', '=', 'ruth.calloway')
    .select('login_session.id')
    .executeTakeFirstOrThrow()
  for (const which of [row.id, 'nonsense', ''])
    assert.ok((await here.browser.post('/security/sessions', { ...fields, which })).status < 500)
  assert.equal((await ruth.browser.get('/security')).status, 200)
  const done = await here.browser.post('/security/sessions', { ...fields, which: 'others' })
  assert.equal(done.headers.get('location'), '/security?done=endedOthers')
  assert.equal((await there.browser.get('/security')).status, 303)
  assert.equal((await here.browser.get('/security')).status, 200)
  assert.equal((await ruth.browser.get('/security')).status, 200)
})

test('what happened is told in words, this login’s alone, and never a typed name', async () => {
  const { browser } = await world.signIn('elena.marsh', ELENA)
  await new Browser(world.portal, '203.0.113.9').submit('/sign-in', {
    username: 'elena.marsh',
    password: 'wrong wrong wrong wrong',
  })
  const words = wordsOf((await browser.get('/security')).text)
  assert.match(words, /Wrong password/)
  assert.match(words, /203\.0\.113\.9/)
  const ruth = await world.signIn('ruth.calloway', RUTH)
  assert.doesNotMatch(wordsOf((await ruth.browser.get('/security')).text), /203\.0\.113\.9/)
})
