// Keeping the staff at the desk: two administrators, forms with nothing in them, and the command
// line beside them.
import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { after, before, test } from 'node:test'
import { date } from '#src/domain/calendar.ts'
import { mailOf } from '#src/formats/messages/outside-message.ts'
import { openAddressee } from '#src/identity/messages/addressee.ts'
import { setBusinessDate } from '#src/store/business-date.ts'
import { readWaitingMessages } from '#src/store/outbox.ts'
import { type MigratedDatabase, testDatabase } from '#test/support/database.ts'
import { openDesk } from '#test/support/desk.ts'
import { atDesk } from '#test/support/desk-person.ts'
import { movableClock } from '#test/support/identity-world.ts'
import { Browser, hiddenOf, type Portal } from '#test/support/portal.ts'
import { wordsOf } from '#test/support/signed-in.ts'
import { type StaffWorld, staffWorld } from '#test/support/staff-world.ts'

let database: MigratedDatabase
let desk: Portal
let world: StaffWorld
const clock = movableClock()
before(async () => {
  database = await testDatabase()
  const today = date('2026-11-24')
  const day = { onDate: today, closedThrough: today, changedAt: clock.now() }
  await database.db.transaction().execute((tx) => setBusinessDate(tx, day))
  desk = await openDesk(database, clock)
  world = staffWorld(database, clock)
})
after(async () => {
  await desk.close()
  await database.close()
})

const linkIn = (text: string | null) => /\/enroll\?link=([\w-]{43})/.exec(text ?? '')?.[1]

/** What waits to be mailed to somebody: the whole message, and the link in it. */
async function mailsTo(email: string) {
  const { db, vault } = database
  const rows = await readWaitingMessages(db, { before: '9999-01-01T00:00:00Z', limit: 1000 })
  const sender = { name: 'Northwind', host: 'x', fraudPhone: 'x', timeZone: 'America/New_York' }
  return rows.flatMap((row) => {
    const { to, code, locale } = openAddressee(vault, row)
    const { text } = mailOf({ template: row.template, locale, code }, sender)
    return to === email ? [{ text, link: linkIn(text) ?? '', channel: row.channel }] : []
  })
}

/** The fields of the form with that button. */
function formOf(html: string, button: RegExp): Record<string, string> {
  const form = (html.match(/<form[\s\S]*?<\/form>/g) ?? []).find((each) => button.test(each))
  assert.ok(form, `${button} is on the page`)
  return hiddenOf(form)
}

const person = { name: 'New Person', email: 'New.Person@desk.example', role: 'agent' }

test('whom one administrator adds gets in only after another one approved it', async () => {
  const [first, second] = [
    await atDesk(desk, world, 'administrator'),
    await atDesk(desk, world, 'administrator'),
  ]
  const added = await first.browser.submit('/staff/new', person)
  assert.equal(added.headers.get('location'), '/staff?done=added')
  const own = (await first.browser.get('/staff')).text
  assert.match(wordsOf(own), /New Person .* waits for a second administrator/)
  assert.doesNotMatch(own, /Approve New Person/)
  const seen = (await second.browser.get('/staff')).text
  const fields = formOf(seen, /Approve New Person/)
  // The one who asked cannot, whatever they send.
  const token = hiddenOf(own).token ?? ''
  const tried = await first.browser.post('/staff/approvals', { ...fields, token })
  assert.equal(tried.status, 422)
  assert.equal(linkIn(tried.text), undefined)
  const approvals = await Promise.all(
    Array.from({ length: 10 }, () => second.browser.post('/staff/approvals', fields)),
  )
  const told = approvals.map(({ headers }) => headers.get('location'))
  assert.deepEqual(told.filter(Boolean), ['/staff?done=approved'])
  // Whoever approved it sees no link; it is mailed to the person, once.
  const page = await second.browser.get('/staff?done=approved')
  assert.match(wordsOf(page.text), /The link goes to their address at work/)
  for (const { text } of [...approvals, page]) assert.equal(linkIn(text), undefined)
  const mails = await mailsTo('new.person@desk.example')
  assert.deepEqual(
    mails.map(({ channel }) => channel),
    ['email'],
  )
  const kept = await database.db.selectFrom('outbox').selectAll().execute()
  const [mail] = mails
  assert.ok(mail && !JSON.stringify(kept).includes(mail.link))
  assert.ok((await world.enroll(mail.link, world.device())).ok)
  assert.match((await second.browser.get('/staff')).text, /new\.person@desk\.example · 1 passkey/)
})

