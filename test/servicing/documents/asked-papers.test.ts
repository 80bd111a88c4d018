// Papers that can be asked for, of every account of the demo: once each, and what the screen says.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { plantAutopay } from '#seeds/autopay.ts'
import { date } from '#src/domain/calendar.ts'
import { permissionLanguage } from '#src/formats/documents/autopay-terms.ts'
import type { AskedFacts } from '#src/formats/documents/document-facts.ts'
import type { AskedPaper } from '#src/servicing/documents/asked-figures.ts'
import { printAsked, viewOffer } from '#src/servicing/documents/print-asked.ts'
import { openPaper } from '#src/servicing/documents/read-papers.ts'
import { viewAccount } from '#src/servicing/view-account.ts'
import { formatDate, formatMoney } from '#src/words/format.ts'
import { judgeStructure, scanLinesOf } from '#test/support/judge-asked.ts'
import { testPapers } from '#test/support/papers.ts'
import { readPdf } from '#test/support/pdf-text.ts'
import { type PlantedBook, plantedBook } from '#test/support/planted-book.ts'

const [ELENA, RUTH, DANA] = ['1048264417', '1048264458', '1048264433'] as const

let book: PlantedBook
const papers = testPapers()
before(async () => {
  book = await plantedBook({ today: date('2026-11-24'), now: '2026-11-24T16:48:00.000Z' })
  await plantAutopay(book.ctx, date('2026-11-24'))
})
after(() => book.close())

const context = () => ({ ...book.ctx, ...papers })

async function made(number: string, paper: AskedPaper, locale: 'en' | 'es' = 'en') {
  const owner = await book.ownerOf(number)
  const printed = await printAsked(context(), owner, { paper, locale })
  assert.ok(printed.ok, `${number} ${paper.kind}`)
  const opened = await openPaper(context(), owner, printed.value.documentId)
  assert.ok(opened.ok)
  const facts = opened.value.facts as AskedFacts
  return { id: printed.value.documentId, facts, pdf: await readPdf(opened.value.bytes) }
}

async function offerOf(number: string): Promise<AskedPaper[]> {
  const owner = await book.ownerOf(number)
  return viewOffer(context(), owner, await viewAccount(context(), owner))
}

test('of every account each paper that is offered is made, in both languages', async (t) => {
  const seen: Record<string, number> = {}
  for (const { record } of book.stories) {
    const number = record.accountNumber
    for (const paper of await offerOf(number))
      for (const locale of ['en', 'es'] as const) {
        const { facts, pdf } = await made(number, paper, locale)
        judgeStructure(pdf, facts)
        await judgeFigures(number, facts, pdf.text)
        seen[facts.kind] = (seen[facts.kind] ?? 0) + 1
      }
  }
  t.diagnostic(JSON.stringify(seen))
  for (const kind of ['yearInterest', 'vehicleInterest', 'amortization', 'coupons', 'autopayCopy'])
    assert.ok((seen[kind] ?? 0) >= 2, kind)
})

test('a permission that is quoted is tagged with the language in which it was given', async () => {
  for (const locale of ['en', 'es'] as const) {
    const { facts, pdf } = await made(RUTH, { kind: 'autopayCopy' }, locale)
    assert.ok(facts.kind === 'autopayCopy' && facts.text.startsWith('I authorize'))
    assert.equal(pdf.language?.slice(0, 2), locale)
    assert.deepEqual(pdf.languages, locale === 'en' ? [] : ['en'])
  }
  const spanish = { text: 'Autorizo a Example Motor Finance a cobrar.', locale: 'en' } as const
  assert.equal(permissionLanguage(spanish), 'es')
  assert.equal(permissionLanguage({ text: 'Yes.', locale: 'es' }), 'es')
})

