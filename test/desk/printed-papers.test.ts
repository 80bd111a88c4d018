// A paper that we printed, opened at the desk: every kind, byte by byte as it is kept, by whoever may
// see the account; each opening is written down as that of a statement is.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { plantAutopay } from '#seeds/autopay.ts'
import { date } from '#src/domain/calendar.ts'
import { openPdfCheck } from '#src/formats/attached/check-pdf.ts'
import { verifyAudit } from '#src/servicing/audit/verify-audit.ts'
import type { Owner } from '#src/servicing/context.ts'
import { printAsked, viewOffer } from '#src/servicing/documents/print-asked.ts'
import { printPayoffLetter } from '#src/servicing/documents/print-payoff-letter.ts'
import { printPaidInFull, printReceipt } from '#src/servicing/documents/print-proof.ts'
import { printStatements } from '#src/servicing/documents/print-statements.ts'
import { givePrivacyNotice } from '#src/servicing/privacy/give-privacy-notice.ts'
import { viewAccount } from '#src/servicing/view-account.ts'
import { readAccountAudit } from '#src/store/accounts/account-audit.ts'
import { openDesk } from '#test/support/desk.ts'
import { atDesk } from '#test/support/desk-person.ts'
import { testPapers } from '#test/support/papers.ts'
import type { Browser, Portal } from '#test/support/portal.ts'
import { openSignedIn, type SignedInPortal, wordsOf } from '#test/support/signed-in.ts'
import { staffWorld } from '#test/support/staff-world.ts'

const [ELENA, PAIR, PAID] = ['1048264417', '1048264458', '1048264490']
const papers = testPapers()
/** Who else is on autopay. */
const PAYERS = ['1048264474', '1048264441'] as const
let world: SignedInPortal
let desk: Portal
let elena: Owner
let paid: Owner
let agent: Browser
let auditor: Browser
/** Who the agent is. */
let staffId: string

before(async () => {
  world = await openSignedIn([ELENA, PAIR, ...PAYERS, PAID])
  await plantAutopay(world.book.ctx, date('2026-11-24'))
  const { book, clock } = world
  desk = await openDesk(book.database, clock, { papers: { ...papers, checkPdf: openPdfCheck() } })
  const staff = staffWorld(book.database, clock)
  const person = await atDesk(desk, staff, 'agent')
  ;[agent, staffId] = [person.browser, person.staffId]
  auditor = (await atDesk(desk, staff, 'auditor')).browser
  elena = await book.ownerOf(ELENA)
  paid = await book.ownerOf(PAID)
  await printAll()
})
after(async () => {
  await desk.close()
  await world.close()
})

async function printAll(): Promise<void> {
  const ctx = { ...world.book.ctx, ...papers }
  const locale = 'en' as const
  await printStatements(ctx)
  await givePrivacyNotice(ctx)
  for (const owner of [elena, await world.book.ownerOf(PAIR)])
    for (const paper of await viewOffer(ctx, owner, await viewAccount(ctx, owner)))
      assert.ok((await printAsked(ctx, owner, { paper, locale: 'es' })).ok)
  const view = await viewAccount(ctx, elena)
  const eventId = view.activity.find(({ kind }) => kind === 'payment')?.eventId ?? ''
  assert.ok((await printReceipt(ctx, elena, { eventId, locale })).ok)
  assert.ok((await printPayoffLetter(ctx, elena, { on: date('2026-11-30'), locale })).ok)
  assert.ok((await printPaidInFull(ctx, paid, { locale })).ok)
}

const printed = () => world.book.ctx.db.selectFrom('document').selectAll().execute()

async function fileOf(browser: Browser, path: string) {
  const cookie = [...browser.cookies].map(([key, value]) => `${key}=${value}`).join('; ')
  const answer = await desk.request(path, { headers: { cookie } })
  const bytes = Buffer.from(await answer.arrayBuffer())
  return { status: answer.status, headers: answer.headers, bytes }
}

const pathOf = (one: { account_id: string; id: string }) =>
  `/accounts/${one.account_id}/papers/${one.id}/file`

test('every kind of paper opens from the list, as it is kept, for an agent and for an auditor', async () => {
  const rows = await printed()
  const kinds = new Set<string>(rows.map(({ kind }) => kind))
  const letters = ['statement', 'receipt', 'payoffLetter', 'paidInFull', 'coupons']
  for (const kind of [...letters, 'amortization', 'autopayCopy', 'yearInterest', 'privacyNotice'])
    assert.ok(kinds.has(kind), kind)
  for (const row of rows) {
    const { text } = await agent.get(`/accounts/${row.account_id}/papers`)
    assert.ok(text.includes(`href="${pathOf(row)}"`), row.kind)
    for (const who of [agent, auditor]) {
      const file = await fileOf(who, pathOf(row))
      assert.equal(file.status, 200, row.kind)
      assert.equal(file.headers.get('content-type'), 'application/pdf')
      const name = row.kind.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
      const said = file.headers.get('content-disposition') ?? ''
      assert.match(said, new RegExp(`^inline; filename="${name}-${row.on_date}-\\d{4}\\.pdf"$`))
      assert.deepEqual(file.bytes, await papers.files.get(row.digest))
    }
  }
})

test('the link says to whoever hears it what it opens', async () => {
  const { text } = await agent.get(`/accounts/${elena.accountId}/papers`)
  assert.match(text, /aria-label="Payoff letter of Nov 24, 2026: open the PDF"/)
  assert.match(wordsOf(text), /Payoff letter English/)
})

test('each opening stands in the audit and with who saw the account, as that of a statement', async () => {
  for (const { kind } of await printed()) {
    const row = (await printed()).find((one) => one.kind === kind)
    assert.ok(row)
    const before = await readAccountAudit(world.book.ctx.db, row.account_id)
    await fileOf(agent, pathOf(row))
    const lines = (await readAccountAudit(world.book.ctx.db, row.account_id)).slice(before.length)
    assert.deepEqual(
      lines.map(({ action, actor, details }) => ({ action, actor, details })),
      [
        {
          action: 'papers viewed',
          actor: { kind: 'staff', id: staffId },
          details: { document: row.id, as: 'pdf' },
        },
      ],
    )
    const seen = await world.book.ctx.db
      .selectFrom('access_audit')
      .select('details')
      .where('action', '=', 'staffSawAccount')
      .execute()
    const own = seen.filter(({ details }) => JSON.stringify(details).includes(row.id))
    assert.ok(own.length > 0, kind)
  }
  const problem = (found: unknown) => assert.fail(JSON.stringify(found))
  await verifyAudit(world.book.ctx, { problem, progress: () => undefined })
})

test('under the account of another, or under no name at all, there is none, and no line', async () => {
  const row = (await printed()).find(({ kind }) => kind === 'receipt')
  assert.ok(row)
  const before = (await readAccountAudit(world.book.ctx.db, paid.accountId)).length
  for (const id of [row.id, elena.accountId, 'nothing']) {
    const file = await fileOf(agent, `/accounts/${paid.accountId}/papers/${id}/file`)
    assert.equal(file.status, 404)
  }
  assert.equal((await readAccountAudit(world.book.ctx.db, paid.accountId)).length, before)
  const nobody = await desk.request(pathOf(row))
  assert.equal(nobody.status, 303)
})
