// The privacy notice: printed once, given once to every account, and what the check says of it.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import pg from 'pg'
import type { Fact } from '#src/domain/account/extend.ts'
import { date } from '#src/domain/calendar.ts'
import { cents } from '#src/domain/money.ts'
import type { PrivacyNotice } from '#src/domain/privacy-notice.ts'
import { noticeBody } from '#src/formats/documents/privacy-notice.ts'
import type { LenderFile } from '#src/lender-file.ts'
import { businessDay } from '#src/servicing/business-day.ts'
import { checkPaper } from '#src/servicing/documents/check-paper.ts'
import { listPapers, openPaper } from '#src/servicing/documents/read-papers.ts'
import { loadForUpdate } from '#src/servicing/load-account.ts'
import { givePrivacyNotice } from '#src/servicing/privacy/give-privacy-notice.ts'
import { printPrivacyNotice } from '#src/servicing/privacy/print-privacy-notice.ts'
import { recordFacts } from '#src/servicing/record-facts.ts'
import { setBusinessDate } from '#src/store/business-date.ts'
import { selectNoticesDue } from '#src/store/documents/given-notices.ts'
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

/** Records one fact of today on the account. */
async function record(accountId: string, payload: Fact['payload']): Promise<string> {
  return book.ctx.db.transaction().execute(async (tx) => {
    const loaded = await loadForUpdate(tx, accountId)
    const today = await businessDay(tx)
    const facts = [{ effectiveDate: today, payload }]
    const { events } = await recordFacts(tx, book.ctx, { loaded, facts, through: today })
    return events.findLast(({ payload: { kind } }) => kind === payload.kind)?.id ?? ''
  })
}

async function noticesOf(accountId: string): Promise<number> {
  const rows = await book.ctx.db
    .selectFrom('document')
    .select('id')
    .where('account_id', '=', accountId)
    .where('kind', '=', 'privacyNotice')
    .execute()
  return rows.length
}

test('charged off when a notice is given, an account gets it once it is open again, and once', async () => {
  const { accountId } = await book.ownerOf(ELENA)
  const of = await record(accountId, { kind: 'chargeOff', reason: 'lost' })
  const lender = withNotice({ revised: '2026-11-22' })
  const before = await noticesOf(accountId)
  assert.ok((await givePrivacyNotice(context(lender))) > 5)
  assert.equal(await noticesOf(accountId), before)
  // What comes in on it makes it no customer's.
  await record(accountId, {
    kind: 'proceeds',
    amount: cents(500),
    expenses: cents(0),
    source: 'other',
  })
  assert.equal(await givePrivacyNotice(context(lender)), 0)
  assert.equal(await noticesOf(accountId), before)
  await record(accountId, { kind: 'reversal', of, reason: 'correction', code: null })
  assert.equal(await givePrivacyNotice(context(lender)), 1)
  assert.equal(await noticesOf(accountId), before + 1)
  assert.equal(await givePrivacyNotice(context(lender)), 0)
})

test('with nothing due the job asks one index and reads no account, of thousands', async () => {
  const lender = withNotice({ revised: '2026-11-22' })
  const printed = await printPrivacyNotice(context(lender), 'en')
  assert.ok(printed)
  const { subject } = printed.paper
  const superuser = new pg.Client({ connectionString: book.database.superuserUrl })
  await superuser.connect()
  await superuser.query(`insert into account (account_id, account_number, product, source, status,
      event_count, event_seal, audit_count, audit_seal, last_effective_date, boarded_at,
      privacy_notice)
    select gen_random_uuid(), 'x' || n, product, source, status, 0, event_seal, 0, audit_seal,
      last_effective_date, boarded_at, '${subject}'::uuid
    from account, generate_series(1, 6000) n
    where account_id = '${(await book.ownerOf(ELENA)).accountId}'`)
  await superuser.query('analyze account')
  await superuser.end()
  assert.equal(await givePrivacyNotice(context(lender)), 0)
  const { rows } = await sql<{ 'QUERY PLAN': readonly [{ Plan: Plan }] }>`
    explain (analyze, buffers, format json)
    ${selectNoticesDue({ subject, after: null, limit: 200 })}
  `.execute(book.ctx.db)
  const plan = rows[0]?.['QUERY PLAN'][0].Plan
  assert.ok(plan)
  const scans = scansOf(plan)
  assert.deepEqual(
    scans.map((scan) => [scan['Index Name'], scan['Actual Rows']]),
    [
      ['account_privacy', 0],
      ['account_privacy', 0],
    ],
  )
  const pages = plan['Shared Hit Blocks'] + plan['Shared Read Blocks']
  assert.ok(pages <= 10, `${pages} pages`)
})

type Plan = {
  readonly 'Node Type': string
  readonly 'Index Name'?: string
  readonly 'Actual Rows': number
  readonly 'Shared Hit Blocks': number
  readonly 'Shared Read Blocks': number
  readonly Plans?: readonly Plan[]
}

/** What touches a table. */
function scansOf(plan: Plan): Plan[] {
  const own = plan['Node Type'].includes('Scan') ? [plan] : []
  return [...own, ...(plan.Plans ?? []).flatMap(scansOf)]
}

test('a lender without a notice gives none', async () => {
  const { privacyNotice: _, ...lender } = book.ctx.lender
  assert.equal(await printPrivacyNotice(context(lender), 'en'), null)
  assert.equal(await givePrivacyNotice(context(lender)), 0)
})