test('a new link for somebody takes two as well, and nobody approves one for themselves', async () => {
  const [first, second] = [
    await atDesk(desk, world, 'administrator'),
    await atDesk(desk, world, 'administrator'),
  ]
  const token = hiddenOf((await first.browser.get('/staff')).text).token ?? ''
  await first.browser.post('/staff/links', { token, person: second.staffId })
  const { text } = await second.browser.get('/staff')
  const { id } = await database.db
    .selectFrom('staff_link')
    .select('id')
    .where('staff_id', '=', second.staffId)
    .where('token_hash', 'is', null)
    .executeTakeFirstOrThrow()
  const forged = { token: hiddenOf(text).token ?? '', link: id }
  const own = await second.browser.post('/staff/approvals', forged)
  assert.equal(own.status, 422)
  const third = await atDesk(desk, world, 'administrator')
  const thirds = hiddenOf((await third.browser.get('/staff')).text).token ?? ''
  assert.deepEqual(await mailsTo(second.email), [])
  const answer = await third.browser.post('/staff/approvals', { token: thirds, link: id })
  assert.equal(answer.headers.get('location'), '/staff?done=approved')
  const [mail] = await mailsTo(second.email)
  assert.ok((await world.enroll(mail?.link ?? '', world.device())).ok)
})

test('ending somebody’s work is done at once, by one; never one’s own', async () => {
  const boss = await atDesk(desk, world, 'administrator')
  const agent = await atDesk(desk, world, 'agent')
  const token = hiddenOf((await boss.browser.get('/staff')).text).token ?? ''
  const own = await boss.browser.post('/staff/leavers', { token, person: boss.staffId })
  assert.equal(own.status, 422)
  const answer = await boss.browser.post('/staff/leavers', { token, person: agent.staffId })
  assert.equal(answer.headers.get('location'), '/staff?done=disabled')
  assert.match((await agent.browser.get('/you')).headers.get('location') ?? '', /^\/sign-in/)
})

test('an auditor reads the staff and changes nothing; agents and supervisors do not see it', async () => {
  const auditor = await atDesk(desk, world, 'auditor')
  const { text, status } = await auditor.browser.get('/staff')
  assert.equal(status, 200)
  assert.doesNotMatch(text, /End work|New link|Add somebody/)
  const token = hiddenOf(text).token ?? ''
  for (const path of ['new', 'links', 'approvals', 'leavers'])
    assert.equal((await auditor.browser.post(`/staff/${path}`, { token, ...person })).status, 403)
  assert.equal((await auditor.browser.get('/staff/new')).status, 403)
  for (const role of ['agent', 'supervisor'] as const) {
    const { browser } = await atDesk(desk, world, role)
    assert.equal((await browser.get('/staff')).status, 403)
    assert.doesNotMatch((await browser.get('/customers')).text, /href="\/staff"/)
  }
})

test('an address that somebody has is told, and what was typed is kept', async () => {
  const { browser } = await atDesk(desk, world, 'administrator')
  const typed = { name: 'Somebody', email: 'taken@desk.example', role: 'auditor' }
  await world.link('taken@desk.example')
  const answer = await browser.submit('/staff/new', typed)
  assert.equal(answer.status, 422)
  assert.match(wordsOf(answer.text), /One thing to fix Somebody at this desk has this address/)
  assert.match(answer.text, /value="Somebody"/)
})

