// Statements of the demo's accounts: made once, and on paper what the screen says (complaint 23:
// kept, and exportable at once).
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { addDays, date } from '#src/domain/calendar.ts'
import { cents } from '#src/domain/money.ts'
import type { StatementFacts } from '#src/formats/documents/document-facts.ts'
import { isScanLine } from '#src/formats/documents/scan-line.ts'
import { closeDay } from '#src/servicing/closing/close-day.ts'
import { printStatements } from '#src/servicing/documents/print-statements.ts'
import { postPayment } from '#src/servicing/post-payment.ts'
import { documentContext } from '#src/store/documents/documents.ts'
import { formatDate, formatMoney } from '#src/words/format.ts'
import { words } from '#src/words/words.ts'
import { testPapers } from '#test/support/papers.ts'
import { readPdf } from '#test/support/pdf-text.ts'
import { Browser } from '#test/support/portal.ts'
import { openSignedIn, type SignedInPortal, wordsOf } from '#test/support/signed-in.ts'

let world: SignedInPortal
const papers = testPapers()
before(async () => {
  world = await openSignedIn()
})
after(() => world.close())

const context = () => ({ ...world.book.ctx, ...papers })

async function kept() {
  const rows = await world.book.ctx.db
    .selectFrom('document')
    .selectAll()
    .where('kind', '=', 'statement')
    .orderBy('on_date')
    .execute()
  return rows.map((row) => {
    const bound = documentContext({ accountId: row.account_id, id: row.id })
    const facts = JSON.parse(world.book.ctx.vault.open(row.sealed, bound)) as StatementFacts
    return { ...row, facts }
  })
}

test('two runs at the same moment, and one after them, print each statement once', async () => {
  const [one, other] = await Promise.all([printStatements(context()), printStatements(context())])
  assert.equal(one + other, (await kept()).length)
  assert.ok(one + other >= 10)
  assert.equal(await printStatements(context()), 0)
  const messages = await world.book.ctx.db
    .selectFrom('account_message')
    .select(['account_id', 'obligor_id'])
    .where('template', '=', 'statementReady')
    .execute()
  const told = new Set(messages.map((row) => `${row.account_id} ${row.obligor_id}`))
  assert.equal(told.size, messages.length)
  const accounts = new Set(messages.map((row) => row.account_id))
  assert.equal(accounts.size, one + other)
})

/** Rows of the activity page's file: date, name, note, amount, parts, what is left. */
async function activityOf(browser: Browser, base: string): Promise<string[][]> {
  const file = (await browser.get(`${base}/activity?format=csv`)).text.replace('\ufeff', '')
  const [, ...rows] = file.trim().split('\r\n')
  return rows.map((row) =>
    [...row.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, cell = '']) =>
      cell.replace(/^"|"$/g, ''),
    ),
  )
}

const MONEY_AT = 3

/** How a row of the file reads on paper. */
function lineOf(row: readonly string[], { locale, parts, product }: StatementFacts): string {
  const amount = (text = '') =>
    text === '' ? '–' : formatMoney(cents(Math.round(Number(text) * 100)), locale)
  const [on = '', name = ''] = row
  const own = row.slice(MONEY_AT + 1, MONEY_AT + 1 + parts.length - 1)
  const end = product === 'loan' ? amount(row[MONEY_AT + 1 + parts.length]) : ''
  const day = formatDate(date(on), locale, 'shortDated')
  return [day, name, amount(row[MONEY_AT]), ...own.map(amount), end].join(' ').trim()
}

test('each line, subtotal and amount due of each statement is that of the screen', async () => {
  const statements = await kept()
  let compared = 0
  for (const { account_id: accountId, digest, facts } of statements) {
    const story = world.book.stories.find(
      ({ record }) => record.accountNumber === facts.accountNumber,
    )
    const [username] = story?.usernames ?? []
    if (username === undefined) continue
    const { browser, base } = await world.signIn(username, facts.accountNumber)
    assert.equal(base, `/accounts/${accountId}`)
    const { text, language, title, roles, pages } = await readPdf(await papers.files.get(digest))
    assert.equal(language, facts.locale)
    assert.ok(title.includes(facts.vehicle) && pages <= 2)
    for (const role of ['Table', 'TH', 'TD', 'H1', 'H2']) assert.ok(roles.has(role), role)
    const rows = (await activityOf(browser, base)).filter(([on = '']) => on <= facts.on)
    for (const row of rows.filter(([on = '']) => on >= facts.from)) {
      assert.ok(text.includes(lineOf(row, facts)), `${username}: ${lineOf(row, facts)} in ${text}`)
      compared += 1
    }
    const year = rows.filter(([on = '']) => on.slice(0, 4) === facts.on.slice(0, 4))
    const paid = year.filter(([, , , , part = '']) => part !== '')
    const total = paid.reduce((all, row) => all + Math.round(Number(row[MONEY_AT]) * 100), 0)
    assert.equal(facts.totals.year.paid, total, username)
    const { period, life } = facts.totals
    const money = (of: typeof period) => formatMoney(of.paid, facts.locale)
    const { paid: word } = words(facts.locale).documents.statement
    const said = [word, money(period), money(facts.totals.year), money(life)].join(' ')
    assert.ok(text.includes(said), said)
    const [scan = ''] = /\d{10} \d{6} \d{10} \d{2}/.exec(text) ?? []
    assert.ok(isScanLine(scan) && scan.startsWith(facts.accountNumber), scan)
  }
  assert.ok(compared >= 10, `${compared} lines`)
})

