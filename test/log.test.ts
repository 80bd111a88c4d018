// No password, code, token, identity or bank number reaches a line of the log: in a whole visit at
// the most talkative level, and where an object that holds them is logged by mistake.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { date } from '#src/domain/calendar.ts'
import { createPasswords } from '#src/identity/passwords.ts'
import { openLog } from '#src/log.ts'
import { readObligors } from '#src/store/accounts/obligors.ts'
import { connect } from '#src/store/database.ts'
import { waitingCode } from '#test/support/codes.ts'
import { newTestId } from '#test/support/database.ts'
import { Browser, hiddenOf, openPortal } from '#test/support/portal.ts'
import { openSignedIn } from '#test/support/signed-in.ts'

const NUMBER = '1048264482'
const written: string[] = []
const log = openLog({ level: 'trace', stream: { write: (line) => void written.push(line) } })
const world = await openSignedIn([NUMBER])
const { database } = world.book
const portal = await openPortal(database, world.clock, log)
after(async () => {
  await portal.close()
  await world.close()
})

const PASSWORD = 'a quiet road past seven mills'
const BANK = {
  kind: 'savings',
  routingNumber: '021000021',
  accountNumber: '12345678901',
  accountNumberAgain: '12345678901',
  bankName: 'Harbor Savings',
  holder: 'mine',
}

const secrets = new Set([PASSWORD, BANK.routingNumber, BANK.accountNumber])

/** Each line is JSON, and none holds a secret that the test has seen. */
function assertClean(least: number): void {
  assert.ok(written.length >= least, `${written.length} lines`)
  const text = written.join('')
  for (const line of text.trimEnd().split('\n')) assert.doesNotThrow(() => JSON.parse(line), line)
  for (const secret of secrets) assert.ok(!text.includes(secret), `${secret} in ${text}`)
  written.length = 0
}

async function code(): Promise<string> {
  const sent = await waitingCode(database)
  secrets.add(sent)
  return sent
}

function keep(browser: Browser): void {
  for (const value of browser.cookies.values()) if (value.length > 20) secrets.add(value)
}

test('a registration, a sign-in, a bank account and failing requests leave no secret in the log', async () => {
  const { accountId, obligorId } = await world.book.ownerOf(NUMBER)
  const people = await readObligors(database.db, database.vault, accountId)
  const person = people.find(({ id }) => id === obligorId)?.details
  const story = world.book.stories[0]
  assert.ok(person && story)
  const { email, phone, identityNumber } = person
  for (const each of [identityNumber, email, phone]) if (each) secrets.add(each)
  const lastFour = identityNumber.slice(-4)
  const vin = story.record.vehicle.vin ?? ''
  secrets.add(vin)

  const browser = new Browser(portal)
  await browser.submit('/register', { accountNumber: NUMBER, lastFour, vin })
  keep(browser)
  const where = (await browser.get('/register/contact')).text
  const contact = /name="contact"[^>]*value="([\w-]+)"/.exec(where)?.[1] ?? 'email-1'
  await browser.submit('/register/contact/code', { contact }, '/register/contact')
  await browser.submit('/register/contact', { code: await code() })
  const done = await browser.submit('/register/sign-in', {
    username: 'log.reader',
    password: PASSWORD,
  })
  assert.equal(done.headers.get('location'), '/security/stronger')
  keep(browser)

  const again = new Browser(portal)
  await again.submit('/sign-in', { username: 'log.reader', password: PASSWORD })
  await again.submit('/confirm/code', { contact }, '/confirm')
  const entered = await again.submit('/confirm', { code: await code() })
  assert.equal(entered.headers.get('location'), '/security/stronger?next=%2Faccounts')
  keep(again)
  const page = `/accounts/${accountId}/bank-accounts/new`
  assert.equal((await again.submit(page, BANK)).status, 303)
  for (const value of Object.values(hiddenOf((await again.get(page)).text)))
    if (value.length > 40) secrets.add(value)

  // Forms that are refused, and a database that refuses a row and quotes it.
  await again.post(page, BANK, { origin: 'https://evil.example' })
  const owner = connect({ url: database.ownerUrl, max: 1, applicationName: 'owner' })
  await sql`alter table funding_account add constraint broken check (bank_name <> 'Broken')`.execute(
    owner,
  )
  await owner.destroy()
  const other = { accountNumber: '998877665544', accountNumberAgain: '998877665544' }
  secrets.add(other.accountNumber)
  const failed = await again.submit(page, { ...BANK, ...other, bankName: 'Broken' })
  assert.equal(failed.status, 500)
  const broken = written.map((line) => JSON.parse(line)).find(({ msg }) => msg === 'request failed')
  assert.equal(broken.err.constraint, 'broken')
  assert.match(broken.err.stack, /^ {4}at /)
  assert.equal('detail' in broken.err, false)
  assertClean(2)
})

test('objects that hold secrets are logged by mistake, and tell nothing', async () => {
  const { accountId } = await world.book.ownerOf(NUMBER)
  const obligors = await readObligors(database.db, database.vault, accountId)
  const { db, vault, clock } = world.book.ctx
  const sealed = vault.seal('x', 'y')
  secrets.add(sealed.toString('base64')).add(sealed.toString('hex'))
  const deps = {
    db,
    vault,
    clock,
    newId: newTestId,
    passwords: createPasswords({ vault, limits: { atOnce: 1, waiting: 1 } }),
  }
  const token = 'q'.repeat(43)
  secrets.add(token).add('481516').add('900-70-1234').add('4000 0000 0000 0002')
  const request = new Request('http://localhost/', { headers: { cookie: `__Host-kt=${token}` } })
  const mistakes: object[] = [
    { obligors },
    { form: BANK, password: PASSWORD, new_password: PASSWORD, 'x-csrf-token': token },
    { code: '481516', sentCode: 481516, nested: [{ very: { deep: { code: '481516' } } }] },
    { message: `the code 481516 for 900-70-1234 and 4000 0000 0000 0002 of ${token}` },
    { row: { account_id: accountId, sealed, held: sealed, form_secret: sealed } },
    { request, headers: Object.fromEntries(request.headers), deps },
    { list: Array.from({ length: 5 }, () => obligors) },
    new Error(`wrong password ${token}, code 481516`, { cause: new Error('of 900-70-1234') }),
    { err: new SyntaxError(`Unexpected token, "${PASSWORD}" is not valid JSON`) },
  ]
  for (const mistake of mistakes)
    for (const level of ['trace', 'debug', 'info', 'warn', 'error', 'fatal'] as const)
      log[level](mistake, 'by mistake: %s', '481516')
  assertClean(mistakes.length * 6)
})

test('what helps to find a fault stays in the line', () => {
  const requestId = newTestId()
  log.warn(
    {
      requestId,
      path: '/sign-in',
      reason: 'origin',
      code: 'ECONNREFUSED',
      day: date('2026-11-24'),
      cents: 38_190,
    },
    'refused',
  )
  const { time, ...line } = JSON.parse(written.pop() ?? '')
  assert.match(time, /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/)
  assert.deepEqual(line, {
    level: 40,
    requestId,
    path: '/sign-in',
    reason: 'origin',
    code: 'ECONNREFUSED',
    day: '2026-11-24',
    cents: 38_190,
    msg: 'refused',
  })
})

test('a line that a visitor writes stays one line', () => {
  log.warn({ path: '/a\n{"level":60,"msg":"forged"}\r\n' }, 'one\ntwo')
  assert.equal(written.length, 1)
  assert.equal(written[0]?.trimEnd().split('\n').length, 1)
})
