// Papers stand by the day they are of, the newest first, whenever they were printed; of one day what
// was printed last stands first. The same for the customer, in a year as one file, and at the desk.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { addDays, date } from '#src/domain/calendar.ts'
import { openPdfCheck } from '#src/formats/attached/check-pdf.ts'
import type { Owner } from '#src/servicing/context.ts'
import { printAsked } from '#src/servicing/documents/print-asked.ts'
import { printStatements } from '#src/servicing/documents/print-statements.ts'
import { listPapers, papersToRead } from '#src/servicing/documents/read-papers.ts'
import { givePrivacyNotice } from '#src/servicing/privacy/give-privacy-notice.ts'
import { openDesk } from '#test/support/desk.ts'
import { atDesk } from '#test/support/desk-person.ts'
import { testPapers } from '#test/support/papers.ts'
import type { Browser, Portal } from '#test/support/portal.ts'
import { openSignedIn, type SignedInPortal, wordsOf } from '#test/support/signed-in.ts'
import { staffWorld } from '#test/support/staff-world.ts'

const [ELENA, PAIR] = ['1048264417', '1048264458']
let world: SignedInPortal
let desk: Portal
let elena: Owner
let agent: Browser
const papers = testPapers()
const context = () => ({ ...world.book.ctx, ...papers })

before(async () => {
  world = await openSignedIn([ELENA, PAIR])
  const { book, clock } = world
  desk = await openDesk(book.database, clock, { papers: { ...papers, checkPdf: openPdfCheck() } })
  agent = (await atDesk(desk, staffWorld(book.database, clock), 'agent')).browser
  elena = await book.ownerOf(ELENA)
  // The statement closed on November 20 and is printed after what was printed on the 24th.
  await givePrivacyNotice(context())
  const asked = { paper: { kind: 'coupons' }, locale: 'en' } as const
  assert.ok((await printAsked(context(), elena, asked)).ok)
  await printStatements(context())
  await attach('2026-11-22')
  await attach('2025-02-14')
})
after(async () => {
  await desk.close()
  await world.close()
})

async function attach(on: string): Promise<void> {
  const id = world.book.ctx.newId()
  await world.book.ctx.db
    .insertInto('attached_paper')
    .values({
      ...{ account_id: elena.accountId, id, kind: 'contract', title: `Of ${on}`, locale: 'en' },
      ...{
        on_date: date(on),
        obligor_id: null,
        digest: Buffer.from(on.padEnd(32)),
        size: 9,
        pages: 1,
      },
      ...{ attached_by: id, attached_on: date('2026-11-24'), form_key: randomUUID() },
      attached_at: world.clock.now(),
    })
    .execute()
}

const ORDER = [
  '2026-11-24 coupons',
  '2026-11-24 privacyNotice',
  '2026-11-22 contract',
  '2026-11-20 statement',
  '2025-02-14 contract',
]

test('the customer reads them by their own day, on the page and in the file of them all', async () => {
  const listed = await listPapers(context(), elena)
  assert.deepEqual(
    listed.map(({ dated, facts }) => `${dated} ${facts.kind}`),
    ORDER,
  )
  const all = await papersToRead(context(), elena, null)
  assert.deepEqual(
    all.map(({ dated, facts }) => `${dated} ${facts.kind}`),
    ORDER.toReversed(),
  )
  const { browser, base } = await world.signIn('elena.marsh', ELENA)
  const words = wordsOf((await browser.get(`${base}/documents`)).text)
  const days = [...words.matchAll(/(Nov \d+, 2026|Feb 14, 2025) (?=Pay|Priv|Signed|State)/g)]
  assert.deepEqual(
    days.map(([, day]) => day),
    ['Nov 24, 2026', 'Nov 24, 2026', 'Nov 22, 2026', 'Nov 20, 2026', 'Feb 14, 2025'],
  )
})

test('the desk lists what we printed in that order, page by page, each of them once', async () => {
  const { db, newId } = world.book.ctx
  const [row] = await db
    .selectFrom('document')
    .selectAll()
    .where('account_id', '=', elena.accountId)
    .where('kind', '=', 'coupons')
    .execute()
  assert.ok(row)
  const { statement_day: _, corrects: __, ...own } = row
  for (let at = 0; at < 60; at += 1)
    await db
      .insertInto('document')
      .values({
        ...{ ...own, id: newId(), subject: randomUUID(), code_hash: Buffer.alloc(32, at + 9) },
        on_date: addDays(date('2025-01-01'), (at * 7) % 60),
      })
      .execute()
  const path = `/accounts/${elena.accountId}/papers`
  const seen: string[] = []
  for (const page of ['', '?printed=2', '?printed=9']) {
    const { text } = await agent.get(`${path}${page}`)
    const table = text.slice(text.indexOf('id="printed"'))
    const links = [...table.matchAll(/papers\/([0-9a-f-]{36})\/file" aria-label="[^"]*: open/g)]
    if (page !== '?printed=9') seen.push(...links.map(([, id = '']) => id))
    else
      assert.deepEqual(
        links.map(([, id = '']) => id),
        seen.slice(50),
      )
  }
  const rows = await db
    .selectFrom('document')
    .select(['id', 'on_date'])
    .where('account_id', '=', elena.accountId)
    .execute()
  const byDay = rows
    .map(({ id, on_date: on }) => `${on} ${id}`)
    .sort()
    .toReversed()
  assert.deepEqual(
    seen,
    byDay.map((line) => line.slice(11)),
  )
  assert.match(wordsOf((await agent.get(path)).text), /Page 1 of 2 Older papers/)
  assert.match(wordsOf((await agent.get(`${path}?printed=2`)).text), /Newer papers Page 2 of 2/)
})
