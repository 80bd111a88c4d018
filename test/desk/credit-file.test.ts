// A file of payments at the desk: taken whole or not at all, shown with its total before anything is
// posted, approved by another person above the limit of one.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { date } from '#src/domain/calendar.ts'
import { cents, toDollars } from '#src/domain/money.ts'
import { moneyFigures } from '#src/domain/orders/money-figures.ts'
import { readCredits } from '#src/formats/credits/read-credits.ts'
import { loadAccount } from '#src/servicing/load-account.ts'
import { postCreditFiles } from '#src/servicing/posting/post-credit-files.ts'
import { quotePayoff } from '#src/servicing/quote-payoff.ts'
import { readAccountAudit } from '#src/store/accounts/account-audit.ts'
import { formatMoney } from '#src/words/format.ts'
import { credits } from '#test/support/credit-file.ts'
import { openDesk } from '#test/support/desk.ts'
import { atDesk } from '#test/support/desk-person.ts'
import { movableClock } from '#test/support/identity-world.ts'
import { type PlantedBook, plantedBook } from '#test/support/planted-book.ts'
import { type Answer, type Browser, hiddenOf, type Portal } from '#test/support/portal.ts'
import { wordsOf } from '#test/support/signed-in.ts'
import { staffWorld } from '#test/support/staff-world.ts'

const ELENA = '1048264417'
const LATE = '1048264433'
const BY = { kind: 'system', id: 'payoff link' } as const
const PAGE = '/money/credit-files'
let book: PlantedBook
let desk: Portal
let world: ReturnType<typeof staffWorld>
const clock = movableClock()
before(async () => {
  const today = date('2026-11-24')
  book = await plantedBook({ today, now: '2026-11-24T16:48:00.000Z', numbers: [ELENA, LATE] })
  desk = await openDesk(book.database, clock)
  world = staffWorld(book.database, clock)
})
after(async () => {
  await desk.close()
  await book.close()
})

/** As a browser sends it, with the boundary of its own. */
async function send(
  browser: Browser,
  fields: Record<string, string>,
  file: { bytes: Uint8Array | string; name?: string } | null,
): Promise<Answer> {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  const name = file?.name ?? (file ? 'LOCKBOX-1124.csv' : '')
  form.set('file', new Blob([file ? Uint8Array.from(Buffer.from(file.bytes)) : '']), name)
  const encoded = new Response(form)
  const headers = {
    'content-type': encoded.headers.get('content-type') ?? '',
    origin: desk.config.deskOrigin,
    'sec-fetch-site': 'same-origin',
  }
  const body = await encoded.arrayBuffer()
  return browser.send(PAGE, { method: 'POST', body, headers })
}

const hidden = async (browser: Browser) => hiddenOf((await browser.get(PAGE)).text)

const fileCount = async () =>
  (await book.ctx.db.selectFrom('credit_file').select('id').execute()).length

async function received(reference: string) {
  const row = await book.ctx.db
    .selectFrom('received_credit')
    .select(['state', 'event_id'])
    .where('reference', '=', reference)
    .executeTakeFirstOrThrow()
  return row.state
}

test('a file is taken at the desk, shown with its total, and approved by another person', async () => {
  const agent = await atDesk(desk, world, 'agent')
  const fields = await hidden(agent.browser)
  const bytes = credits([
    { account: ELENA, amount: 51_255, reference: 'D1' },
    { account: LATE, amount: 1_000, reference: 'D2' },
    { account: '5550001', amount: 2_000, reference: 'D3' },
  ])
  const answer = await send(agent.browser, fields, { bytes })
  const to = answer.headers.get('location') ?? ''
  assert.match(to, /^\/money\/requests\/[0-9a-f-]{36}\?done=asked$/, wordsOf(answer.text))
  // Pressed twice it is one file and one request.
  assert.equal((await send(agent.browser, fields, { bytes })).headers.get('location'), to)
  assert.equal(await fileCount(), 1)
  const page = to.replace('?done=asked', '')
  const shown = wordsOf((await agent.browser.get(page)).text)
  assert.match(shown, /Amount \$542\.55 File LOCKBOX-1124\.csv Payments in it 3/)
  assert.match(shown, /Of them without an account 1 They will be held/)
  assert.match(shown, /This waits for somebody else/)
  const chief = await atDesk(desk, world, 'supervisor')
  const { text } = await chief.browser.get(page)
  const done = await chief.browser.post(`${page}/approval`, hiddenOf(text))
  assert.equal(done.headers.get('location'), `${page}?done=done`)
  await postCreditFiles(book.ctx)
  assert.equal(await received('D1'), 'posted')
  assert.equal(await received('D3'), 'unapplied')
  // The bytes themselves are kept nowhere.
  const rows = await book.ctx.db.selectFrom('credit_file').selectAll().execute()
  assert.ok(rows.every((row) => Object.values(row).every((value) => !/D1/.test(String(value)))))
})

