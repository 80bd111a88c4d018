// Finding a customer at the desk, seeing why they do not get in, and helping.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import pg from 'pg'
import { readAccessActivity } from '#src/identity/access-log.ts'
import { verifyAudit } from '#src/servicing/audit/verify-audit.ts'
import { readAccessAudit } from '#src/store/logins/access-audit.ts'
import { chainOfStaff } from '#src/store/logins/access-chain.ts'
import { signedInToken } from '#test/support/codes.ts'
import { type MigratedDatabase, newTestId, testDatabase } from '#test/support/database.ts'
import { openDesk } from '#test/support/desk.ts'
import { atDesk } from '#test/support/desk-person.ts'
import { movableClock } from '#test/support/identity-world.ts'
import { type PasskeyWorld, passkeyWorld } from '#test/support/passkey-world.ts'
import { Browser, hiddenOf, openPortal, type Portal } from '#test/support/portal.ts'
import { wordsOf } from '#test/support/signed-in.ts'
import { type StaffWorld, staffWorld } from '#test/support/staff-world.ts'

let database: MigratedDatabase
let desk: Portal
let portal: Portal
let world: StaffWorld
let customers: PasskeyWorld
const clock = movableClock()
before(async () => {
  database = await testDatabase()
  desk = await openDesk(database, clock)
  portal = await openPortal(database, clock)
  world = staffWorld(database, clock)
  customers = passkeyWorld(database, clock)
})
after(async () => {
  await desk.close()
  await portal.close()
  await database.close()
})

let last = 0

/** Somebody with a login, a phone and a mailbox. */
async function customer() {
  last += 1
  const username = `customer.${last}`
  const number = `KT-8000-${1000 + last}`
  const loginId = await customers.person(username, number)
  return { username, number, loginId }
}

async function find(browser: Browser, wanted: string): Promise<string> {
  const answer = await browser.submit('/customers', { wanted })
  return answer.headers.get('location') ?? answer.text
}

const linesOf = async (staffId: string) =>
  (await readAccessAudit(database.db, chainOfStaff(staffId))).filter(
    ({ action }) => !/Enrolled|Added/.test(action),
  )

const sessionsOf = async (loginId: string) => {
  const sessions = database.db.selectFrom('login_session').select('id')
  return (await sessions.where('login_id', '=', loginId).execute()).length
}

test('found by account number or by username; nobody is told as nobody, and what was typed is kept', async () => {
  const { username, number, loginId } = await customer()
  const { browser, staffId } = await atDesk(desk, world, 'agent')
  const page = await find(browser, ` ${username.toUpperCase()} `)
  assert.match(page, /^\/customers\/[0-9a-f-]{36}\/[0-9a-f-]{36}$/)
  const both = await find(browser, number.replaceAll('-', ' '))
  assert.equal(both.match(/href="\/customers\/[0-9a-f-]+\/[0-9a-f-]+"/g)?.length, 2)
  const nobody = await browser.submit('/customers', { wanted: 'no one <b>' })
  assert.equal(nobody.status, 422)
  assert.match(nobody.text, /Nobody was found/)
  assert.match(nobody.text, /value="no one &lt;b>"/)
  const found = (await linesOf(staffId)).map(({ action, details, loginId: of }) => {
    return [action, details.by, details.found, of]
  })
  assert.deepEqual(found, [
    ['staffSearched', 'username', '1', null],
    ['staffSearched', 'account', '2', null],
    ['staffSearched', 'nothing', '0', null],
  ])
  assert.doesNotMatch(JSON.stringify(await linesOf(staffId)), /no one/)
  assert.equal((await activityOf(loginId, username)).length, 0)
})

async function activityOf(loginId: string, username: string) {
  const session = await customers.fresh(username)
  assert.equal(session.loginId, loginId)
  return readAccessActivity(database.db, session, 20)
}