/** Against what the account’s own pages show. */
async function judgeFigures(number: string, facts: AskedFacts, text: string): Promise<void> {
  const owner = await book.ownerOf(number)
  const view = await viewAccount(context(), owner)
  const has = (said: string) => assert.ok(text.includes(said), `${number}: ${said} in ${text}`)
  const money = (amount: Parameters<typeof formatMoney>[0]) => formatMoney(amount, facts.locale)
  if (facts.kind === 'autopayCopy') return has(facts.text.replace(/\s+/g, ' '))
  if (facts.kind === 'coupons') {
    assert.equal(scanLinesOf(text).length, facts.coupons.length)
    const { current } = view.due
    const first = facts.coupons.find(({ due }) => due === current?.due)
    if (current && view.due.pastDue === 0) assert.equal(first?.amount, current.amount)
    return
  }
  assert.ok(view.product === 'loan')
  const rows = view.activity.filter(({ kind, split }) => kind === 'payment' && split !== null)
  if (facts.kind !== 'amortization') {
    const own = rows.filter((row) => row.effectiveDate.startsWith(String(facts.year)))
    const interest = own.reduce((all, row) => all + (row.split?.interest ?? 0), 0)
    assert.equal(facts.kind === 'yearInterest' ? facts.total.interest : facts.interest, interest)
    return has(money(interest as typeof view.interestDue))
  }
  for (const { effectiveDate, amount, principalAfter } of rows) {
    has(formatDate(effectiveDate, facts.locale, 'shortDated'))
    has(money(amount ?? view.interestDue))
    has(money(principalAfter ?? view.interestDue))
  }
  for (const { due, payment, balance } of view.projection.rows) {
    has(formatDate(due, facts.locale, 'shortDated'))
    has(money(payment))
    has(money(balance))
  }
}

test('asked for by two people at the same moment, and again, it is one paper', async () => {
  const paper = { kind: 'amortization' } as const
  const [ruth, ben] = [await book.ownerOf(RUTH), await book.ownerOf(RUTH, 'co')]
  const ask = (owner: typeof ruth) => printAsked(context(), owner, { paper, locale: 'en' })
  const printed = [...(await Promise.all([ask(ruth), ask(ben)])), await ask(ruth)]
  const ids = new Set(printed.map((each) => (each.ok ? each.value.documentId : 'refused')))
  assert.equal(ids.size, 1)
})

test('coupons that are asked for after the lender moved say where checks go now', async () => {
  const owner = await book.ownerOf(ELENA)
  const ask = async (address: readonly string[]) => {
    const ctx = { ...context(), lender: { ...context().lender, address: [...address] } }
    const printed = await printAsked(ctx, owner, { paper: { kind: 'coupons' }, locale: 'en' })
    assert.ok(printed.ok)
    const opened = await openPaper(ctx, owner, printed.value.documentId)
    assert.ok(opened.ok)
    return { id: opened.value.id, text: (await readPdf(opened.value.bytes)).text }
  }
  const moved = ['Example Motor Finance', 'PO Box 9900', 'Dayton, OH 45402']
  const before = await ask(context().lender.address)
  const after = await ask(moved)
  assert.match(after.text, /PO Box 9900 Dayton, OH 45402/)
  assert.equal((await ask(moved)).id, after.id)
  assert.equal((await ask(context().lender.address)).id, before.id)
})

test('what an account has not is refused: years to come, a lease’s schedule, another’s permission', async () => {
  const refused = async (number: string, paper: AskedPaper, role: 'primary' | 'co' = 'primary') => {
    const owner = await book.ownerOf(number, role)
    const printed = await printAsked(context(), owner, { paper, locale: 'en' })
    return printed.ok ? 'made' : printed.refusal.code
  }
  for (const year of [2023, 2026, 2027])
    assert.equal(await refused(ELENA, { kind: 'yearInterest', year }), 'documentNotFound')
  // Her loan was made before 2025.
  assert.equal(await refused(ELENA, { kind: 'vehicleInterest', year: 2025 }), 'documentNotFound')
  assert.equal(await refused(ELENA, { kind: 'autopayCopy' }), 'documentNotFound')
  assert.equal(await refused(RUTH, { kind: 'autopayCopy' }, 'co'), 'documentNotFound')
  for (const { record } of book.stories.filter((each) => each.record.product === 'lease'))
    assert.equal(await refused(record.accountNumber, { kind: 'amortization' }), 'documentNotFound')
})

test('a loan made after 2024: its interest of 2025, and what is not known of it', async () => {
  const { pdf, facts } = await made(DANA, { kind: 'vehicleInterest', year: 2025 })
  assert.ok(facts.kind === 'vehicleInterest' && facts.interest >= 60_000)
  const { record } = book.stories.find((s) => s.record.accountNumber === DANA) ?? {}
  assert.ok(record)
  assert.ok(pdf.text.includes(record.vehicle.vin ?? ''))
  assert.match(pdf.text, /Whether the vehicle was new, and you its first owner Not in our records/)
  assert.match(pdf.text, /26 USC 6050AA.*\$600\.00 or more.*after December 31, 2024/)
  assert.match(pdf.text, /no form of the tax office/)
})
