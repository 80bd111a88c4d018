// Giving up a sign-in on the pages: what it means, the box, a form sent twice, and what staff see.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { DEMO_PASSWORD } from '#seeds/plant.ts'
import { openDesk } from '#test/support/desk.ts'
import { atDesk } from '#test/support/desk-person.ts'
import { markupProblems } from '#test/support/page-checks.ts'
import { Browser, hiddenOf } from '#test/support/portal.ts'
import { openSignedIn, type SignedInPortal, wordsOf } from '#test/support/signed-in.ts'
import { staffWorld } from '#test/support/staff-world.ts'

const ELENA = '1048264417'
const RUTH = '1048264458'
const path = '/security/closure'

let world: SignedInPortal
before(async () => {
  world = await openSignedIn([ELENA, RUTH])
})
after(() => world.close())

test('a sign-in is closed from the page of security: explained, ticked, once, and for good', async () => {
  const { browser, base } = await world.signIn('elena.marsh', ELENA)
  const other = await world.signIn('elena.marsh', ELENA)
  assert.match((await browser.get('/security')).text, /href="\/security\/closure"/)
  const page = await browser.get(path)
  assert.match(wordsOf(page.text), /Your account stays open.*A payment that is scheduled is still/)
  assert.doesNotMatch(/<input[^>]*id="agreed"[^>]*>/.exec(page.text)?.[0] ?? '', / checked/)
  const unticked = await browser.submit(path, {})
  assert.equal(unticked.status, 422)
  assert.match(wordsOf(unticked.text), /One thing to fix Tick the box to say that you want this/)
  assert.deepEqual(await markupProblems(unticked.text), [])
  assert.equal((await browser.get(base)).status, 200)

  const fields = { ...hiddenOf((await browser.get(path)).text), agreed: 'yes' }
  const cookie = browser.cookies.get('__Host-kt') ?? ''
  const twice = await Promise.all([browser.post(path, fields), browser.post(path, fields)])
  for (const { headers } of twice) assert.equal(headers.get('location'), '/closed')
  const closed = await browser.get('/closed')
  assert.match(wordsOf(closed.text), /Your sign-in is closed.*Register again/)
  assert.deepEqual(await markupProblems(closed.text), [])
  browser.cookies.set('__Host-kt', cookie)
  for (const person of [browser, other.browser])
    assert.equal((await person.get(base)).headers.get('location')?.startsWith('/sign-in'), true)
  const typed = { username: 'elena.marsh', password: DEMO_PASSWORD }
  assert.equal((await new Browser(world.portal).submit('/sign-in', typed)).status, 422)

  const { database } = world.book
  const desk = await openDesk(database, world.clock)
  const staff = staffWorld(database, world.clock)
  const { browser: agent } = await atDesk(desk, staff, 'agent')
  const found = await agent.submit('/customers', { wanted: ELENA })
  const { text } = await agent.get(found.headers.get('location') ?? '')
  assert.match(wordsOf(text), /They closed their sign-in Tue, Nov 24, 11:48 am ET/)
  await desk.close()
})

test('closing asks again who one is; a form that is too late closes nothing', async () => {
  const { browser } = await world.signIn('ruth.calloway', RUTH)
  const fields = { ...hiddenOf((await browser.get(path)).text), agreed: 'yes' }
  world.clock.pass(301)
  const confirm = '/confirm?next=%2Fsecurity%2Fclosure'
  assert.equal((await browser.get(path)).headers.get('location'), confirm)
  assert.equal((await browser.post(path, fields)).headers.get('location'), confirm)
  world.clock.pass(15 * 60)
  const late = await browser.post(path, fields)
  assert.match(late.headers.get('location') ?? '', /^\/sign-in\?notice=ended&next=%2Fsecurity/)
  const again = await world.signIn('ruth.calloway', RUTH)
  assert.equal((await again.browser.get(path)).status, 200)
})