test('each look is a line of who looked, and the customer reads it without learning from where', async () => {
  const { username, loginId } = await customer()
  const { browser, staffId } = await atDesk(desk, world, 'auditor')
  const page = await browser.get(await find(browser, username))
  assert.match(page.text, /Nothing stands in the way/)
  const [, look] = await linesOf(staffId)
  assert.deepEqual(
    [look?.action, look?.loginId, look?.address],
    ['staffViewed', loginId, '198.51.100.77'],
  )
  const visitor = new Browser(portal)
  visitor.cookies.set('__Host-kt', await signedInToken(customers.deps, username))
  const { text } = await visitor.get('/security')
  assert.match(wordsOf(text), /Looked at by our staff .* Our staff/)
  assert.doesNotMatch(text, /198\.51\.100\.77/)
  const [line] = await activityOf(loginId, username)
  assert.deepEqual([line?.byStaff, line?.address, line?.device], [true, '', ''])
})

test('agents and auditors see contacts masked, a supervisor sees them whole', async () => {
  const { username } = await customer()
  for (const role of ['agent', 'auditor', 'administrator', 'supervisor'] as const) {
    const { browser } = await atDesk(desk, world, role)
    const { text } = await browser.get(await find(browser, username))
    assert.equal(text.includes('elena.marsh@example.com'), role === 'supervisor', role)
    assert.equal(text.includes('+16145550148'), role === 'supervisor', role)
    if (role !== 'supervisor') assert.match(text, /••0148/)
    assert.doesNotMatch(text, /123456789|6789/)
  }
})

test('why somebody is stuck: a pause, and after staff ended it a try at once', async () => {
  const { username } = await customer()
  const visitor = new Browser(portal)
  const wrong = { username, password: 'wrong wrong wrong wrong' }
  for (let tries = 0; tries < 6; tries += 1) await visitor.submit('/sign-in', wrong)
  const { browser } = await atDesk(desk, world, 'agent')
  const page = await find(browser, username)
  assert.match(wordsOf((await browser.get(page)).text), /Password: paused until .* am ET/)
  const hidden = hiddenOf((await browser.get(page)).text)
  const answer = await browser.post(`${page}/waits`, hidden)
  assert.equal(answer.headers.get('location'), `${page}?done=unlocked`)
  assert.match((await browser.get(page)).text, /Nothing stands in the way/)
  const again = await visitor.submit('/sign-in', wrong)
  assert.doesNotMatch(again.text, /Too many/)
})

test('a recovery started by staff: the password is dead, sessions end, contacts are told once', async () => {
  const { username, loginId } = await customer()
  await customers.fresh(username)
  assert.ok((await sessionsOf(loginId)) > 0)
  const { browser } = await atDesk(desk, world, 'supervisor')
  const page = await find(browser, username)
  const hidden = hiddenOf((await browser.get(page)).text)
  await Promise.all([1, 2, 3].map(() => browser.post(`${page}/recovery`, hidden)))
  assert.equal(await sessionsOf(loginId), 0)
  const told = await database.db
    .selectFrom('outbox')
    .select('channel')
    .where('login_id', '=', loginId)
    .where('template', '=', 'recoveryStarted')
    .execute()
  assert.deepEqual(told.map(({ channel }) => channel).sort(), ['email', 'sms'])
  const { text } = await browser.get(page)
  assert.match(wordsOf(text), /A new password has to be chosen, since/)
  // Neither finished nor undone from here: no form of the page takes a password.
  assert.doesNotMatch(text, /type="password"|Start a recovery/)
})

test('staff end every session of a customer', async () => {
  const { username, loginId } = await customer()
  await customers.fresh(username)
  await customers.fresh(username)
  const { browser } = await atDesk(desk, world, 'agent')
  const page = await find(browser, username)
  await browser.submit(`${page}/sessions`, {}, page)
  assert.equal(await sessionsOf(loginId), 0)
})

