// What a customer of another kind takes along: of a loan known from public filings, of a lease, of an
// account that is closed, of two borrowers with autopay.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import ICAL from 'ical.js'
import { plantAutopay } from '#seeds/autopay.ts'
import { filedStories } from '#seeds/filed.ts'
import { plantStories } from '#seeds/plant.ts'
import { date } from '#src/domain/calendar.ts'
import { calc } from '#test/support/calc.ts'
import { assertIsOfx } from '#test/support/ofx-schema.ts'
import { Browser } from '#test/support/portal.ts'
import {
  openSignedIn,
  type SignedIn,
  type SignedInPortal,
  wordsOf,
} from '#test/support/signed-in.ts'

const today = date('2026-11-24')
const RUTH = '1048264458'

let world: SignedInPortal
before(async () => {
  world = await openSignedIn()
  await plantStories(world.book.ctx, await filedStories(today), today)
  await plantAutopay(world.book.ctx, today)
})
after(() => world.close())

async function makeCalendar({ browser, base }: SignedIn): Promise<string> {
  const made = await browser.submit(`${base}/data/calendar`, {}, `${base}/data`)
  const path = /\/calendar\/[0-9A-Z]{44}\.ics/.exec(made.text)?.[0]
  assert.ok(path, `${made.status}`)
  return path
}

async function entriesAt(path: string) {
  const { text } = await new Browser(world.portal).get(path)
  const calendar = new ICAL.Component(ICAL.parse(text))
  return calendar.getAllSubcomponents('vevent').map((each) => new ICAL.Event(each))
}

test('filed loans: months as they were reported, the same cents, and no calendar', async () => {
  for (const { record, usernames } of await filedStories(today)) {
    const { browser, base } = await world.signIn(usernames[0] ?? '', record.accountNumber)
    const { text } = await browser.get(`${base}/data/ledger`)
    const { exitCode, results } = await calc('ledger', { text })
    assert.deepEqual((results[0] as { differences?: unknown }).differences, [])
    assert.equal(exitCode, 0)
    assertIsOfx((await browser.get(`${base}/activity?format=ofx`)).text)
    const page = (await browser.get(`${base}/data`)).text
    assert.match(wordsOf(page), /taken as they were reported/)
    assert.doesNotMatch(page, /action="[^"]*\/data\/calendar"/)
    const posted = await browser.submit(`${base}/data/calendar`, {}, `${base}/data/everything`)
    assert.equal(posted.status, 422)
  }
})

test('a lease: its payments as its schedule has them', async () => {
  const lease = world.book.stories.find(({ record }) => record.product === 'lease')
  assert.ok(lease)
  const owner = await world.signIn(lease.usernames[0] ?? '', lease.record.accountNumber)
  const entries = await entriesAt(await makeCalendar(owner))
  const overview = wordsOf((await owner.browser.get(owner.base)).text)
  const [first] = entries
  const amount = /\$[\d,.]+/.exec(first?.summary ?? '')?.[0]
  assert.ok(amount && overview.includes(amount), `${first?.summary}`)
})

test('autopay: each borrower sees the debits, and only one of them from whose bank', async () => {
  const ruth = await world.signIn('ruth.calloway', RUTH)
  const ben = await world.signIn('ben.calloway', RUTH)
  const hers = await entriesAt(await makeCalendar(ruth))
  const his = await entriesAt(await makeCalendar(ben))
  const debits = hers.filter(({ summary }) => summary.startsWith('Autopay debit'))
  assert.ok(debits.length > 0, hers.map(({ summary }) => summary).join())
  const theirs = his.filter(({ summary }) => summary.startsWith('Payment by the co-borrower'))
  assert.deepEqual(
    theirs.map(({ uid }) => uid),
    debits.map(({ uid }) => uid),
  )
  assert.equal(his.filter(({ summary }) => summary.startsWith('Autopay')).length, 0)
  const days = hers.map(({ uid, startDate }) => `${uid} ${startDate.toString()}`)
  assert.equal(new Set(days).size, days.length)
})

test('an account that is closed has none, and asks for none', async () => {
  const closed = world.book.stories.find(({ about }) => about.startsWith('paid off'))
  assert.ok(closed)
  const owner = await world.signIn(closed.usernames[0] ?? '', closed.record.accountNumber)
  const page = (await owner.browser.get(`${owner.base}/data`)).text
  assert.doesNotMatch(page, /action="[^"]*\/data\/calendar"/)
  assert.match(wordsOf(page), /there is nothing to come/)
})

test('whoever says that it was not them ends the calendar that was made meanwhile', async () => {
  const ruth = await world.signIn('ruth.calloway', RUTH)
  const path = await makeCalendar(ruth)
  const list = (await ruth.browser.get('/security')).text
  const [, line] = /href="(\/security\/not-me\?line=\d+)"/.exec(list) ?? []
  assert.ok(line)
  await ruth.browser.submit('/security/not-me', {}, line)
  assert.equal((await new Browser(world.portal).get(path)).status, 410)
})
