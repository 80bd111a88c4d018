// A copy by mail for a caller: of a paper of ours or one from outside, once for each form, to who may
// see it; told, written down, in one file, and seen afterwards.
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, before, test } from 'node:test'
import { parse } from 'csv-parse/sync'
import { date } from '#src/domain/calendar.ts'
import { openPdfCheck } from '#src/formats/attached/check-pdf.ts'
import { verifyAudit } from '#src/servicing/audit/verify-audit.ts'
import type { Owner } from '#src/servicing/context.ts'
import { printStatements } from '#src/servicing/documents/print-statements.ts'
import { sendPrintFiles } from '#src/servicing/papers/send-print-files.ts'
import { readAccountAudit } from '#src/store/accounts/account-audit.ts'
import { lockObligors, updateObligor } from '#src/store/accounts/obligors.ts'
import { openDesk } from '#test/support/desk.ts'
import { atDesk } from '#test/support/desk-person.ts'
import { plainPdf } from '#test/support/made-pdf.ts'
import { testPapers } from '#test/support/papers.ts'
import { type Browser, hiddenOf, type Portal } from '#test/support/portal.ts'
import { openSignedIn, type SignedInPortal, wordsOf } from '#test/support/signed-in.ts'
import { staffWorld } from '#test/support/staff-world.ts'
import { zipEntries } from '#test/support/zip-entries.ts'

const PAIR = '1048264458'
let world: SignedInPortal
let desk: Portal
let ruth: Owner
let ben: Owner
let agent: Browser
let auditor: Browser
let base: string
let statement: string
let contract: string
const papers = testPapers()
const delivered: Buffer[] = []

before(async () => {
  world = await openSignedIn([PAIR])
  const { book, clock } = world
  desk = await openDesk(book.database, clock, {
    papers: { ...papers, checkPdf: openPdfCheck() },
  })
  const staff = staffWorld(book.database, clock)
  agent = (await atDesk(desk, staff, 'agent')).browser
  auditor = (await atDesk(desk, staff, 'auditor')).browser
  ruth = await book.ownerOf(PAIR)
  ben = await book.ownerOf(PAIR, 'co')
  base = `/accounts/${ruth.accountId}/papers`
  assert.equal(await printStatements({ ...book.ctx, ...papers }), 1)
  await sent()
  const row = await book.ctx.db.selectFrom('document').select('id').executeTakeFirstOrThrow()
  statement = row.id
  contract = await attached(null)
})
after(async () => {
  await desk.close()
  await world.close()
})

/** A paper from outside, kept whole. */
async function attached(obligorId: string | null): Promise<string> {
  const bytes = plainPdf({ catalog: `/Note (${crypto.randomUUID()})` })
  const digest = createHash('sha256').update(bytes).digest()
  await papers.files.put(digest, bytes)
  const id = crypto.randomUUID()
  const now = world.clock.now()
  await world.book.ctx.db
    .insertInto('attached_paper')
    .values({
      ...{ account_id: ruth.accountId, id, kind: 'contract', title: 'Contract', locale: 'en' },
      ...{
        on_date: date('2025-02-14'),
        obligor_id: obligorId,
        digest,
        size: bytes.length,
        pages: 1,
      },
      ...{ attached_by: id, attached_on: date('2026-11-24'), attached_at: now, form_key: id },
    })
    .execute()
  return id
}

/** What the print house gets at this moment: the rows of its list. */
async function sent(): Promise<Record<string, string>[]> {
  const before = delivered.length
  const printHouse = {
    deliver: async (_: string, parts: AsyncIterable<Uint8Array>) => {
      const all: Uint8Array[] = []
      for await (const part of parts) all.push(part)
      delivered.push(Buffer.concat(all))
    },
  }
  await sendPrintFiles({ ...world.book.ctx, ...papers, printHouse })
  return delivered.slice(before).flatMap((zip) => rowsOf(zipEntries(zip).get('manifest.csv')))
}

