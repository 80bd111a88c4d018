// What happens to somebody who signs in while something breaks: nothing opens, no half of a session
// is left, the page says under which number we find it, and afterwards it works.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import pg from 'pg'
import type { Messenger } from '#src/gateways/messenger.ts'
import { newDeviceToken } from '#src/identity/entry/known-device.ts'
import { deliverMessage } from '#src/servicing/messages/deliver-message.ts'
import { waitingCode } from '#test/support/codes.ts'
import { type Answer, Browser, hiddenOf } from '#test/support/portal.ts'
import { PASSWORD } from '#test/support/served-portal.ts'
import { openSignedIn, type SignedInPortal, wordsOf } from '#test/support/signed-in.ts'

let world: SignedInPortal
let superuser: pg.Client

before(async () => {
  world = await openSignedIn(['1048264417'])
  superuser = new pg.Client({ connectionString: world.book.database.superuserUrl })
  await superuser.connect()
  await superuser.query(`
    create function break_off() returns trigger language plpgsql security definer as $$
    begin perform pg_terminate_backend(pg_backend_pid()); return new; end $$`)
  // So that signing in leads to the account, and to no offer on the way.
  await superuser.query('update login set stronger_offered_at = now()')
})
after(async () => {
  await superuser.end()
  await world.close()
})

/** The connection is cut at the moment something is written there. */
async function cutAt<T>(table: string, work: () => Promise<T>): Promise<T> {
  const when = 'before insert or update or delete'
  await superuser.query(
    `create trigger cut ${when} on ${table} for each row execute function break_off()`,
  )
  try {
    return await work()
  } finally {
    await superuser.query(`drop trigger cut on ${table}`)
  }
}

const right = { username: 'elena.marsh', password: PASSWORD }

async function sessions(): Promise<string[]> {
  const rows = await world.book.database.db
    .selectFrom('login_session')
    .select('id')
    .where('login_id', 'is not', null)
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** The page of something that broke, and no more than that. */
function isHonest(answer: Answer): void {
  assert.equal(answer.status, 500)
  const requestId = answer.headers.get('request-id') ?? ''
  const reference = (requestId.slice(-12).match(/.{4}/g) ?? []).join('-')
  assert.ok(reference.length === 14 && wordsOf(answer.text).includes(reference))
  assert.doesNotMatch(answer.text, /terminat|postgres|ECONN|at .*\.ts/i)
}

async function signsIn(browser: Browser): Promise<void> {
  const half = await browser.submit('/sign-in', right)
  assert.match(half.headers.get('location') ?? '', /^\/confirm/)
  await browser.submit('/confirm/code', { contact: 'email-1' }, '/confirm')
  const answer = await browser.submit('/confirm', { code: await waitingCode(world.book.database) })
  assert.equal(answer.headers.get('location'), '/accounts')
  await browser.get('/sign-out')
}

for (const table of ['attempt_budget', 'login_session', 'access_chain', 'access_audit'])
  test(`the database goes away while a password is looked at: at ${table}`, async () => {
    world.clock.pass(7200)
    const browser = new Browser(world.portal)
    const fields = { ...hiddenOf((await browser.get('/sign-in')).text), ...right }
    const before = await sessions()
    const answer = await cutAt(table, () => browser.post('/sign-in', fields))
    isHonest(answer)
    assert.deepEqual(await sessions(), before)
    assert.match((await browser.get('/accounts')).headers.get('location') ?? '', /^\/sign-in/)
    await signsIn(browser)
  })

for (const table of [
  'attempt_budget',
  'sent_code',
  'login_session',
  'known_device',
  'access_audit',
])
  test(`the database goes away while a code is looked at: at ${table}`, async () => {
    world.clock.pass(7200)
    const browser = new Browser(world.portal)
    await browser.submit('/sign-in', right)
    await browser.submit('/confirm/code', { contact: 'sms-1' }, '/confirm')
    const code = await waitingCode(world.book.database)
    // A browser that is known writes one row more.
    browser.cookies.set('__Host-kt-device', newDeviceToken())
    const fields = { ...hiddenOf((await browser.get('/confirm')).text), code }
    const before = await sessions()
    const answer = await cutAt(table, () => browser.post('/confirm', fields))
    isHonest(answer)
    assert.deepEqual(await sessions(), before)
    assert.match((await browser.get('/accounts')).headers.get('location') ?? '', /^\/confirm/)
    // Nothing of it was written: the code is as good as before.
    const again = await browser.submit('/confirm', { code })
    assert.equal(again.headers.get('location'), '/accounts')
  })

test('no database at all: an honest page, no cookie, and the session goes on when it is back', async () => {
  world.clock.pass(7200)
  const browser = new Browser(world.portal)
  await browser.submit('/sign-in', right)
  const cookies = new Map(browser.cookies)
  const name = new URL(world.book.database.ownerUrl).pathname.slice(1)
  const admin = new URL(world.book.database.superuserUrl)
  admin.pathname = '/postgres'
  const outside = new pg.Client({ connectionString: admin.href })
  await outside.connect()
  await superuser.end()
  await outside.query(`alter database ${name} with allow_connections false`)
  await outside.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [
    name,
  ])
  try {
    for (const path of ['/accounts', '/confirm', '/sign-in']) {
      const answer = await browser.get(path)
      isHonest(answer)
      assert.deepEqual(answer.headers.getSetCookie(), [])
    }
  } finally {
    await outside.query(`alter database ${name} with allow_connections true`)
    await outside.end()
    superuser = new pg.Client({ connectionString: world.book.database.superuserUrl })
    await superuser.connect()
  }
  assert.deepEqual(browser.cookies, cookies)
  assert.equal((await browser.get('/confirm')).status, 200)
})

test('mail and text messages fail, then are slow: signing in waits for neither, and the code comes', async () => {
  world.clock.pass(7200)
  const browser = new Browser(world.portal)
  await browser.submit('/sign-in', right)
  const sent = await browser.submit('/confirm/code', { contact: 'email-1' }, '/confirm')
  assert.equal(sent.status, 303)
  const row = await world.book.database.db
    .selectFrom('outbox')
    .select('id')
    .where('delivered_at', 'is', null)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
  const job = { outboxId: row.id }
  const down: Messenger = {
    sendMail: () => Promise.reject(new Error('no mail')),
    sendText: () => Promise.reject(new Error('no text')),
  }
  for (let tries = 0; tries < 3; tries += 1)
    await assert.rejects(deliverMessage({ ...world.book.ctx, messenger: down }, job), /no mail/)
  let arrives: () => void = () => {}
  const texts: string[] = []
  const slow: Messenger = {
    ...down,
    sendMail: async ({ text }) => {
      await new Promise<void>((resolve) => {
        arrives = resolve
      })
      texts.push(text)
    },
  }
  const delivery = deliverMessage({ ...world.book.ctx, messenger: slow }, job)
  // While the gateway holds it, another code is asked for by text message, and opens.
  const code = async () => waitingCode(world.book.database)
  try {
    await browser.submit('/confirm/code', { contact: 'sms-1' }, '/confirm')
    const entered = await browser.submit('/confirm', { code: await code() })
    assert.equal(entered.headers.get('location'), '/accounts')
  } finally {
    arrives()
    await delivery
  }
  assert.match(texts[0] ?? '', /\d{3} \d{3}/)
})
