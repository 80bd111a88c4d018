// Random loans on paper: each line and subtotal as the screen's activity says it.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { isUnchanged, statementChanges } from '#src/domain/account/statement/statement-changes.ts'
import { addDays, type CivilDate, date } from '#src/domain/calendar.ts'
import { cents } from '#src/domain/money.ts'
import { openPrinter } from '#src/formats/documents/printer.ts'
import { isScanLine, scanLine } from '#src/formats/documents/scan-line.ts'
import { statementSheet } from '#src/formats/documents/statement.ts'
import { formatMoney } from '#src/words/format.ts'
import { anyHistory, spanOf } from '#test/support/arbitrary-loan.ts'
import { judgeStatements, statementFactsOf } from '#test/support/judge-statements.ts'
import { readPdf } from '#test/support/pdf-text.ts'

// Five hundred of them in test/long.
test('fifty random loans: paper and screen say the same', async () => {
  const lines = await judgeStatements(50)
  assert.ok(lines > 50, `${lines} lines`)
})

test('the same facts give the same bytes, whoever prints them', async () => {
  const [events] = fc.sample(anyHistory, { numRuns: 1, seed: 7 })
  assert.ok(events)
  const { first, last } = spanOf(events)
  const sheet = statementSheet(statementFactsOf(events, first, last))
  const [one, other] = await Promise.all([openPrinter().print(sheet), openPrinter().print(sheet)])
  assert.deepEqual(one, other)
})

test('a corrected one, Spanish on A4: what changed, why, and no coupon of a period long over', async () => {
  const found = fc.sample(anyHistory, { numRuns: 60, seed: 7 }).map((events) => {
    const { first, last } = spanOf(events)
    const was = statementFactsOf(events.slice(0, 2), first, last)
    const now = statementFactsOf(events, first, last)
    return { was, now, last, changes: statementChanges(was, now) }
  })
  const one = found.find(({ changes }) => changes.figures.length > 3 && changes.lines.length > 1)
  assert.ok(one)
  const { was, now, last, changes } = one
  assert.ok(!isUnchanged(changes) && isUnchanged(statementChanges(now, now)))
  const before = { document: was.id, code: 'AAAA-BBBB-CCCC-DDDD', writtenOn: last, number: 1 }
  const print = async (latest: CivilDate | null) => {
    const corrects = { ...before, reason: 'paymentReturned', changes, latest } as const
    const lender = { ...now.lender, paper: 'a4' } as const
    const sheet = statementSheet({ ...now, corrects, lender, locale: 'es' })
    return { sheet, pdf: await readPdf(await openPrinter().print(sheet)) }
  }
  const { sheet, pdf } = await print(null)
  assert.ok(pdf.alternatives.some((text) => text.includes('my.examplemotor.example')))
  const [language, title] = [pdf.language, pdf.title]
  assert.equal(language, 'es')
  assert.match(title, /^Estado de cuenta corregido/)
  assert.equal(sheet.paper, 'a4')
  const said = ['código AAAA-BBBB-CCCC-DDDD', 'devolvió un pago', 'Qué cambió', 'Renglones que']
  for (const words of said) assert.ok(pdf.text.includes(words), words)
  const rows = changes.figures.length + changes.lines.length + (changes.dueOn === null ? 0 : 1)
  const tables = sheet.corrected?.tables ?? []
  assert.equal(
    tables.reduce((count, table) => count + table.rows.length, 0),
    rows,
  )
  for (const { now: amount } of changes.figures)
    assert.ok(pdf.text.includes(formatMoney(amount, 'es')), String(amount))
  assert.equal(sheet.coupon === null, now.due.on === null || now.due.total === 0)
  const older = await print(addDays(last, 30))
  assert.equal(older.sheet.coupon, null)
  assert.match(older.pdf.text, /Lo que se debe ahora/)
})

test('a line that a scanner misread in one symbol, or in two that changed places, is found', () => {
  const accountNumber = '1048264417'
  const line = scanLine({ accountNumber, due: date('2026-12-05'), amount: cents(51_255) })
  assert.equal(line, '1048264417 261205 0000051255 32')
  assert.ok(isScanLine(line))
  for (let at = 0; at < line.length; at += 1) {
    if (line[at] === ' ') continue
    const misread = line[at] === '7' ? '1' : '7'
    assert.ok(!isScanLine(line.slice(0, at) + misread + line.slice(at + 1)), `symbol ${at}`)
  }
  assert.ok(!isScanLine(line.replace('10', '01')))
})