test('money that carries the number of a payoff quote is suggested for its account, and waits', async () => {
  const owner = await book.ownerOf(LATE)
  const quoted = await quotePayoff(book.ctx, owner, { on: date('2026-11-30'), by: BY })
  assert.ok(quoted.ok)
  const { number } = quoted.value.quote
  const bytes = credits([
    { account: '5550002', amount: 3_000, reference: 'Q1', payer: `Harbor Motors ${number}` },
    { account: '5550003', amount: 3_100, reference: 'Q2', payer: 'Harbor Motors PQ-0000-0000' },
  ])
  const agent = await atDesk(desk, world, 'agent')
  const taken = await send(agent.browser, await hidden(agent.browser), { bytes })
  const request = (taken.headers.get('location') ?? '').replace('?done=asked', '')
  const chief = await atDesk(desk, world, 'supervisor')
  await chief.browser.post(`${request}/approval`, hiddenOf((await chief.browser.get(request)).text))
  await postCreditFiles(book.ctx)
  const pageOf = async (reference: string) => {
    const row = await book.ctx.db
      .selectFrom('received_credit')
      .select('id')
      .where('reference', '=', reference)
      .executeTakeFirstOrThrow()
    return `/money/credits/${row.id}`
  }
  // It is not taken by itself.
  assert.equal(await received('Q1'), 'unapplied')
  const page = await pageOf('Q1')
  const seen = wordsOf((await agent.browser.get(page)).text)
  assert.ok(seen.includes(`${number} is the number of a payoff quote of the account ending 4433`))
  const other = wordsOf((await agent.browser.get(await pageOf('Q2'))).text)
  assert.doesNotMatch(other, /number of a payoff quote/)
  const wish = { what: 'assign', account: number, reason: 'The dealer wrote the quote on it.' }
  const asked = await agent.browser.submit(page, wish)
  assert.match(asked.headers.get('location') ?? '', /^\/money\/requests\/.+done=asked$/)
  const row = await book.ctx.db
    .selectFrom('money_request')
    .select(['account_id', 'state'])
    .where('kind', '=', 'assign')
    .executeTakeFirstOrThrow()
  assert.deepEqual(row, { account_id: owner.accountId, state: 'asked' })
})

/** The rows of the table of what a file would do, without spaces around tags. */
const effectsIn = (html: string) => {
  const words = wordsOf(html)
  return words.slice(words.indexOf('What it would do'))
}

test('before it is approved each account shows what it would do, and it does that', async () => {
  const agent = await atDesk(desk, world, 'agent')
  const { accountId: elena } = await book.ownerOf(ELENA)
  const bytes = credits([
    { account: ELENA, amount: 30_000, reference: 'E1' },
    { account: ELENA, amount: 12_345, reference: 'E2', day: '2026-11-20' },
    { account: ELENA, amount: 777, reference: 'E3', day: '2001-01-02' },
    { account: LATE, amount: 9_000_000, reference: 'E4' },
  ])
  const answer = await send(agent.browser, await hidden(agent.browser), { bytes })
  const page = (answer.headers.get('location') ?? '').replace('?done=asked', '')
  const shown = effectsIn((await agent.browser.get(page)).text)
  assert.match(shown, /Elena Marsh, ending 4417 Principal: \$[\d.,]+ less .*\$431\.22/)
  assert.match(shown, /\$7\.77 would be held: it came before the account was ours/)
  assert.match(shown, /ending 4433 .*Money held: \$[\d.,]+ more \$90,000\.00 \$0\.00/)
  const left = /Elena Marsh.*?was ours \$431\.22 (\$[\d.,]+)/.exec(shown)?.[1]
  const held = /Money held: (\$[\d.,]+) more/.exec(shown)?.[1]
  const chief = await atDesk(desk, world, 'supervisor')
  const { text } = await chief.browser.get(page)
  assert.equal(effectsIn(text).slice(0, 400), shown.slice(0, 400))
  const lines = (await readAccountAudit(book.ctx.db, elena)).map(({ details }) => details)
  assert.ok(lines.some((one) => JSON.stringify(one).includes('effects of file')))
  assert.equal((await chief.browser.post(`${page}/approval`, hiddenOf(text))).status, 303)
  await postCreditFiles(book.ctx)
  assert.deepEqual(await Promise.all(['E1', 'E2', 'E3', 'E4'].map(received)), [
    'posted',
    'posted',
    'unapplied',
    'posted',
  ])
  const figures = async (number: string) => {
    const { accountId } = await book.ownerOf(number)
    return moneyFigures((await loadAccount(book.ctx.db, accountId)).ledger, date('2026-11-24'))
  }
  assert.equal(left, formatMoney((await figures(ELENA)).principal ?? cents(0), 'en'))
  assert.equal(held, formatMoney((await figures(LATE)).held, 'en'))
  assert.ok(!(await chief.browser.get(page)).text.includes('What it would do'))
})

