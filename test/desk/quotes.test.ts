// Payoff quotes of an account at the desk: each with its days, amount, state and who asked, newest
// first, all of them found page by page.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { addDays, date } from '#src/domain/calendar.ts'
import type { Owner } from '#src/servicing/context.ts'
import { quotePayoff } from '#src/servicing/quote-payoff.ts'
import type { QuoteState } from '#src/store/payments/payoff-quotes.ts'
import { openDesk } from '#test/support/desk.ts'
import { atDesk } from '#test/support/desk-person.ts'
import { movableClock } from '#test/support/identity-world.ts'
import { type PlantedBook, plantedBook } from '#test/support/planted-book.ts'
import type { Browser, Portal } from '#test/support/portal.ts'
import { wordsOf } from '#test/support/signed-in.ts'
import { staffWorld } from '#test/support/staff-world.ts'

const [PAIR, LEASE] = ['1048264458', '1048264516']
const TODAY = date('2026-11-24')
let book: PlantedBook
let ruth: Owner
let desk: Portal
let agent: Browser
let staffId: string
let path: string

before(async () => {
  const now = '2026-11-24T16:48:00.000Z'
  book = await plantedBook({ today: TODAY, now, numbers: [PAIR, LEASE] })
  ruth = await book.ownerOf(PAIR)
  const clock = movableClock()
  desk = await openDesk(book.database, clock)
  const person = await atDesk(desk, staffWorld(book.database, clock), 'agent')
  ;[agent, staffId] = [person.browser, person.staffId]
  path = `/accounts/${ruth.accountId}`
})
after(async () => {
  await desk.close()
  await book.close()
})

const seen = async (query = '') => wordsOf((await agent.get(`${path}${query}`)).text)
const numbersIn = (words: string) => words.match(/PQ-[0-9A-Z]{4}-[0-9A-Z]{4}/g) ?? []

/** The number of what closes the loan so many days from today. */
async function quoted(days: number, by?: Parameters<typeof quotePayoff>[2]['by']) {
  const asked = { on: addDays(TODAY, days), ...(by && { by }) }
  const answer = await quotePayoff(book.ctx, ruth, asked)
  assert.ok(answer.ok)
  return answer.value.quote.number
}

async function become(number: string, state: QuoteState): Promise<void> {
  const { db } = book.ctx
  await db.updateTable('payoff_quote').set({ state }).where('number', '=', number).execute()
}

test('without one it says so; a lease has none to list', async () => {
  assert.match(await seen(), /Payoff quotes .* Nobody asked what pays this loan off yet/)
  const lease = await book.ownerOf(LEASE)
  assert.doesNotMatch(wordsOf((await agent.get(`/accounts/${lease.accountId}`)).text), /quotes/)
})

test('each says its days, its amount, how it stands and who asked for it', async () => {
  const own = await quoted(0)
  const dealer = await quoted(1, { kind: 'system', id: 'payoff link' })
  const staff = await quoted(2, { kind: 'staff', id: staffId })
  const words = await seen()
  assert.deepEqual(numbersIn(words), [staff, dealer, own])
  const amount = /Nov 24, 2026 Dec \d+, 2026 (\$[\d,]+\.\d\d) Open/.exec(words)?.[1]
  assert.ok(amount, words)
  const quote = await book.ctx.db
    .selectFrom('payoff_quote')
    .select('total')
    .where('number', '=', own)
    .executeTakeFirstOrThrow()
  assert.equal(Number(amount.replace(/[^\d]/g, '')), quote.total)
  assert.match(words, new RegExp(`${own} Asked by Ruth Calloway, Tue, Nov 24, 11:48 am ET`))
  assert.match(words, new RegExp(`${dealer} Asked by whoever has a dealer’s link`))
  assert.match(words, new RegExp(`${staff} Asked by Agent \\d+ of our staff`))
  await become(own, 'superseded')
  await become(dealer, 'expired')
  await become(staff, 'used')
  assert.match(await seen(), /Paid .* Expired .* Superseded/)
  // Asked for again by another it is the same quote while it holds, under whoever asked first.
  assert.equal(numbersIn(await seen()).length, 3)
})

test('all are found page by page, the newest first, whatever page is asked for', async () => {
  const made: string[] = []
  for (let days = 3; days < 12; days += 1) made.unshift(await quoted(days))
  const first = numbersIn(await seen())
  const second = numbersIn(await seen('?quotes=2'))
  assert.deepEqual(first.slice(0, 9), made)
  assert.deepEqual([first.length, second.length], [10, 2])
  assert.equal(new Set([...first, ...second]).size, 12)
  const { text } = await agent.get(path)
  assert.match(text, /href="[^"]*\?quotes=2#quotes">Older quotes</)
  assert.match(await seen('?quotes=2'), /Newer quotes Page 2 of 2/)
  assert.deepEqual(numbersIn(await seen('?quotes=99')), second)
  for (const odd of ['0', '-1', 'x', '1e999', 'NaN', '1.9'])
    assert.deepEqual(numbersIn(await seen(`?quotes=${odd}`)).length, odd === '1e999' ? 2 : 10, odd)
})
