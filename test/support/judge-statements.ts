// Statements of random loans against the lines of the screen's activity.
import assert from 'node:assert/strict'
import fc from 'fast-check'
import { activityOf } from '#src/domain/account/activity.ts'
import type { AccountEvent } from '#src/domain/account/event.ts'
import { replayLoan } from '#src/domain/account/replay.ts'
import { statementOf } from '#src/domain/account/statement/statement.ts'
import { addDays, type CivilDate } from '#src/domain/calendar.ts'
import { type Cents, plus } from '#src/domain/money.ts'
import type { StatementFacts } from '#src/formats/documents/document-facts.ts'
import { openPrinter } from '#src/formats/documents/printer.ts'
import { statementSheet } from '#src/formats/documents/statement.ts'
import { formatDate, formatMoney } from '#src/words/format.ts'
import { anyHistory, spanOf } from './arbitrary-loan.ts'
import { readPdf } from './pdf-text.ts'

export const COMMON_STATEMENT = {
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

export function statementFactsOf(
  events: readonly AccountEvent[],
  after: CivilDate,
  on: CivilDate,
): StatementFacts {
  const figures = statementOf(events, { after, on, printed: null })
  const [from, since] = [addDays(after, 1), events[0]?.effectiveDate ?? on]
  return { ...COMMON_STATEMENT, ...figures, writtenOn: on, from, on, since, events: events.length }
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

/** How many lines of `count` random loans were compared. */
export async function judgeStatements(count: number): Promise<number> {
  const printer = openPrinter()
  const histories = fc.sample(anyHistory, { numRuns: count, seed: 20261124 })
  let lines = 0
  for (const events of histories) {
    const { first, last } = spanOf(events)
    const facts = statementFactsOf(events, first, last)
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
  return lines
}
