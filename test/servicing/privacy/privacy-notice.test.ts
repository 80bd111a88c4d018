// The privacy notice: printed once, given once to every account, and what the check says of it.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { date } from '#src/domain/calendar.ts'
import type { PrivacyNotice } from '#src/domain/privacy-notice.ts'
import { noticeBody } from '#src/formats/documents/privacy-notice.ts'
import type { LenderFile } from '#src/lender-file.ts'
import { checkPaper } from '#src/servicing/documents/check-paper.ts'
import { listPapers, openPaper } from '#src/servicing/documents/read-papers.ts'
import { givePrivacyNotice } from '#src/servicing/privacy/give-privacy-notice.ts'
import { printPrivacyNotice } from '#src/servicing/privacy/print-privacy-notice.ts'
import { setBusinessDate } from '#src/store/business-date.ts'
import { testPapers } from '#test/support/papers.ts'
import { readPdf } from '#test/support/pdf-text.ts'
import { type PlantedBook, plantedBook } from '#test/support/planted-book.ts'

const ELENA = '1048264417'

let book: PlantedBook
const papers = testPapers()
before(async () => {
  book = await plantedBook({ today: date('2026-11-24'), now: '2026-11-24T16:48:00.000Z' })
})
after(() => book.close())

const context = (lender: LenderFile = book.ctx.lender) => ({ ...book.ctx, ...papers, lender })

/** The demo lender once it changed its notice. */
function withNotice(change: Partial<PrivacyNotice>): LenderFile {
  const { privacyNotice } = book.ctx.lender
  assert.ok(privacyNotice)
  return {
    ...book.ctx.lender,
    privacyNotice: { ...privacyNotice, ...change } as typeof privacyNotice,
  }
}

const LIST = { en: 'insurance companies', es: 'compañías de seguros' }

/** Everything that can stand on it. */
function longest(): LenderFile {
  const shares = { shares: true, canLimit: true }
  const sharing = {
    everydayBusiness: { shares: true, canLimit: false },
    ...{ marketing: shares, jointMarketing: shares, affiliatesTransactions: shares },
    ...{ affiliatesCreditworthiness: shares, affiliatesMarketing: shares },
    nonaffiliatesMarketing: shares,
  }
  return withNotice({
    ...{ sharing, affiliates: LIST, nonaffiliates: LIST, jointMarketing: LIST },
    optOut: {
      ...{ phone: '(800) 555-0142', website: 'my.examplemotor.example/privacy', days: 30 },
      jointChoices: 'unlessToldOtherwise',
    },
    safeguards: LIST,
    otherInformation: { text: LIST, isStateLaw: true },
  })
}

test('every sentence of the form is in the paper, on two pages, tagged, in both languages', async () => {
  for (const locale of ['en', 'es'] as const)
    for (const paper of ['us-letter', 'a4'] as const)
      for (const lender of [context().lender, longest()]) {
        const printed = await printPrivacyNotice(context({ ...lender, paper }), locale)
        assert.ok(printed && lender.privacyNotice)
        const pdf = await readPdf(await papers.files.get(printed.paper.digest))
        assert.deepEqual([pdf.pages, pdf.language], [3, locale])
        assert.ok(pdf.title.includes(lender.legalName))
        for (const role of ['H1', 'H2', 'H3', 'Table', 'TH', 'TD', 'L', 'LI', 'Figure'])
          assert.ok(pdf.roles.has(role), role)
        const on = date(lender.privacyNotice.revised)
        const body = noticeBody({ notice: lender.privacyNotice, lender, locale, on })
        // A line can end after a dash, where no space is.
        const text = withoutSpaces(pdf.text)
        for (const said of sentences(body))
          assert.ok(text.includes(withoutSpaces(said)), `${said} in ${pdf.text}`)
        for (const own of [printed.facts.code, printed.facts.id]) assert.ok(pdf.text.includes(own))
        assert.equal(
          body.table.rows.length,
          lender.privacyNotice.sharing.affiliatesMarketing ? 7 : 6,
        )
      }
})

const withoutSpaces = (text: string) => text.replace(/\s+/g, '')

function sentences(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return value === null || typeof value !== 'object' ? [] : Object.values(value).flatMap(sentences)
}