const rowsOf = (list: Buffer = Buffer.alloc(0)): Record<string, string>[] =>
  parse(list, { columns: true })

const mail = (paper: string, { obligorId }: Pick<Owner, 'obligorId'>, browser = agent) =>
  browser.submit(`${base}/${paper}/mail`, { who: obligorId })

const asked = () =>
  world.book.ctx.db
    .selectFrom('paper_mailing')
    .selectAll()
    .where('asked_by', 'is not', null)
    .execute()

test('a statement that went by mail before goes again for a caller: once, told, written down', async () => {
  const path = `${base}/${statement}/mail`
  const page = (await agent.get(path)).text
  const shown = wordsOf(page)
  assert.match(shown, /Mail a copy: Statement/)
  assert.match(shown, /Ruth Calloway, •• /)
  assert.match(shown, /Statement To Ruth Calloway Automatic /)
  const form = { ...hiddenOf(page), who: ben.obligorId }
  const answers = await Promise.all([agent.post(path, form), agent.post(path, form)])
  for (const answer of answers) assert.equal(answer.headers.get('location'), `${path}?done=mailed`)
  assert.equal((await asked()).length, 1)
  assert.match(wordsOf((await agent.get(`${path}?done=mailed`)).text), /goes by mail with the next/)

  const [row, ...more] = await sent()
  assert.deepEqual(more, [])
  assert.equal(row?.document, statement)
  assert.match(row?.name ?? '', /^Ben /)
  const seen = wordsOf((await agent.get(base)).text)
  assert.match(
    seen,
    /Statement To Ben Calloway Asked for by Agent 1 Tue, Nov 24.+ papers-000002\.zip Delivered Tue, Nov 24/,
  )

  const { browser, base: own } = await world.signIn('ben.calloway', PAIR)
  const messages = wordsOf((await browser.get(`${own}/messages`)).text)
  assert.match(messages, /On its way by mail: Statement/)
  const activity = wordsOf((await browser.get('/security')).text)
  assert.match(activity, /Copy of a paper mailed by our staff, asked for on a call/)
  const outside = await world.book.ctx.db
    .selectFrom('outbox')
    .select('channel')
    .where('template', '=', 'paperMailed')
    .execute()
  assert.ok(outside.some(({ channel }) => channel === 'email'))
  const audit = await readAccountAudit(world.book.ctx.db, ruth.accountId)
  const lines = audit.filter(({ action }) => action === 'paper mailing asked')
  assert.deepEqual(
    lines.map(({ details }) => details),
    [{ paper: statement, obligor: ben.obligorId }],
  )
  // The other borrower hears nothing of it.
  const other = await world.signIn('ruth.calloway', PAIR)
  assert.doesNotMatch(
    wordsOf((await other.browser.get(`${other.base}/messages`)).text),
    /On its way by mail/,
  )
})

test('while it waits it is not asked for twice; once it is in a file it can be again', async () => {
  assert.equal((await mail(contract, ruth)).status, 303)
  const again = await mail(contract, ruth)
  assert.equal(again.status, 422)
  assert.match(wordsOf(again.text), /waits for the next file already, to the same person/)
  // To the other borrower it is another letter.
  assert.equal((await mail(contract, ben)).status, 303)
  const rows = await sent()
  assert.deepEqual(
    rows.map(({ document, kind }) => `${document} ${kind}`),
    [`${contract} contract`, `${contract} contract`],
  )
  assert.equal((await mail(contract, ruth)).status, 303)
  assert.equal((await sent()).length, 1)
})