test('the amount due is the overview’s, where nothing came in since', async () => {
  for (const [username, number] of [
    ['elena.marsh', '1048264417'],
    ['ruth.calloway', '1048264458'],
  ] as const) {
    const { facts } = (await kept()).find((each) => each.facts.accountNumber === number) ?? {}
    assert.ok(facts)
    const { browser, base } = await world.signIn(username, number)
    const page = wordsOf((await browser.get(base)).text)
    assert.ok(page.replaceAll(' .', '.').includes(formatMoney(facts.due.total, 'en')), username)
  }
})

test('the documents page lists it, its file opens, and a stranger can check it', async () => {
  const { browser, base } = await world.signIn('elena.marsh', '1048264417')
  const [own] = (await kept()).filter((each) => `/accounts/${each.account_id}` === base)
  assert.ok(own)
  const list = wordsOf((await browser.get(`${base}/documents`)).text)
  assert.match(list, /Statement October 22, 2026 to November 20, 2026/)
  const page = await new Browser(world.portal).get(`/check?code=${own.facts.code}`)
  assert.match(wordsOf(page.text), /We made this paper.*Total due \$513\.12/)
  assert.doesNotMatch(wordsOf(page.text), /Marsh|4417|Larkfield/)
})

test('ended at any step and run again, no statement is missing, twice, or without its bytes', async () => {
  const { db } = world.book.ctx
  const before = await kept()
  const known = new Set(before.map(({ id }) => id))
  for (let day = date('2026-11-24'); day <= '2026-11-30'; day = addDays(day, 1)) {
    world.book.clock.instant = `${addDays(day, 1)}T12:00:00.000Z`
    await closeDay(world.book.ctx, day)
  }
  let calls = 0
  const dying =
    (put: typeof papers.files.put): typeof put =>
    async (digest, bytes) => {
      calls += 1
      if (calls % 3 === 1) throw new Error('ended before its bytes were written')
      await put(digest, bytes)
      if (calls % 3 === 2) throw new Error('ended before its row committed')
    }
  const failing = { ...context(), files: { ...papers.files, put: dying(papers.files.put) } }
  for (let runs = 0; runs < 40; runs += 1) {
    const done = await printStatements(failing).then(
      () => true,
      () => false,
    )
    if (done) break
  }
  assert.ok(calls >= 3)
  const made = (await kept()).filter(({ id }) => !known.has(id))
  assert.ok(made.length >= 3, `${made.length} statements`)
  const names = made.map((row) => `${row.account_id} ${row.on_date}`)
  assert.equal(new Set(names).size, names.length)
  for (const { digest } of made) assert.ok((await papers.files.get(digest)).length > 0)
  const waiting = await db
    .selectFrom('account')
    .select('account_id')
    .where('status', '=', 'open')
    .where('statement_on', '<=', date('2026-11-30'))
    .execute()
  assert.deepEqual(waiting, [])
})

test('what is recorded late is a correction on the next one, and the old paper stays', async () => {
  const { accountId } = await world.book.ownerOf('1048264417')
  const [first] = (await kept()).filter((each) => each.account_id === accountId)
  assert.ok(first)
  const bytes = await papers.files.get(first.digest)
  await postPayment(world.book.ctx, {
    ...{ accountId, amount: cents(10_000), effectiveDate: date('2026-11-10') },
    ...{ extra: 'principal', extraAmount: cents(10_000), toCharges: cents(0) },
    ...{ channel: 'mail', paymentId: null },
  })
  for (let day = date('2026-12-01'); day <= '2026-12-21'; day = addDays(day, 1)) {
    world.book.clock.instant = `${addDays(day, 1)}T12:00:00.000Z`
    await closeDay(world.book.ctx, day)
  }
  await printStatements(context())
  const all = (await kept()).filter((each) => each.account_id === accountId)
  assert.deepEqual(
    all.map(({ on_date }) => on_date),
    ['2026-11-20', '2026-12-21'],
  )
  const second = all[1]?.facts
  assert.deepEqual(second?.opening, first.facts.closing)
  assert.ok((second?.changes.corrections.balance ?? 0) < -9_000)
  assert.ok(second?.lines.some((line) => line.on === '2026-11-10'))
  assert.deepEqual(await papers.files.get(first.digest), bytes)
})