test('after five minutes helping asks again who it is; an auditor and an agent are told no, in writing', async () => {
  const { username, loginId } = await customer()
  const agent = await atDesk(desk, world, 'agent')
  const page = await find(agent.browser, username)
  const hidden = hiddenOf((await agent.browser.get(page)).text)
  const refused = await agent.browser.post(`${page}/recovery`, hidden)
  assert.equal(refused.status, 403)
  assert.match(refused.text, /Not with your role/)
  const [line] = (await linesOf(agent.staffId)).slice(-1)
  assert.deepEqual([line?.action, line?.details.asked], ['staffRefused', 'startRecovery'])
  clock.pass(300)
  const late = await agent.browser.post(`${page}/waits`, hidden)
  assert.equal(late.headers.get('location'), `/confirm?${new URLSearchParams({ next: page })}`)
  const auditor = await atDesk(desk, world, 'auditor')
  const own = hiddenOf((await auditor.browser.get(page)).text)
  for (const act of ['waits', 'sessions', 'recovery'])
    assert.equal((await auditor.browser.post(`${page}/${act}`, own)).status, 403)
  const login = database.db.selectFrom('login').select('recovery_required_at')
  const row = await login.where('id', '=', loginId).executeTakeFirstOrThrow()
  assert.equal(row.recovery_required_at, null)
})

test('a customer who does not exist is not found, and the look is written down', async () => {
  const { browser, staffId } = await atDesk(desk, world, 'agent')
  const id = world.deps.newId()
  for (const path of [`/customers/${id}/${id}`, '/customers/x/y'])
    assert.equal((await browser.get(path)).status, 404)
  assert.equal((await linesOf(staffId)).length, 1)
})

test('what a customer reported as not theirs waits at the desk until somebody closes it', async () => {
  const { username, loginId } = await customer()
  const notice = { id: world.deps.newId(), kind: 'notMe', login_id: loginId, at: clock.now() }
  const details = JSON.stringify({ line: '1', action: 'signedIn' })
  await database.db
    .insertInto('staff_notice')
    .values({ ...notice, details } as never)
    .execute()
  const { browser } = await atDesk(desk, world, 'agent')
  const { text } = await browser.get('/customers')
  assert.match(text, /Report of/)
  assert.doesNotMatch(text, new RegExp(username))
  await browser.post('/customers/reports', hiddenOf(text))
  assert.match((await browser.get('/customers')).text, /Nothing waits/)
})

test('verify-audit proves the chains of staff, and names a line that was changed', async () => {
  const { staffId } = await atDesk(desk, world, 'agent')
  const chain = chainOfStaff(staffId)
  const deps = { db: database.db, vault: database.vault }
  assert.deepEqual(await problemsOf(deps), [])
  const superuser = new pg.Client({ connectionString: database.superuserUrl })
  await superuser.connect()
  await superuser.query('set session_replication_role = replica')
  await superuser.query(`update access_audit set action = 'x' where chain = $1 and seq = 1`, [
    chain,
  ])
  await superuser.end()
  const named = { kind: 'access-audit', key: chain }
  assert.deepEqual(await problemsOf(deps), [{ chain: named, seq: 1, problem: 'changed' }])
})

async function problemsOf(deps: Parameters<typeof verifyAudit>[0]): Promise<unknown[]> {
  const found: unknown[] = []
  await verifyAudit(deps, { problem: (each) => found.push(each), progress: () => undefined })
  return found
}

test('what a customer changed in their file stands there masked, with what stood before', async () => {
  const { username } = await customer()
  const { browser: agent } = await atDesk(desk, world, 'agent')
  const path = await find(agent, username)
  assert.doesNotMatch((await agent.get(path)).text, /What was changed in their file/)
  const owner = new Browser(portal)
  const { db, vault } = database
  const deps = { db, vault, clock, newId: newTestId, limits: portal.config.session }
  owner.cookies.set('__Host-kt', await signedInToken(deps, username))
  const address = { street: '77 Oak Lane', city: 'Columbus', state: 'OH', postalCode: '43085' }
  const saved = await owner.submit('/profile/address', address)
  assert.equal(saved.status, 303)
  const shown = wordsOf((await agent.get(path)).text)
  assert.match(shown, /What was changed in their file/)
  assert.match(shown, /Mailing address (added|changed, from)/)
  assert.match(shown, /By the customer/)
  assert.doesNotMatch(shown, /77 Oak Lane/)
})
