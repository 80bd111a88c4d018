// Letters, receipts and statements of every account of the demo in both languages: what a program
// reads aloud of them, and the figures of the screen.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { date } from '#src/domain/calendar.ts'
import type { Outcome } from '#src/domain/refusal.ts'
import { isAttached } from '#src/formats/attached/attached-facts.ts'
import type { Owner } from '#src/servicing/context.ts'
import { printPayoffLetter } from '#src/servicing/documents/print-payoff-letter.ts'
import { printPaidInFull, printReceipt } from '#src/servicing/documents/print-proof.ts'
import { printStatements } from '#src/servicing/documents/print-statements.ts'
import { listPapers, openPaper } from '#src/servicing/documents/read-papers.ts'
import { quotePayoff } from '#src/servicing/quote-payoff.ts'
import { viewAccount } from '#src/servicing/view-account.ts'
import { formatDate, formatMoney } from '#src/words/format.ts'
import { judgeStructure } from '#test/support/judge-asked.ts'
import { testPapers } from '#test/support/papers.ts'
import { readPdf } from '#test/support/pdf-text.ts'
import { type PlantedBook, plantedBook } from '#test/support/planted-book.ts'

let book: PlantedBook
const papers = testPapers()
const ON = date('2026-12-04')
before(async () => {
  book = await plantedBook({ today: date('2026-11-24'), now: '2026-11-24T16:48:00.000Z' })
})
after(() => book.close())

const context = () => ({ ...book.ctx, ...papers })

async function read(owner: Owner, printed: Outcome<{ documentId: string }>) {
  if (!printed.ok) return null
  const opened = await openPaper(context(), owner, printed.value.documentId)
  assert.ok(opened.ok)
  const { facts, bytes } = opened.value
  const pdf = await readPdf(bytes)
  assert.ok(!isAttached(facts) && facts.kind !== 'privacyNotice')
  judgeStructure(pdf, facts)
  return pdf.text
}

for (const locale of ['en', 'es'] as const) {
  const money = (amount: Parameters<typeof formatMoney>[0]) => formatMoney(amount, locale)

  test(`payoff letters: every day of every loan is the quote’s (${locale})`, async () => {
    let letters = 0
    for (const { record } of book.stories) {
      if (record.product === 'lease') continue
      const owner = await book.ownerOf(record.accountNumber)
      const text = await read(owner, await printPayoffLetter(context(), owner, { on: ON, locale }))
      if (text === null) continue
      const quoted = await quotePayoff(book.ctx, owner, { on: ON })
      assert.ok(quoted.ok)
      for (const { on, total } of quoted.value.days) {
        assert.ok(text.includes(formatDate(on, locale, 'weekdayDated')), text)
        assert.ok(text.includes(money(total)), text)
      }
      letters += 1
    }
    assert.ok(letters >= 7, `${letters} letters`)
  })

  test(`receipts of the last payments, and letters of loans that are paid (${locale})`, async () => {
    let receipts = 0
    let paid = 0
    for (const { record } of book.stories) {
      const owner = await book.ownerOf(record.accountNumber)
      const { activity } = await viewAccount(book.ctx, owner)
      const rows = activity.filter(({ kind }) => kind === 'payment').slice(0, 2)
      for (const { eventId, amount } of rows) {
        const text = await read(owner, await printReceipt(context(), owner, { eventId, locale }))
        assert.ok(text?.includes(money(amount ?? (activity.length as never))), text ?? 'no receipt')
        receipts += 1
      }
      if (await read(owner, await printPaidInFull(context(), owner, { locale }))) paid += 1
    }
    assert.ok(receipts >= 15 && paid >= 1, `${receipts} receipts, ${paid} letters`)
  })
}

test('statements, each in the language of who owes first', async () => {
  await printStatements(context())
  const languages = new Set<string>()
  for (const { record } of book.stories) {
    const owner = await book.ownerOf(record.accountNumber)
    for (const { id, facts } of await listPapers(context(), owner)) {
      if (facts.kind !== 'statement') continue
      const text = await read(owner, { ok: true, value: { documentId: id } })
      for (const amount of [facts.opening.balance, facts.closing.balance, facts.due.total])
        assert.ok(text?.includes(formatMoney(amount, facts.locale)), text ?? '')
      languages.add(facts.locale)
    }
  }
  assert.deepEqual([...languages].sort(), ['en', 'es'])
})
