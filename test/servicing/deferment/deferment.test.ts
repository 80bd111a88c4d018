// Offers to put off payments: what the paper says is what the desk shows, it changes nothing, it is
// made once, and the check knows whether it can still be accepted.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { date } from '#src/domain/calendar.ts'
import { cents } from '#src/domain/money.ts'
import type { DefermentFacts } from '#src/formats/documents/document-facts.ts'
import { askPolicy, type StaffPermit } from '#src/identity/staff/staff-policy.ts'
import type { LenderFile } from '#src/lender-file.ts'
import { verifyAudit } from '#src/servicing/audit/verify-audit.ts'
import { draftDeferment } from '#src/servicing/deferment/draft-deferment.ts'
import { viewDeferments } from '#src/servicing/deferment/view-deferments.ts'
import { checkPaper } from '#src/servicing/documents/check-paper.ts'
import { openPaper } from '#src/servicing/documents/read-papers.ts'
import { postPayment } from '#src/servicing/post-payment.ts'
import { verifyLedger } from '#src/servicing/verify-ledger.ts'
import { setBusinessDate } from '#src/store/business-date.ts'
import { formatDate, formatMoney } from '#src/words/format.ts'
import { words } from '#src/words/words.ts'
import { movableClock } from '#test/support/identity-world.ts'
import { judgeStructure } from '#test/support/judge-asked.ts'
import { testPapers } from '#test/support/papers.ts'
import { readPdf } from '#test/support/pdf-text.ts'
import { type PlantedBook, plantedBook } from '#test/support/planted-book.ts'
import { staffWorld } from '#test/support/staff-world.ts'

const [ELENA, PAIR, DANA] = ['1048264417', '1048264458', '1048264433'] as const
const NOW = '2026-11-24T16:48:00.000Z'

let book: PlantedBook
let permit: StaffPermit<'draftDeferment'>
const papers = testPapers()
before(async () => {
  book = await plantedBook({ today: date('2026-11-24'), now: NOW })
  const staff = staffWorld(book.database, movableClock(NOW))
  const { session } = await staff.person('chief@desk.example', 'supervisor')
  const visit = { address: '192.0.2.1', device: 'a browser', requestId: 'test' } as never
  const answer = askPolicy({ session, visit, now: NOW }, 'draftDeferment')
  assert.ok(answer.is === 'may')
  permit = answer.permit
})
after(() => book.close())

const context = (lender: LenderFile = book.ctx.lender) => ({ ...book.ctx, ...papers, lender })

type Asked = { months?: number; locale?: 'en' | 'es'; formKey?: string; lender?: LenderFile }

async function draft(number: string, asked: Asked = {}) {
  const { months = 1, locale = 'en', formKey = randomUUID(), lender } = asked
  const { accountId } = await book.ownerOf(number)
  return draftDeferment(context(lender), { permit, accountId, months, locale, formKey })
}

async function made(number: string, asked: Asked = {}) {
  const answer = await draft(number, asked)
  assert.ok(answer.is === 'done', JSON.stringify(answer))
  const opened = await openPaper(context(), await book.ownerOf(number), answer.documentId)
  assert.ok(opened.ok)
  const { facts, bytes } = opened.value
  assert.ok(facts.kind === 'defermentAgreement')
  return { id: answer.documentId, facts, pdf: await readPdf(bytes) }
}

async function stateOf({ code }: DefermentFacts): Promise<string | undefined> {
  const checked = await checkPaper(context(), { code, address: '192.0.2.9' })
  return checked.ok ? checked.value?.state : checked.refusal.code
}

async function countOf(table: 'account_event' | 'posting', accountId: string): Promise<number> {
  const rows = await book.ctx.db
    .selectFrom(table)
    .select('account_id')
    .where('account_id', '=', accountId)
    .execute()
  return rows.length
}