test('who brought a file posts it alone only while all of it is within the limit', async () => {
  const chief = await atDesk(desk, world, 'supervisor')
  const limit = await aloneLimit()
  for (const [amount, reference, alone] of [
    [limit, 'L1', true],
    [1, 'L2', false],
  ] as const) {
    const bytes = credits([{ account: ELENA, amount, reference }])
    const answer = await send(chief.browser, await hidden(chief.browser), { bytes })
    const page = (answer.headers.get('location') ?? '').replace('?done=asked', '')
    const { text } = await chief.browser.get(page)
    assert.equal(/Carry out/.test(wordsOf(text)), alone, reference)
    const done = await chief.browser.post(`${page}/execution`, hiddenOf(text))
    assert.equal(done.status, alone ? 303 : 422, reference)
  }
})

async function aloneLimit(): Promise<number> {
  const { servicing } = desk.config.lender.rules
  const limits = servicing.at(-1)?.deskLimits
  assert.ok(limits && limits.aloneOnAccount > 0)
  return Math.min(limits.aloneOnAccount, limits.aloneInDay)
}

test('a file that is none, too large, or no text comes back with what is wrong and where', async () => {
  const { browser } = await atDesk(desk, world, 'agent')
  const fields = await hidden(browser)
  const before = await fileCount()
  const good = credits([{ account: ELENA, amount: 10_000, reference: 'W1' }])
  const wrong = good.replace('100.00,2026', 'much,2026').replace('total,1', 'total,7')
  const known = credits([
    { account: ELENA, amount: 51_255, reference: 'D1' },
    { account: LATE, amount: 700, reference: 'W2' },
  ])
  const ahead = credits([{ account: ELENA, amount: 100, reference: 'W3', day: '2026-11-25' }])
  for (const [bytes, told] of [
    [wrong, /Line 2: the amount is not dollars with two decimals/],
    [good.replace('account,amount', 'konto,amount'), /Line 1: the header is not/],
    [Uint8Array.of(0xff, 0xfe, 0x00, 0x81), /Line 1: the file is not UTF-8 text/],
    ['MZ\0\0program', /Line 1: the file is not UTF-8 text/],
    [known, /Line 2: this payment was in another file/],
    [ahead, /Line 2: its day is still to come/],
    ['x'.repeat(2_000_001), /This file is larger than 2 MB/],
  ] as const) {
    const answer = await send(browser, fields, { bytes })
    assert.equal(answer.status, 422, String(told))
    assert.match(wordsOf(answer.text), told)
  }
  const none = await send(browser, fields, null)
  assert.equal(none.status, 422)
  assert.match(wordsOf(none.text), /Choose the file\./)
  const huge = await send(browser, fields, { bytes: 'x'.repeat(3_000_000) })
  assert.equal(huge.status, 422)
  assert.match(wordsOf(huge.text), /larger than 2 MB/)
  const two = credits([
    { account: ELENA, amount: 100, reference: 'W4' },
    { account: ELENA, amount: 100, reference: 'W5' },
  ]).replaceAll('1.00,2026', 'x,2026')
  const several = wordsOf((await send(browser, fields, { bytes: two })).text)
  assert.match(several, /Line 2: the amount .* Line 3: the amount/)
  assert.equal(await fileCount(), before)
})

test('nothing is read for a stranger, without the token, or in another kind of form', async () => {
  const before = await fileCount()
  const bytes = credits([{ account: ELENA, amount: 100, reference: 'S1' }])
  const { browser } = await atDesk(desk, world, 'agent')
  const fields = await hidden(browser)
  assert.equal((await send(browser, {}, { bytes })).status, 403)
  assert.equal((await browser.post(PAGE, fields)).status, 415)
  const broken = await browser.send(PAGE, {
    method: 'POST',
    body: 'no parts at all',
    headers: {
      'content-type': 'multipart/form-data; boundary=x',
      origin: desk.config.deskOrigin,
      'sec-fetch-site': 'same-origin',
    },
  })
  assert.equal(broken.status, 415)
  browser.cookies.clear()
  assert.equal((await send(browser, fields, { bytes })).status, 403)
  const auditor = await atDesk(desk, world, 'auditor')
  assert.equal((await auditor.browser.get(PAGE)).status, 403)
  assert.equal(await fileCount(), before)
})

test('the example on the page is a file that would be taken', async () => {
  const { browser } = await atDesk(desk, world, 'agent')
  const { text } = await browser.get(PAGE)
  const example = /<pre[^>]*>([^<]+)<\/pre>/.exec(text)?.[1] ?? ''
  const read = readCredits(Buffer.from(example.replaceAll('&quot;', '"')))
  assert.ok(read.ok, JSON.stringify(read))
  assert.equal(toDollars(read.total), toDollars(cents(95_604)))
})
