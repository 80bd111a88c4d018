// The demo's page of time over the planted book: what it moves, what it leaves, what it refuses.
import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { passTime } from '#src/cli/pass-time.ts'
import { demoPages } from '#src/demo/demo-pages.ts'
import { movableClock } from '#src/demo/movable-clock.ts'
import { deskForms } from '#src/desk/desk-forms.tsx'
import { addDays, addMonths, dateInZone } from '#src/domain/calendar.ts'
import { businessDay } from '#src/servicing/business-day.ts'
import { cutoffOn } from '#src/servicing/lender-rules.ts'
import { openDesk } from '#test/support/desk.ts'
import { markupProblems } from '#test/support/page-checks.ts'
import { type PlantedBook, plantedBook } from '#test/support/planted-book.ts'
import { Browser, hiddenOf, type Portal } from '#test/support/portal.ts'
import { wordsOf } from '#test/support/signed-in.ts'

const home = await mkdtemp(join(tmpdir(), 'keyturn-time-'))
const mover = movableClock(home)
const wall = { now: () => new Date().toISOString(), set: () => undefined, pass: () => undefined }
const today = dateInZone(wall.now(), 'America/New_York')
let book: PlantedBook
let desk: Portal

before(async () => {
  book = await plantedBook({ today, now: wall.now(), numbers: ['1048264425'] })
  const ctx = { ...book.ctx, clock: mover }
  const pages = demoPages({ mailbox: null, time: passTime(() => ctx, mover) })
  const assets = (name: string) => `/assets/${name}`
  desk = await openDesk(book.database, wall, {}, (app) => pages(app, { assets, ...deskForms }))
})
after(async () => {
  await desk.close()
  await book.close()
  await rm(home, { recursive: true })
})

const open = () => businessDay(book.ctx.db)
const ahead = () => dateInZone(mover.now(), book.ctx.lender.timeZone)

test('a button closes the open day; pressed twice, or late, it does so once', async () => {
  const browser = new Browser(desk)
  const { text } = await browser.get('/time')
  assert.deepEqual(await markupProblems(text), [])
  assert.match(wordsOf(text), /None yet/)
  const form = { ...hiddenOf(text), step: today }
  for (let press = 0; press < 2; press += 1) {
    const pressed = await browser.post('/time', form)
    assert.deepEqual([pressed.status, pressed.headers.get('location')], [303, '/time'])
  }
  assert.equal(await open(), addDays(today, 1))
  assert.equal(ahead(), addDays(today, 1))
  assert.match(wordsOf((await browser.get('/time')).text), /Nothing happened on one day/)
})

test('the cutoff is reached without closing the day', async () => {
  const browser = new Browser(desk)
  const day = await open()
  await browser.submit('/time', { step: `cutoff ${day}` })
  assert.equal(await open(), day)
  assert.ok(mover.now() >= cutoffOn(book.ctx.lender, day))
  const { text } = await browser.get('/time')
  assert.match(wordsOf(text), /Cutoff for payments of this day is over/)
  assert.doesNotMatch(wordsOf(text), /To the cutoff/)
})

test('a month passes and its late charges are counted', async () => {
  const browser = new Browser(desk)
  const through = addMonths(await open(), 1)
  await browser.submit('/time', { to: through })
  assert.equal(await open(), addDays(through, 1))
  const { text } = await browser.get('/time')
  assert.match(wordsOf(text), /[12] late charges?/)
  assert.deepEqual(await markupProblems(text), [])
})

test('what cannot be is said beside the field, with what was typed kept', async () => {
  const browser = new Browser(desk)
  const day = await open()
  const wrong: readonly (readonly [string, RegExp])[] = [
    ['', /Choose a date\./],
    ['2027-02-30', /Choose a date\./],
    [addDays(day, -1), /That day has passed already/],
    [addDays(addMonths(day, 12), 1), /Choose a date within a year/],
  ]
  for (const [to, said] of wrong) {
    const { status, text } = await browser.submit('/time', { to })
    assert.equal(status, 422)
    assert.match(wordsOf(text), said)
    if (to !== '') assert.ok(text.includes(`value="${to}"`), to)
  }
  assert.equal(await open(), day)
})

test('a form from elsewhere moves nothing', async () => {
  const browser = new Browser(desk)
  const { text } = await browser.get('/time')
  const day = await open()
  const form = { ...hiddenOf(text), step: day }
  const foreign = { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' }
  assert.equal((await browser.post('/time', form, foreign)).status, 403)
  assert.equal((await browser.post('/time', { step: day })).status, 403)
  assert.equal(await open(), day)
})
