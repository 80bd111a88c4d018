import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { after, before, test } from 'node:test'
import pg from 'pg'
import { insertPasskey } from '#src/store/logins/passkeys.ts'
import { waitingCode } from '#test/support/codes.ts'
import { newTestId } from '#test/support/database.ts'
import { hiddenOf } from '#test/support/portal.ts'
import { openSignedIn, type SignedInPortal, wordsOf } from '#test/support/signed-in.ts'

const ELENA = '1048264417'
const path = '/security/passkeys'
const toConfirm = '/confirm?next=%2Fsecurity%2Fpasskeys'

let world: SignedInPortal
before(async () => {
  world = await openSignedIn([ELENA])
})
after(() => world.close())

test('whoever showed a factor longer ago than five minutes shows one again first', async () => {
  const { browser } = await world.signIn('elena.marsh', ELENA)
  const page = await browser.get(path)
  assert.equal(page.status, 200)
  const fields = hiddenOf(page.text)
  world.clock.pass(301)
  assert.equal((await browser.get(path)).headers.get('location'), toConfirm)
  for (const to of [path, `${path}/challenge`, `${path}/removal`]) {
    const answer = await browser.post(to, { ...fields, name: 'phone' })
    assert.equal(answer.headers.get('location'), toConfirm, to)
  }
})

test('a code by e-mail is not enough: it is not offered, and asked for anyway it changes nothing', async () => {
  const { browser } = await world.signIn('elena.marsh', ELENA)
  world.clock.pass(301)
  const offered = (await browser.get(toConfirm)).text.match(/(sms|email)-\d/g)
  assert.deepEqual([...new Set(offered)], ['sms-1'])
  await browser.submit('/confirm/code', { contact: 'email-1' }, toConfirm)
  const code = await waitingCode(world.book.ctx)
  const back = await browser.submit('/confirm', { code }, toConfirm)
  assert.equal(back.headers.get('location'), path)
  assert.equal((await browser.get(path)).headers.get('location'), toConfirm)
})

test('a form whose session is over changes nothing and leads to sign-in', async () => {
  const { browser } = await world.signIn('elena.marsh', ELENA)
  const fields = hiddenOf((await browser.get(path)).text)
  world.clock.pass(16 * 60)
  for (const to of [path, `${path}/challenge`, `${path}/removal`])
    assert.match((await browser.post(to, fields)).headers.get('location') ?? '', /^\/sign-in\?/)
})

test('what is no passkey is refused in our own words', async () => {
  const { browser } = await world.signIn('elena.marsh', ELENA)
  for (const credential of ['', '{}', 'null', '[1]', '{"id":"a"}', 'x'.repeat(20_000)]) {
    const answer = await browser.submit(path, { name: 'phone', credential })
    assert.equal(answer.status, 422)
    assert.match(wordsOf(answer.text), /This passkey could not be added/)
    assert.ok(answer.text.includes('value="phone"'))
  }
  const long = await browser.submit(path, { name: 'x'.repeat(61) })
  assert.match(wordsOf(long.text), /Use 60 characters or fewer/)
})

test('removing one is confirmed by something else: the question leaves that passkey out', async () => {
  const { browser } = await world.signIn('elena.marsh', ELENA)
  const { db } = world.book.database
  const { id: loginId } = await db
    .selectFrom('login')
    .select('id')
    .where('username', '=', 'elena.marsh')
    .executeTakeFirstOrThrow()
  const at = world.clock.now()
  const fields = hiddenOf((await browser.get(path)).text)
  const id = newTestId()
  const key = { id, loginId, name: 'Phone', createdAt: at, counter: 0, backedUp: false }
  const bytes = { credentialId: randomBytes(32), publicKey: randomBytes(77), transports: [] }
  await db.transaction().execute((tx) => insertPasskey(tx, { ...key, ...bytes }))
  const shown = [
    { method: 'password', at, verifiedUser: false },
    { method: 'passkey', at, verifiedUser: true, factorId: id },
  ]
  // The application itself cannot.
  const owner = new pg.Client({ connectionString: world.book.database.ownerUrl })
  await owner.connect()
  await owner.query('update login_session set authenticated = $1 where login_id = $2', [
    JSON.stringify(shown),
    loginId,
  ])
  await owner.end()
  const asked = await browser.post(`${path}/removal`, { ...fields, passkey: id })
  const confirm = asked.headers.get('location') ?? ''
  assert.equal(confirm, `${toConfirm}&except=${id}`)
  const question = await browser.get(confirm)
  assert.doesNotMatch(question.text, /passkey-challenge/)
  assert.match(question.text, /sms-1/)
})
