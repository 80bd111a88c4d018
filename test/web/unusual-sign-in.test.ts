// Contacts hear of a sign-in that is out of the ordinary, once, with what to do about it.
import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { DEMO_PASSWORD } from '#seeds/plant.ts'
import { mailOf, textOf } from '#src/formats/messages/outside-message.ts'
import { waitingCode } from '#test/support/codes.ts'
import { Browser } from '#test/support/portal.ts'
import { openSignedIn, type SignedInPortal } from '#test/support/signed-in.ts'

const ELENA = '1048264417'
const firefox = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0'

let world: SignedInPortal
before(async () => {
  world = await openSignedIn([ELENA])
})
beforeEach(async () => {
  world.clock.pass(25 * 3600)
  await world.book.ctx.db.deleteFrom('outbox').execute()
})
after(() => world.close())

async function signIn(
  browser: Browser,
  wrong = 0,
  more: Record<string, string> = {},
): Promise<void> {
  const username = 'elena.marsh'
  for (let tries = 0; tries < wrong; tries += 1)
    await browser.submit('/sign-in', { username, password: 'wrong wrong wrong wrong' })
  await browser.submit('/sign-in', { username, password: DEMO_PASSWORD })
  await browser.submit('/confirm/code', { contact: 'sms-1' }, '/confirm')
  await browser.submit('/confirm', { code: await waitingCode(world.book.ctx), ...more })
  assert.equal((await browser.get('/security')).status, 200)
}

function told(template = 'unusualSignIn') {
  return world.book.ctx.db
    .selectFrom('outbox')
    .where('template', '=', template)
    .select(['channel', 'parameters'])
    .orderBy('channel')
    .execute()
}

test('a browser that was never seen is told to every contact, with its network; the same one again is not', async () => {
  const browser = new Browser(world.portal, '203.0.113.9')
  await signIn(browser)
  const rows = await told()
  assert.deepEqual(
    rows.map(({ channel }) => channel),
    ['email', 'sms'],
  )
  assert.deepEqual(rows[0]?.parameters, {
    device: '',
    network: '203.0.113.9',
    at: world.clock.now(),
  })
  await browser.submit('/sign-out', {}, '/security')
  await signIn(browser)
  assert.equal((await told()).length, 2)
  // It has lost its cookies, and is in the same network: one message a day is enough.
  await signIn(new Browser(world.portal, '203.0.113.9'))
  assert.equal((await told()).length, 2)
  await signIn(new Browser(world.portal, '198.51.100.77'))
  assert.equal((await told()).length, 4)
})

test('a known browser is told after three wrong tries, and after ninety days', async () => {
  const browser = new Browser(world.portal, '203.0.113.10')
  await signIn(browser)
  world.clock.pass(25 * 3600)
  await world.book.ctx.db.deleteFrom('outbox').execute()
  await signIn(browser, 2)
  assert.equal((await told()).length, 0)
  world.clock.pass(25 * 3600)
  await signIn(browser, 3)
  assert.equal((await told()).length, 2)
  await world.book.ctx.db.deleteFrom('outbox').execute()
  world.clock.pass(91 * 86_400)
  await signIn(browser)
  assert.equal((await told()).length, 2)
})

test('a new browser that is trusted at once is one message, which says both', async () => {
  const browser = new Browser(world.portal, '203.0.113.21')
  await signIn(browser, 0, { trust: 'yes' })
  const rows = await told()
  assert.deepEqual(
    rows.map(({ channel, parameters }) => [channel, (parameters as { trusted?: string }).trusted]),
    [
      ['email', 'yes'],
      ['sms', 'yes'],
    ],
  )
  assert.equal((await told('deviceTrusted')).length, 0)
})

test('a known browser that is trusted later is told of by itself, once', async () => {
  const browser = new Browser(world.portal, '203.0.113.22')
  await signIn(browser)
  await browser.submit('/sign-out', {}, '/security')
  await world.book.ctx.db.deleteFrom('outbox').execute()
  await signIn(browser, 0, { trust: 'yes' })
  assert.equal((await told()).length, 0)
  assert.equal((await told('deviceTrusted')).length, 2)
})

test('a cookie of trust in a browser that was never seen, as a thief has it, is told', async () => {
  const owner = new Browser(world.portal, '203.0.113.23')
  await signIn(owner, 0, { trust: 'yes' })
  await world.book.ctx.db.deleteFrom('outbox').execute()
  const thief = new Browser(world.portal, '198.51.100.23')
  for (const [name, value] of owner.cookies)
    if (name.startsWith('__Host-kt-trust-')) thief.cookies.set(name, value)
  await thief.submit('/sign-in', { username: 'elena.marsh', password: DEMO_PASSWORD })
  assert.equal((await thief.get('/security')).status, 200)
  assert.equal((await told()).length, 2)
})

test('the message names browser, network and time, says what to do, and has no link', () => {
  const parameters = { device: firefox, network: '203.0.113.9', at: '2026-11-24T16:52:00.000Z' }
  const sender = {
    name: 'Northwind',
    host: 'my.northwind.example',
    fraudPhone: '(800) 555-0199',
    timeZone: 'America/New_York',
  }
  const message = { template: 'unusualSignIn', code: null, parameters } as const
  const { text } = mailOf({ ...message, locale: 'en' }, sender)
  assert.match(
    text,
    /Tue, Nov 24, 11:52 am ET, with Firefox on Windows, from the network 203\.0\.113\.9/,
  )
  assert.match(text, /“This was not me”/)
  assert.doesNotMatch(text, /https?:/)
  assert.match(
    textOf({ ...message, locale: 'es' }, sender),
    /Firefox en Windows, red 203\.0\.113\.9/,
  )
  const trusting = { ...message, parameters: { ...parameters, trusted: 'yes' } }
  assert.match(mailOf({ ...trusting, locale: 'en' }, sender).text, /The box to trust this browser/)
  assert.doesNotMatch(text, /trust/)
})
