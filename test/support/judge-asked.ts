// Papers of random loans against what the screen would show of them: activity and the schedule ahead.
import assert from 'node:assert/strict'
import fc from 'fast-check'
import { type ActivityRow, activityOf } from '#src/domain/account/activity.ts'
import type { AccountEvent } from '#src/domain/account/event.ts'
import { replayLoan } from '#src/domain/account/replay.ts'
import { standingOn } from '#src/domain/account/standing.ts'
import { type CivilDate, date } from '#src/domain/calendar.ts'
import { type Cents, cents, minus, plus, sum } from '#src/domain/money.ts'
import { askedSheet } from '#src/formats/documents/asked-sheet.ts'
import type { AccountFacts, AskedFacts } from '#src/formats/documents/document-facts.ts'
import { openPrinter } from '#src/formats/documents/printer.ts'
import { isScanLine } from '#src/formats/documents/scan-line.ts'
import { formatDate, formatMoney } from '#src/words/format.ts'
import { words } from '#src/words/words.ts'
import { anyHistory, spanOf } from './arbitrary-loan.ts'
import { askedOf, commonOfTest } from './asked-paper.ts'
import { type ReadPdf, readPdf } from './pdf-text.ts'

const calendar = { cutoff: '17:00', zone: 'America/New_York', clearingBankingDays: 5 }
const PAID = new Set(['payment', 'reportedMonth', 'proceeds', 'release'])

/** Prints every paper of `count` random loans; how many papers and rows were compared. */
export async function judgeAsked(count: number): Promise<Record<string, number>> {
  const printer = openPrinter()
  const seen: Record<string, number> = { rows: 0, pages: 0 }
  const histories = fc.sample(anyHistory, { numRuns: count, seed: 20261127 })
  for (const [at, events] of histories.entries()) {
    const { last } = spanOf(events)
    for (const facts of askedOf(events, last, commonOfTest(at))) {
      const pdf = await readPdf(await printer.print(askedSheet(facts)))
      judgeStructure(pdf, facts)
      const rows = rowsOnScreen(events, facts, last)
      for (const row of rows) assert.ok(pdf.text.includes(row), `${row} in ${pdf.text}`)
      seen[facts.kind] = (seen[facts.kind] ?? 0) + 1
      seen.rows = (seen.rows ?? 0) + rows.length
      seen.pages = (seen.pages ?? 0) + pdf.pages
    }
  }
  return seen
}

/** Read aloud and found by a search: language, title, headings, tables, what a picture says. */
export function judgeStructure(pdf: ReadPdf, facts: AccountFacts): void {
  const { documents } = words(facts.locale)
  assert.equal(pdf.language, facts.locale)
  assert.ok(pdf.title.includes(facts.vehicle), pdf.title)
  const table = facts.kind === 'coupons' ? [] : ['Table', 'TH', 'TD']
  const sections = facts.kind === 'receipt' || facts.kind === 'paidInFull' ? [] : ['H2']
  // A statement says at its foot where it is checked; all others show it.
  const picture = facts.kind === 'statement' ? [] : ['Figure']
  for (const role of ['H1', ...sections, ...picture, ...table]) assert.ok(pdf.roles.has(role), role)
  const said = documents.print.qr(facts.lender.portalHost)
  if (picture.length > 0) assert.ok(pdf.alternatives.includes(said))
  for (const written of [facts.id, facts.code, documents.kinds[facts.kind], ...facts.customers])
    assert.ok(pdf.text.includes(written), `${written} in ${pdf.text}`)
}

function rowsOnScreen(
  events: readonly AccountEvent[],
  facts: AskedFacts,
  today: CivilDate,
): string[] {
  const ledger = replayLoan(events)
  const { projection } = standingOn(ledger, today)
  const activity = activityOf({ ledger, events }, { today, calendar })
  const paid = activity.filter((row) => PAID.has(row.kind) && (row.split || row.released))
  const money = (amount: Cents) => formatMoney(amount, facts.locale)
  switch (facts.kind) {
    case 'yearInterest': {
      const own = paid.filter((row) => row.effectiveDate.startsWith(String(facts.year)))
      const months = [...new Set(own.map((row) => row.effectiveDate.slice(0, 7)))]
      const isOther = facts.total.other !== 0
      return [
        ...months.map((month) => {
          const of = own.filter((row) => row.effectiveDate.startsWith(month))
          const name = formatDate(date(`${month}-01`), facts.locale, 'month')
          return [name, ...columns(of, isOther).map(money)].join(' ')
        }),
        columns(own, isOther).map(money).join(' '),
      ]
    }
    case 'vehicleInterest': {
      const own = paid.filter((row) => row.effectiveDate.startsWith(String(facts.year)))
      return [money(sum(own.map((row) => row.split?.interest ?? cents(0)))), facts.vin ?? '']
    }
    case 'amortization': {
      const isOther = facts.total.other !== 0
      return [
        ...paid
          .filter((row) => row.effectiveDate <= today)
          .map((row) =>
            [...columns([row], isOther), row.principalAfter ?? cents(0)].map(money).join(' '),
          ),
        ...projection.rows.map((row) => {
          const day = formatDate(row.due, facts.locale, 'shortDated')
          const other = minus(row.payment, plus(row.interest, row.principal))
          const amounts = [row.payment, row.interest, row.principal, cents(0)]
          const all = [...amounts, ...(isOther ? [other] : []), row.balance]
          const { states } = words(facts.locale).documents.amortization
          return [day, states.ahead(String(row.number)), ...all.map(money)].join(' ')
        }),
      ]
    }
    case 'coupons':
      return facts.coupons.flatMap(({ due, amount, number }) => {
        const row = projection.rows.find((each) => each.number === number)
        assert.deepEqual([row?.due, row?.payment], [due, amount])
        const { amount: label } = words(facts.locale).documents.statement.coupon
        return [`${formatDate(due, facts.locale, 'full')} ${label} ${money(amount)}`]
      })
    default:
      return []
  }
}

/** What came, and where it went by the row of the screen: the rest is held, or was given up. */
function columns(rows: readonly ActivityRow[], isOther: boolean): Cents[] {
  const of = (part: (row: ActivityRow) => Cents | undefined) =>
    sum(rows.map((row) => part(row) ?? cents(0)))
  const all = of((row) => row.amount ?? cents(0))
  const interest = of((row) => row.split?.interest)
  const principal = of((row) => row.split?.principal)
  const charges = of(({ split }) => (split ? plus(split.lateCharges, split.fees) : undefined))
  const other = minus(all, plus(interest, principal, charges))
  return [all, interest, principal, charges, ...(isOther ? [other] : [])]
}

/** Each line on a book of coupons reads as it was printed. */
export function scanLinesOf(text: string): string[] {
  const lines = [...text.matchAll(/\d{10} \d{6} \d{10} \d{2}/g)].map(([line]) => line)
  for (const line of lines) assert.ok(isScanLine(line), line)
  return lines
}
