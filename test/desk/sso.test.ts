// Signing in at the desk with a work account, at a real provider.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openIdProvider } from '#src/gateways/openid-provider.ts'
import { disableByCommand } from '#src/identity/staff/staff-roster.ts'
import { type MigratedDatabase, testDatabase } from '#test/support/database.ts'
import { openDesk } from '#test/support/desk.ts'
import { type IdentityProvider, identityProvider } from '#test/support/identity-provider.ts'
import { movableClock } from '#test/support/identity-world.ts'
import { Browser, type Portal } from '#test/support/portal.ts'
import { DESK, type StaffWorld, staffWorld } from '#test/support/staff-world.ts'

let database: MigratedDatabase
let desk: Portal
let world: StaffWorld
let provider: IdentityProvider
// The provider lives in our own time.
const clock = movableClock(new Date().toISOString())
before(async () => {
  database = await testDatabase()
  provider = await identityProvider()
  const singleSignOn = openIdProvider(provider.settings())
  desk = await openDesk(database, clock, { singleSignOn })
  world = staffWorld(database, clock)
})
after(async () => {
  await desk.close()
  await provider.close()
  await database.close()
})

const pathOf = (address: string) => address.slice(DESK.length)

/** Away and back; the answer to coming back. */
async function through(browser: Browser, next = '/you') {
  const away = await browser.get(`/sign-in/sso?${new URLSearchParams({ next })}`)
  const there = away.headers.get('location') ?? ''
  assert.ok(there.startsWith(provider.issuer))
  return browser.get(pathOf(await provider.walk(there)))
}

const as = (subject: string, email: string) => {
  provider.as = { subject, email, isVerified: true, amr: ['mfa'], ago: 0 }
}

test('who is on the list is in, and known by the provider’s own name from then on', async () => {
  await world.link('ann@desk.example', 'agent')
  as('sub-ann', 'Ann@desk.example')
  const browser = new Browser(desk)
  assert.equal((await through(browser)).headers.get('location'), '/you')
  assert.match((await browser.get('/you')).text, /You sign in with your work account/)
  // Another address later is the same person; the old address is nobody else's.
  as('sub-ann', 'ann.married@desk.example')
  assert.equal((await through(new Browser(desk))).headers.get('location'), '/you')
  as('sub-impostor', 'ann@desk.example')
  const impostor = await through(new Browser(desk))
  assert.equal(impostor.status, 422)
  assert.match(impostor.text, /nobody at this desk has its address/)
})

test('no token of the provider reaches the browser or the database', async () => {
  as('sub-ann', 'ann@desk.example')
  const browser = new Browser(desk)
  const answer = await through(browser)
  const { access_token: access, id_token: token } = JSON.parse(provider.lastAnswer())
  const page = await browser.get('/you')
  const sent = JSON.stringify([[...answer.headers], answer.text, [...page.headers], page.text])
  const rows = await database.db.selectFrom('staff_session').selectAll().execute()
  const lines = await database.db.selectFrom('access_audit').select('details').execute()
  for (const secret of [access, token.split('.')[2]])
    for (const place of [sent, JSON.stringify(rows), JSON.stringify(lines)])
      assert.ok(secret.length > 20 && !place.includes(secret))
})

test('nobody is added by signing in; an address that is not verified finds nobody', async () => {
  as('sub-stranger', 'stranger@desk.example')
  assert.equal((await through(new Browser(desk))).status, 422)
  await world.link('bob@desk.example', 'agent')
  as('sub-bob', 'bob@desk.example')
  provider.as = { ...provider.as, isVerified: false }
  assert.equal((await through(new Browser(desk))).status, 422)
  const count = database.db.selectFrom('staff').select('id').where('email', 'like', 'str%')
  assert.deepEqual(await count.execute(), [])
})

