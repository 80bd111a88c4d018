// The desk's pages of moved money: asked for on one page, foreseen on the next, decided by another
// person, and what was typed comes back with what is wrong.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { date } from '#src/domain/calendar.ts'
import { readAccountAudit } from '#src/store/accounts/account-audit.ts'
import { openDesk } from '#test/support/desk.ts'
import { atDesk } from '#test/support/desk-person.ts'
import { movableClock } from '#test/support/identity-world.ts'
import { type PlantedBook, plantedBook } from '#test/support/planted-book.ts'
import { hiddenOf, type Portal } from '#test/support/portal.ts'
import { wordsOf } from '#test/support/signed-in.ts'
import { staffWorld } from '#test/support/staff-world.ts'

const ELENA = '1048264417'
const LATE = '1048264433'
let book: PlantedBook
let elena: string
let late: string
let desk: Portal
let world: ReturnType<typeof staffWorld>
const clock = movableClock()
before(async () => {
  const today = date('2026-11-24')
  book = await plantedBook({ today, now: '2026-11-24T16:48:00.000Z', numbers: [ELENA, LATE] })
  elena = (await book.ownerOf(ELENA)).accountId
  late = (await book.ownerOf(LATE)).accountId
  desk = await openDesk(book.database, clock)
  world = staffWorld(book.database, clock)
})
after(async () => {
  await desk.close()
  await book.close()
})

type AtDesk = Awaited<ReturnType<typeof atDesk>>

const CHECK = { account: ELENA, amount: '512.55', day: '2026-11-20', way: 'mail' }
const WHY = { reference: '4711', reason: 'Check without a stub' }

async function asked({ browser }: AtDesk, typed: Record<string, string>): Promise<string> {
  const { text } = await browser.get('/money/posting')
  const answer = await browser.post('/money/posting', { ...hiddenOf(text), ...typed })
  const to = answer.headers.get('location') ?? ''
  assert.match(to, /^\/money\/requests\/[0-9a-f-]{36}\?done=asked$/, wordsOf(answer.text))
  return to.replace('?done=asked', '')
}

test('a check is asked for, foreseen, and carried out by another person alone', async () => {
  const agent = await atDesk(desk, world, 'agent')
  const page = await asked(agent, { ...CHECK, ...WHY })
  const own = wordsOf((await agent.browser.get(page)).text)
  assert.match(own, /This waits for somebody else/)
  assert.match(own, /Account ••4417 Elena Marsh\. As of today, before and after/)
  assert.doesNotMatch(own, /Approve and carry out/)
  const chief = await atDesk(desk, world, 'supervisor')
  const list = wordsOf((await chief.browser.get('/money/requests')).text)
  assert.match(list, /Payment by mail or at the counter .* \$512\.55 Decide/)
  const { text } = await chief.browser.get(page)
  const done = await chief.browser.post(`${page}/approval`, hiddenOf(text))
  assert.equal(done.headers.get('location'), `${page}?done=done`)
  const again = await chief.browser.post(`${page}/approval`, hiddenOf(text))
  assert.equal(again.status, 422)
  assert.match(again.text, /Somebody decided this before you/)
  const audit = await readAccountAudit(book.ctx.db, elena)
  assert.ok(
    audit.some(({ action, actor }) => action === 'money looked at' && actor.kind === 'staff'),
  )
})

test('the asker who sends the form of approval all the same is refused', async () => {
  const chief = await atDesk(desk, world, 'supervisor')
  const page = await asked(chief, { ...CHECK, ...WHY, reference: '4712' })
  const { text } = await chief.browser.get(page)
  for (const what of ['approval', 'execution']) {
    const answer = await chief.browser.post(`${page}/${what}`, hiddenOf(text))
    assert.equal(answer.status, 422, what)
  }
  const back = await chief.browser.post(`${page}/withdrawal`, hiddenOf(text))
  assert.equal(back.headers.get('location'), `${page}?done=withdrawn`)
})

test('who may not decide is turned away, and so is who showed their passkey too long ago', async () => {
  const agent = await atDesk(desk, world, 'agent')
  const page = await asked(agent, { ...CHECK, ...WHY, reference: '4713' })
  const other = await atDesk(desk, world, 'agent')
  const { text } = await other.browser.get(page)
  assert.equal((await other.browser.post(`${page}/approval`, hiddenOf(text))).status, 403)
  const auditor = await atDesk(desk, world, 'auditor')
  assert.equal((await auditor.browser.get(page)).status, 200)
  assert.equal((await auditor.browser.get('/money/posting')).status, 403)
  assert.equal((await auditor.browser.get(`/money/corrections/${elena}`)).status, 403)
  const chief = await atDesk(desk, world, 'supervisor')
  const { text: shown } = await chief.browser.get(page)
  clock.pass(6 * 60)
  const late = await chief.browser.post(`${page}/approval`, hiddenOf(shown))
  assert.match(late.headers.get('location') ?? '', /^\/confirm\?next=/)
})

test('a form with mistakes comes back with what was typed and what to do', async () => {
  const { browser } = await atDesk(desk, world, 'agent')
  const { text } = await browser.get('/money/posting')
  const wrong = { account: '999', amount: 'lots', day: 'soon', way: '', reference: '', reason: '' }
  const answer = await browser.post('/money/posting', { ...hiddenOf(text), ...wrong })
  assert.equal(answer.status, 422)
  const words = wordsOf(answer.text)
  for (const sentence of [
    /Type an amount in dollars/,
    /Choose a day\./,
    /Choose how it came\./,
    /Type the number of the check or of the receipt\./,
    /Write why, in a sentence\./,
  ])
    assert.match(words, sentence)
  assert.match(answer.text, /value="lots"/)
  const sent = { ...hiddenOf(text), ...CHECK, ...WHY }
  const nobody = await browser.post('/money/posting', { ...sent, account: '999' })
  assert.match(wordsOf(nobody.text), /There is no account with this number\./)
  const old = await browser.post('/money/posting', { ...sent, day: '2026-09-01' })
  assert.match(wordsOf(old.text), /The first day on which it can count is/)
  const numbers = await browser.post('/money/posting', { ...sent, reason: 'Card 4111111111111111' })
  assert.match(wordsOf(numbers.text), /Leave out long numbers/)
})

test('a late charge is forgiven from the page of the account', async () => {
  const agent = await atDesk(desk, world, 'agent')
  const find = hiddenOf((await agent.browser.get('/money/corrections')).text)
  const found = await agent.browser.post('/money/corrections', { ...find, account: LATE })
  assert.equal(found.headers.get('location'), `/money/corrections/${late}`)
  const { text } = await agent.browser.get(`/money/corrections/${late}`)
  const charge = /name="charge" value="([0-9a-f-]{36} \d+)"/.exec(text)?.[1]
  assert.ok(charge)
  const path = `/money/corrections/${late}/waivers`
  const hidden = hiddenOf(text)
  const much = { charge, amount: '9999.00', reason: 'Goodwill' }
  const refused = await agent.browser.post(path, { ...hidden, ...much })
  assert.equal(refused.status, 422)
  assert.match(wordsOf(refused.text), /Of this charge \$\d+\.\d\d is open\./)
  assert.match(refused.text, /value="9999\.00"/)
  const answer = await agent.browser.post(path, { ...hidden, ...much, amount: '5.00' })
  assert.match(answer.headers.get('location') ?? '', /done=asked/)
  const missing = await agent.browser.post(path, hidden)
  assert.match(wordsOf(missing.text), /Choose the charge\./)
})