test('only who may see a paper gets it, and nobody one that was taken off', async () => {
  const own = await attached(ben.obligorId)
  assert.doesNotMatch(wordsOf((await agent.get(`${base}/${own}/mail`)).text), /Ruth Calloway,/)
  const wrong = await mail(own, ruth)
  assert.match(wordsOf(wrong.text), /This paper is another borrower’s alone/)
  assert.equal((await mail(own, ben)).status, 303)
  const { db } = world.book.ctx
  const before = (await asked()).length
  await db
    .updateTable('attached_paper')
    .set({ removed_at: '2026-11-24T17:00:00Z' })
    .where('id', '=', contract)
    .execute()
  const path = `${base}/${contract}/mail`
  const page = (await agent.get(path)).text
  assert.match(wordsOf(page), /was taken off the account: nobody gets it any more/)
  const form = { ...hiddenOf((await agent.get(`${base}/${statement}/mail`)).text) }
  const answer = await agent.post(path, { ...form, who: ruth.obligorId })
  assert.equal(answer.status, 422)
  assert.match(wordsOf(answer.text), /taken off the account meanwhile/)
  for (const paper of [crypto.randomUUID(), 'statement'])
    assert.equal((await agent.get(`${base}/${paper}/mail`)).status, 404)
  assert.equal((await mail(statement, { obligorId: crypto.randomUUID() })).status, 404)
  assert.equal((await mail(statement, { obligorId: '' })).status, 422)
  assert.equal((await asked()).length, before)
})

test('a paper that is taken off while it waits goes in no file, and the desk says so', async () => {
  const { book, clock } = world
  const paper = await attached(null)
  assert.equal((await mail(paper, ruth)).status, 303)
  const staff = staffWorld(book.database, clock)
  const one = (await atDesk(desk, staff, 'supervisor')).browser
  const two = (await atDesk(desk, staff, 'supervisor')).browser
  const at = `${base}/${paper}`
  await one.submit(`${at}/removal`, { reason: 'Of another customer.' }, at)
  const form = hiddenOf((await two.get(at)).text)
  assert.equal((await two.post(`${at}/removal/approval`, form)).status, 303)
  const rows = await sent()
  assert.ok(rows.every(({ document }) => document !== paper))
  assert.match(wordsOf((await agent.get(base)).text), /In none: the paper was taken off/)
})

test('without a postal address nothing waits; who only looks may not mail', async () => {
  const { db, vault } = world.book.ctx
  await db.transaction().execute(async (tx) => {
    const [person] = await lockObligors(tx, vault, [ruth])
    assert.ok(person)
    await updateObligor(tx, vault, { ...person, details: { ...person.details, address: null } })
  })
  const before = (await asked()).length
  assert.match(
    wordsOf((await agent.get(`${base}/${statement}/mail`)).text),
    /Ruth Calloway: no address is known/,
  )
  const answer = await mail(statement, ruth)
  assert.equal(answer.status, 422)
  assert.match(wordsOf(answer.text), /No mailing address of theirs is known/)
  assert.equal((await auditor.get(`${base}/${statement}/mail`)).status, 403)
  assert.doesNotMatch(wordsOf((await auditor.get(base)).text), /Mail a copy/)
  assert.equal((await asked()).length, before)
  const problem = (found: unknown) => assert.fail(JSON.stringify(found))
  await verifyAudit(world.book.ctx, { problem, progress: () => undefined })
})

test('a letter that waits for whoever has no address any more is a task that leads to mailing it', async () => {
  const told = { obligorId: ben.obligorId }
  assert.equal((await mail(statement, told)).status, 303)
  const { vault } = world.book.ctx
  await world.book.ctx.db.transaction().execute(async (tx) => {
    const [person] = await lockObligors(tx, vault, [ben])
    assert.ok(person)
    await updateObligor(tx, vault, { ...person, details: { ...person.details, address: null } })
  })
  await sent()
  const page = (await agent.get('/money/tasks')).text
  assert.match(wordsOf(page), /A letter could not go: no mailing address is on file/)
  assert.ok(page.includes(`href="${base}/${statement}/mail"`))
  const papersPage = wordsOf((await agent.get(base)).text)
  assert.match(papersPage, /In none: there was no mailing address Tue, Nov 24/)
})