test('coming back works once, only in the browser that went away, and within five minutes', async () => {
  await world.link('eve@desk.example', 'agent')
  as('sub-eve', 'eve@desk.example')
  const browser = new Browser(desk)
  const away = await browser.get('/sign-in/sso')
  const back = pathOf(await provider.walk(away.headers.get('location') ?? ''))
  const thief = new Browser(desk)
  await thief.get('/sign-in/sso')
  assert.match((await thief.get(back)).text, /did not answer to this sign-in/)
  assert.equal((await browser.get(back)).status, 303)
  assert.equal((await browser.get(back)).status, 422)
  const slow = new Browser(desk)
  const left = await slow.get('/sign-in/sso')
  const late = pathOf(await provider.walk(left.headers.get('location') ?? ''))
  clock.pass(300)
  assert.match((await slow.get(late)).text, /did not answer to this sign-in/)
  clock.set(new Date().toISOString())
})

test('where to go on is part of what was asked: another page does not fit', async () => {
  as('sub-eve', 'eve@desk.example')
  const browser = new Browser(desk)
  const away = await browser.get('/sign-in/sso?next=/you')
  const back = new URL(await provider.walk(away.headers.get('location') ?? ''))
  const [mac] = (back.searchParams.get('state') ?? '').split('.')
  back.searchParams.set('state', `${mac}.${Buffer.from('/staff').toString('base64url')}`)
  assert.equal((await browser.get(pathOf(back.href))).status, 422)
})

test('what asks again needs a sign-in there of five minutes at most, of the same person', async () => {
  await world.link('sue@desk.example', 'supervisor')
  as('sub-sue', 'sue@desk.example')
  provider.as = { ...provider.as, ago: 600 }
  const browser = new Browser(desk)
  assert.equal((await through(browser)).status, 303)
  const { text } = await browser.get('/you')
  const token = /name="token" value="([^"]*)"/.exec(text)?.[1] ?? ''
  const asked = await browser.post('/you/passkeys/challenge', { token })
  assert.equal(asked.headers.get('location'), '/confirm?next=%2Fyou')
  const away = await browser.get('/sign-in/sso?next=/you')
  assert.match(away.headers.get('location') ?? '', /max_age=300/)
  as('sub-eve', 'eve@desk.example')
  assert.equal((await through(browser)).status, 422)
  as('sub-sue', 'sue@desk.example')
  assert.equal((await through(browser)).headers.get('location'), '/you')
  const fresh = /name="token" value="([^"]*)"/.exec((await browser.get('/you')).text)?.[1] ?? ''
  assert.equal((await browser.post('/you/passkeys/challenge', { token: fresh })).status, 200)
})

test('a weak way there, and who works here no more: refused, and the chain says so', async () => {
  as('sub-sue', 'sue@desk.example')
  provider.as = { ...provider.as, amr: ['pwd', 'sms'] }
  assert.match((await through(new Browser(desk))).text, /strong enough second factor/)
  as('sub-sue', 'sue@desk.example')
  await disableByCommand(world.deps, 'sue@desk.example')
  assert.equal((await through(new Browser(desk))).status, 422)
  const lines = database.db.selectFrom('access_audit').select('details')
  const refused = await lines.where('action', '=', 'staffSsoRefused').orderBy('seq').execute()
  const whys = refused.map(({ details }) => (details as { why: string }).why)
  assert.deepEqual(whys.slice(-2), ['ssoTooWeak', 'ssoUnknownPerson'])
})

test('a session begun with a work account ends by the desk’s own limits', async () => {
  as('sub-ann', 'ann@desk.example')
  const browser = new Browser(desk)
  assert.equal((await through(browser)).status, 303)
  clock.pass(15 * 60)
  assert.match((await browser.get('/you')).headers.get('location') ?? '', /^\/sign-in/)
  clock.set(new Date().toISOString())
})

test('a lender without a provider has no such way', async () => {
  const plain = await openDesk(database, clock)
  const browser = new Browser(plain)
  assert.doesNotMatch((await browser.get('/sign-in')).text, /work account/)
  for (const path of ['/sign-in/sso', '/sign-in/sso/return?code=x&state=y'])
    assert.equal((await browser.get(path)).status, 404)
  await plain.close()
})
