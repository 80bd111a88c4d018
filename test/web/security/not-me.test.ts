import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { DEMO_PASSWORD } from '#seeds/plant.ts'
import { closeNotice, readOpenNotices } from '#src/store/staff/staff-notices.ts'
import { waitingCode } from '#test/support/codes.ts'
import { newTestId } from '#test/support/database.ts'
import { Browser, hiddenOf } from '#test/support/portal.ts'
import { openSignedIn, type SignedInPortal, wordsOf } from '#test/support/signed-in.ts'

const ELENA = '1048264417'
const RUTH = '1048264458'

let world: SignedInPortal
before(async () => {
  world = await openSignedIn([ELENA, RUTH])
})
after(() => world.close())

const signInWith = (
  password: string,
  username = 'elena.marsh',
  browser = new Browser(world.portal),
) => browser.submit('/sign-in', { username, password })

/** The address behind the newest line. */
async function newestLine(browser: Browser): Promise<string> {
  const { text } = await browser.get('/security')
  const [, path] = /href="(\/security\/not-me\?line=\d+)"/.exec(text) ?? []
  assert.ok(path)
  return path
}

test('a line that belongs to nobody, or to somebody else, is not asked about', async () => {
  const { browser } = await world.signIn('elena.marsh', ELENA)
  for (const line of ['', '?line=99999', '?line=x', '?line=-1', '?line=9999999999999'])
    assert.equal(
      (await browser.get(`/security/not-me${line}`)).headers.get('location'),
      '/security',
    )
})

test('"this was not me" shuts every door, tells everybody, and the owner comes back by recovery', async () => {
  const { db } = world.book.ctx
  const thief = await world.signIn('elena.marsh', ELENA)
  const { browser } = await world.signIn('elena.marsh', ELENA)
  await signInWith('wrong wrong wrong wrong')
  const path = await newestLine(browser)
  const page = await browser.get(path)
  assert.match(wordsOf(page.text), /Wrong password.*For 24 hours no bank account can be added/)
  const fields = hiddenOf(page.text)
  const first = await browser.post('/security/not-me', fields)
  assert.equal(first.headers.get('location'), '/reported')
  assert.match(wordsOf((await browser.get('/reported')).text), /Choose a new password/)
  for (const person of [thief.browser, browser])
    assert.equal((await person.get('/security')).status, 303)

  // What a thief who knows the password sees: the same as for a wrong one.
  const right = await signInWith(DEMO_PASSWORD)
  const wrong = await signInWith('wrong wrong wrong wrong')
  const summary = (text: string) => /<section class="k-errors".*?<\/section>/s.exec(text)?.[0]
  assert.deepEqual([right.status, summary(right.text)], [wrong.status, summary(wrong.text)])
  assert.match(wordsOf(right.text), /or the password was given up after a report/)

  const { held_until: held } = await db
    .selectFrom('login')
    .where('username', '=', 'elena.marsh')
    .select('held_until')
    .executeTakeFirstOrThrow()
  assert.equal(Date.parse(held ?? '') - Date.parse(world.clock.now()), 24 * 3_600_000)
  const told = await db
    .selectFrom('outbox')
    .where('template', '=', 'reportedNotMe')
    .select('channel')
    .execute()
  assert.deepEqual(told.map(({ channel }) => channel).sort(), ['email', 'sms'])
  const [notice, ...others] = await readOpenNotices(db, 10)
  assert.deepEqual(others, [])
  assert.equal(notice?.kind, 'notMe')
  assert.equal(notice?.details.action, 'signInRefused')
  const closing = { id: notice?.id ?? '', staffId: newTestId(), at: world.clock.now() }
  const close = () => db.transaction().execute((tx) => closeNotice(tx, closing))
  assert.deepEqual((await Promise.all([close(), close()])).sort(), [false, true])
  assert.deepEqual(await readOpenNotices(db, 10), [])

  const next = 'eleven lanterns on a wet pier'
  const recovering = new Browser(world.portal)
  const story = world.book.stories.find(({ record }) => record.accountNumber === ELENA)
  const [obligor] = story?.record.obligors ?? []
  await recovering.submit('/recover', {
    accountNumber: ELENA,
    lastFour: obligor?.identityNumber.slice(-4) ?? '',
    vin: story?.record.vehicle.vin ?? '',
  })
  await recovering.submit('/recover/contact/code', { contact: 'sms-1' }, '/recover/contact')
  await recovering.submit('/recover/contact', { code: await waitingCode(world.book.ctx) })
  await recovering.submit('/recover/password', { password: next })
  assert.equal((await signInWith(next)).status, 303)
})

test('pressed twice, and from two windows, it is reported once', async () => {
  const { db } = world.book.ctx
  const one = await world.signIn('ruth.calloway', RUTH)
  const two = await world.signIn('ruth.calloway', RUTH)
  await signInWith('wrong wrong wrong wrong', 'ruth.calloway')
  const [a, b] = await Promise.all(
    [one, two].map(async ({ browser }) =>
      hiddenOf((await browser.get(await newestLine(browser))).text),
    ),
  )
  const sent = [
    one.browser.post('/security/not-me', a ?? {}),
    one.browser.post('/security/not-me', a ?? {}),
  ]
  const answers = await Promise.all([...sent, two.browser.post('/security/not-me', b ?? {})])
  for (const { headers } of answers) assert.equal(headers.get('location'), '/reported')
  assert.equal((await readOpenNotices(db, 10)).length, 1)
})
