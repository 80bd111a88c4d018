// A hundred random loans on paper: each line and subtotal as the screen's activity says it.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { activityOf } from '#src/domain/account/activity.ts'
import type { AccountEvent } from '#src/domain/account/event.ts'
import { replayLoan } from '#src/domain/account/replay.ts'
import { statementOf } from '#src/domain/account/statement/statement.ts'
import { addDays, type CivilDate, date } from '#src/domain/calendar.ts'
import { type Cents, cents, plus } from '#src/domain/money.ts'
import type { StatementFacts } from '#src/formats/documents/document-facts.ts'
import { openPrinter } from '#src/formats/documents/printer.ts'
import { isScanLine, scanLine } from '#src/formats/documents/scan-line.ts'
import { statementSheet } from '#src/formats/documents/statement.ts'
import { formatDate, formatMoney } from '#src/words/format.ts'
import { anyHistory, spanOf } from '#test/support/arbitrary-loan.ts'
import { readPdf } from '#test/support/pdf-text.ts'

const COMMON = {
  kind: 'statement',
  id: '01a21c25-e894-7ccd-8cc4-1844ca52aee3',
  code: 'W427-0MTN-89H0-FMCY',
  locale: 'en',
  madeAt: '2026-11-24T12:00:00.000Z',
  lender: {
    ...{ name: 'Example Motor Finance', legalName: 'Example Motor Finance, LLC' },
    ...{ phone: '(800) 555-0142', address: ['Example Motor Finance', 'PO Box 4170'] },
    ...{ mail: ['PO Box 4171'], portalHost: 'my.examplemotor.example' },
    timeZone: 'America/New_York',
    paper: 'us-letter',
  },
  customers: ['Dana Oakes'],
  accountEnding: '4417',
  accountNumber: '1048264417',
  vehicle: '2023 Larkfield Tern',
  vinEnding: null,
} as const

const calendar = { cutoff: '17:00', zone: 'America/New_York', clearingBankingDays: 5 }

function factsOf(events: readonly AccountEvent[], after: CivilDate, on: CivilDate): StatementFacts {
  const figures = statementOf(events, { after, on, printed: null })
  const [from, since] = [addDays(after, 1), events[0]?.effectiveDate ?? on]
  return { ...COMMON, ...figures, writtenOn: on, from, on, since, events: events.length }
}

/** The lines of the screen's activity, as paper sets them; null where nothing came that counts. */
function linesOf(events: readonly AccountEvent[], after: CivilDate, on: CivilDate) {
  const ledger = replayLoan(events, { through: on })
  const money = (amount: Cents | null) => (amount === null ? '–' : formatMoney(amount, 'en'))
  return activityOf({ ledger, events }, { today: on, calendar })
    .filter(({ effectiveDate }) => effectiveDate > after && effectiveDate <= on)
    .flatMap(({ effectiveDate, amount, split, principalAfter, kind }) => {
      if (split === null || kind === 'release') return []
      const charges = plus(split.lateCharges, split.fees)
      return {
        day: formatDate(effectiveDate, 'en', 'shortDated'),
        amounts: [amount, split.interest, split.principal, charges].map(money).join(' '),
        after: money(principalAfter),
      }
    })
}

test('a hundred random loans: paper and screen say the same', async () => {
  const printer = openPrinter()
  const histories = fc.sample(anyHistory, { numRuns: 100, seed: 20261124 })
  let lines = 0
  for (const events of histories) {
    const { first, last } = spanOf(events)
    const facts = factsOf(events, first, last)
    const { text } = await readPdf(await printer.print(statementSheet(facts)))
    for (const line of linesOf(events, first, last)) {
      const at = text.indexOf(line.amounts)
      assert.ok(at > 0 && text.includes(line.day), `${JSON.stringify(line)} in ${text}`)
      assert.ok(text.indexOf(line.after, at) > at, `${JSON.stringify(line)} in ${text}`)
      lines += 1
    }
    const said = [facts.opening.balance, facts.closing.balance, facts.due.total]
    for (const amount of said) assert.ok(text.includes(formatMoney(amount, 'en')), text)
  }
  assert.ok(lines > 100, `${lines} lines`)
})

test('the same facts give the same bytes, whoever prints them', async () => {
  const [events] = fc.sample(anyHistory, { numRuns: 1, seed: 7 })
  assert.ok(events)
  const { first, last } = spanOf(events)
  const sheet = statementSheet(factsOf(events, first, last))
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