test('asked for at the same moment it is one paper, and its bytes are the same', async () => {
  const lender = withNotice({ revised: '2026-02-01' })
  const ask = () => printPrivacyNotice(context(lender), 'en')
  const [one, two] = await Promise.all([ask(), ask()])
  assert.ok(one && two)
  assert.equal(one.paper.id, two.paper.id)
  assert.deepEqual((await ask())?.paper.digest, one.paper.digest)
})

test('each open account is given it once, told of it, and by mail where nobody agreed otherwise', async () => {
  const given = await givePrivacyNotice(context())
  const open = await book.ctx.db
    .selectFrom('account')
    .select('account_id')
    .where('status', '=', 'open')
    .where('source', '<>', 'abs-ee')
    .execute()
  assert.ok(given > 10 && given <= open.length, `${given} of ${open.length}`)
  assert.equal(await givePrivacyNotice(context()), 0)
  const rows = await book.ctx.db
    .selectFrom('document')
    .select(['account_id', 'id', 'on_date'])
    .where('kind', '=', 'privacyNotice')
    .execute()
  assert.equal(rows.length, given)
  assert.equal(new Set(rows.map((row) => row.account_id)).size, given)
  assert.ok(rows.every((row) => row.on_date === '2026-11-24'))
  // What was charged off is no customer any more (12 CFR 1016.5(b)(2)).
  assert.ok(open.length > given)
  const owner = await book.ownerOf(ELENA)
  const told = await book.ctx.db
    .selectFrom('account_message')
    .select('id')
    .where('account_id', '=', owner.accountId)
    .where('obligor_id', '=', owner.obligorId)
    .where('template', '=', 'privacyNoticeGiven')
    .execute()
  assert.equal(told.length, 1)
  const mailed = await sql<{ count: string }>`
    select count(*) from paper_mailing m join document d using (account_id)
    where d.id = m.document_id and d.kind = 'privacyNotice' and m.account_id = ${owner.accountId}
  `.execute(book.ctx.db)
  assert.equal(Number(mailed.rows[0]?.count), 1)
})

test('it stands among the papers of the account, with the bytes that everybody has', async () => {
  const owner = await book.ownerOf(ELENA)
  const [paper] = (await listPapers(context(), owner)).filter(
    ({ facts }) => facts.kind === 'privacyNotice',
  )
  assert.ok(paper)
  const opened = await openPaper(context(), owner, paper.id)
  const everybody = await printPrivacyNotice(context(), 'en')
  assert.ok(opened.ok && everybody)
  assert.deepEqual(opened.value.bytes, await papers.files.get(everybody.paper.digest))
})

test('the check knows it by its code: in force, replaced by a newer one, unknown', async () => {
  const printed = await printPrivacyNotice(context(), 'es')
  assert.ok(printed)
  const state = async (code: string, lender?: LenderFile) => {
    const checked = await checkPaper(context(lender), { code, address: '192.0.2.9' })
    return checked.ok && checked.value?.state
  }
  const { code } = printed.facts
  assert.equal(await state(code), 'genuine')
  assert.equal(await state(code, withNotice({ revised: '2026-12-01' })), 'superseded')
  assert.equal(await state('7K4M-2D9X-0ABC-DEFG'), undefined)
})

test('a new version is given once more; every year where nonaffiliates are given information', async () => {
  const changed = withNotice({ revised: '2026-11-20' })
  const first = await givePrivacyNotice(context(changed))
  assert.ok(first > 10)
  assert.equal(await givePrivacyNotice(context(changed)), 0)
  const yearly = longest()
  assert.equal(await givePrivacyNotice(context(yearly)), first)
  const next = { onDate: date('2027-01-04'), closedThrough: date('2027-01-03') }
  await book.ctx.db
    .transaction()
    .execute((tx) => setBusinessDate(tx, { ...next, changedAt: book.clock.now() }))
  assert.equal(await givePrivacyNotice(context(yearly)), first)
  assert.equal(await givePrivacyNotice(context(yearly)), 0)
})

test('a lender without a notice gives none', async () => {
  const { privacyNotice: _, ...lender } = book.ctx.lender
  assert.equal(await printPrivacyNotice(context(lender), 'en'), null)
  assert.equal(await givePrivacyNotice(context(lender)), 0)
})