test('the list below holds every form of the desk, and each with nothing in it gets our own words', async () => {
  const folder = resolve(import.meta.dirname, '../../src/desk')
  const source = globSync('**/*.{ts,tsx}', { cwd: folder })
    .map((file) => readFileSync(resolve(folder, file), 'utf8'))
    .join('')
  const posts = [...source.matchAll(/app\.post\(\s*'([^']+)'/g)].map(([, path = '']) => path)
  const id = '0198f0a0-0000-7000-8000-000000000000'
  const customer = `/customers/${id}/${id}`
  const account = `/accounts/${id}`
  const file = `/money/files/${id}`
  const credit = `/money/credits/${id}`
  const request = `/money/requests/${id}`
  const work = `/money/corrections/${id}`
  const FORMS: [string, number][] = [
    [`${file}/again`, 404],
    [`${file}/drop`, 404],
    ['/money/posting', 422],
    ...['approval', 'refusal', 'execution', 'withdrawal'].map((what): [string, number] => [
      `${request}/${what}`,
      404,
    ]),
    ['/money/corrections', 422],
    ['/money/credit-files', 415],
    ['/money/tasks', 422],
    [credit, 404],
    ...['held', 'moves', 'card-refunds', 'waivers'].map((what): [string, number] => [
      `${work}/${what}`,
      404,
    ]),
    ...['extensions', 'charge-offs'].map((what): [string, number] => [`${work}/${what}`, 403]),
    ['/passkey-challenge', 200],
    ['/sign-in/passkey', 422],
    ['/confirm/passkey', 422],
    ['/enroll', 410],
    ['/enroll/challenge', 409],
    ['/customers', 422],
    ['/customers/reports', 303],
    [`${customer}/waits`, 303],
    [`${customer}/sessions`, 303],
    [`${customer}/recovery`, 303],
    [`${account}/flags`, 404],
    [`${account}/repossession`, 403],
    [`${account}/flags/${id}/lift`, 404],
    [`${account}/banks/${id}/mark`, 404],
    [`${account}/papers/new`, 415],
    [`${account}/deferments`, 403],
    [`${account}/statements/${id}/correction`, 404],
    [`${account}/links/${id}/end`, 404],
    [`${account}/papers/${id}/mail`, 404],
    [`${customer}/paper`, 303],
    ...['', '/approval', '/refusal', '/withdrawal'].map((what): [string, number] => [
      `${account}/papers/${id}/removal${what}`,
      404,
    ]),
    ['/bank-marks/new', 422],
    [`/bank-marks/${id}/lift`, 403],
    ['/staff/new', 422],
    ['/staff/links', 422],
    ['/staff/approvals', 422],
    ['/staff/leavers', 422],
    ['/you/sessions', 303],
    ['/you/passkeys', 422],
    ['/you/passkeys/challenge', 200],
    ['/you/passkeys/removal', 303],
    ['/sign-out', 303],
  ]
  const known = FORMS.map(([path]) =>
    path
      .replace(customer, '/customers/:account/:obligor')
      .replace(credit, '/money/credits/:credit')
      .replace(account, '/accounts/:account')
      .replace(file, '/money/files/:file')
      .replace(request, '/money/requests/:id')
      .replace(work, '/money/corrections/:account')
      .replace(`banks/${id}`, 'banks/:bank')
      .replace(`papers/${id}`, 'papers/:paper')
      .replace(`statements/${id}`, 'statements/:statement')
      .replace(`links/${id}`, 'links/:link')
      .replace(`bank-marks/${id}`, 'bank-marks/:mark')
      .replace(id, ':flag'),
  )
  assert.deepEqual(posts.sort(), known.sort())
  const { browser } = await atDesk(desk, world, 'administrator')
  const library = /Invalid (input|option|UUID|string|value)|expected \w+, received|Too (small|big)/
  for (const language of ['en', 'es'])
    for (const [path, status] of FORMS.slice(0, -1)) {
      const token = hiddenOf((await browser.get('/you')).text).token ?? ''
      const answer = await browser.post(path, { token }, { 'accept-language': language })
      assert.equal(answer.status, status, path)
      assert.doesNotMatch(wordsOf(answer.text), library, path)
    }
  // A form of a file is refused by its kind before anything of it is read.
  const ofFile = FORMS.filter(([, status]) => status === 415).map(([path]) => path)
  const bare = (path: string) => (ofFile.includes(path) ? 415 : 403)
  for (const [path] of FORMS) assert.equal((await browser.post(path, {})).status, bare(path), path)
  const stranger = new Browser(desk)
  assert.equal((await stranger.post('/staff/new', person)).status, 403)
})
