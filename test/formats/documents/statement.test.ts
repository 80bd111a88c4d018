// Random loans on paper: each line and subtotal as the screen's activity says it.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { date } from '#src/domain/calendar.ts'
import { cents } from '#src/domain/money.ts'
import { openPrinter } from '#src/formats/documents/printer.ts'
import { isScanLine, scanLine } from '#src/formats/documents/scan-line.ts'
import { statementSheet } from '#src/formats/documents/statement.ts'
import { anyHistory, spanOf } from '#test/support/arbitrary-loan.ts'
import { judgeStatements, statementFactsOf } from '#test/support/judge-statements.ts'

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