test('of every loan that can have one, the paper has the figures of the desk, in both languages', async (t) => {
  let offers = 0
  for (const { record } of book.stories)
    for (const [months, locale] of [
      [1, 'en'],
      [3, 'es'],
    ] as const) {
      const { accountId } = await book.ownerOf(record.accountNumber)
      const view = await viewDeferments(context(), { permit, accountId, months })
      assert.ok(view)
      const asked = view.refusal ?? view.asked
      if (asked === null || typeof asked === 'string') {
        const answer = await draft(record.accountNumber, { months, locale })
        assert.deepEqual(answer, { is: 'refused', why: asked })
        continue
      }
      const before = [
        await countOf('account_event', accountId),
        await countOf('posting', accountId),
      ]
      const { facts, pdf } = await made(record.accountNumber, { months, locale })
      judgeStructure(pdf, facts)
      const w = words(locale).documents.deferment
      const day = (on: Parameters<typeof formatDate>[0]) => formatDate(on, locale, 'dated')
      const money = (amount: Parameters<typeof formatMoney>[0]) => formatMoney(amount, locale)
      for (const said of [
        ...[w.offer, w.offerText(day(facts.validThrough)), w.signing, ...facts.customers],
        ...Object.values({ ...asked.nextDue, ...asked.lastDue }).map(day),
        ...asked.moved.flatMap(({ due, newDue, amount }) => [day(due), day(newDue), money(amount)]),
        ...[asked.meanwhile.interest, asked.interestLeft.more, asked.charges].map(money),
        ...[asked.interestLeft.before, asked.interestLeft.after, facts.fee].map(money),
      ])
        assert.ok(pdf.text.includes(said) || said === money(cents(0)), `${said} in ${pdf.text}`)
      assert.equal(facts.fee, 0)
      assert.equal(facts.validThrough, '2026-12-04')
      // An offer changes nothing.
      const now = [await countOf('account_event', accountId), await countOf('posting', accountId)]
      assert.deepEqual(now, before)
      offers += 1
    }
  t.diagnostic(`${offers} offers`)
  assert.ok(offers >= 10)
  assert.deepEqual((await verifyLedger(book.ctx)).problems, [])
})

test('a form that comes twice, at the same moment too, is one offer, told once', async () => {
  const formKey = randomUUID()
  const { accountId, obligorId } = await book.ownerOf(PAIR)
  const messages = () =>
    book.ctx.db
      .selectFrom('account_message')
      .select('id')
      .where('account_id', '=', accountId)
      .where('obligor_id', '=', obligorId)
      .where('template', '=', 'defermentOffered')
      .execute()
  const told = (await messages()).length
  const both = await Promise.all([draft(PAIR, { formKey }), draft(PAIR, { formKey })])
  const again = await draft(PAIR, { formKey, locale: 'es' })
  const ids = new Set([...both, again].map((one) => (one.is === 'done' ? one.documentId : one.why)))
  assert.equal(ids.size, 1)
  assert.equal((await messages()).length, told + 1)
  const [id = ''] = ids
  const mailed = await book.ctx.db
    .selectFrom('paper_mailing')
    .select('obligor_id')
    .where('document_id', '=', id)
    .execute()
  assert.ok(mailed.length >= 1)
  const problem = (found: unknown) => assert.fail(JSON.stringify(found))
  await verifyAudit(book.ctx, { problem, progress: () => undefined })
})

test('a newer offer takes the place of the one before; a payment or its last day ends it', async () => {
  const first = await made(ELENA)
  assert.equal(await stateOf(first.facts), 'genuine')
  book.clock.instant = '2026-11-24T16:49:00.000Z'
  const second = await made(ELENA, { months: 2 })
  assert.equal(await stateOf(first.facts), 'superseded')
  assert.equal(await stateOf(second.facts), 'genuine')
  // 40 days late: one month alone would leave it late.
  const dana = await made(DANA, { months: 3 })
  const { accountId } = await book.ownerOf(ELENA)
  await postPayment(book.ctx, {
    ...{ accountId, amount: cents(second.facts.moved[0]?.amount ?? 0) },
    ...{ effectiveDate: date('2026-11-24'), extra: 'installments', extraAmount: null },
    ...{ toCharges: cents(0), channel: 'mail', paymentId: null },
  })
  assert.equal(await stateOf(second.facts), 'superseded')
  const next = { onDate: date('2026-12-05'), closedThrough: date('2026-12-04') }
  await book.ctx.db
    .transaction()
    .execute((tx) => setBusinessDate(tx, { ...next, changedAt: book.clock.now() }))
  assert.equal(await stateOf(dana.facts), 'expired')
})

test('a fee stands on it with what allows it, and months have the limit of the lender’s file', async () => {
  const { rules } = book.ctx.lender
  const fee = { amount: 2_500, citation: 'Contract clause 12' }
  const servicing = rules.servicing.map((version) => {
    return { ...version, deferment: { mostMonths: 2, validDays: 20, fee } }
  })
  const lender = { ...book.ctx.lender, rules: { ...rules, servicing } }
  const { facts, pdf } = await made(PAIR, { lender, months: 2 })
  assert.deepEqual([facts.fee, facts.feeCitation], [2_500, 'Contract clause 12'])
  assert.equal(facts.validThrough, '2026-12-25')
  for (const said of ['$25.00', 'Contract clause 12']) assert.ok(pdf.text.includes(said), said)
  const answer = await draft(PAIR, { lender, months: 3 })
  assert.deepEqual(answer, { is: 'refused', why: 'nothingToMove' })
})

test('leases, closed accounts and losses get none, and are told why', async () => {
  const why = new Set<string>()
  for (const { record } of book.stories) {
    const answer = await draft(record.accountNumber)
    if (answer.is === 'refused') why.add(answer.why)
  }
  for (const one of ['lease', 'closed', 'chargedOff'])
    assert.ok(why.has(one), `${one}: ${[...why]}`)
})
