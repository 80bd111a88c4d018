// A statement adds up whatever was recorded late, and says what the screen's activity says.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { activityOf } from '#src/domain/account/activity.ts'
import type { AccountEvent } from '#src/domain/account/event.ts'
import { positionOn, replayLoan } from '#src/domain/account/replay.ts'
import { type StatementFigures, statementOf } from '#src/domain/account/statement/statement.ts'
import {
  lastStatementDay,
  nextStatementDay,
} from '#src/domain/account/statement/statement-cycle.ts'
import { addDays, type CivilDate, date, partsOf } from '#src/domain/calendar.ts'
import { cents, sum } from '#src/domain/money.ts'
import { anyHistory, spanOf } from '#test/support/arbitrary-loan.ts'
import { leaseAccount, leasePaid } from '#test/support/lease-events.ts'
import { SAMPLE_LEASE } from '#test/support/signed-lease.ts'

const calendar = { cutoff: '17:00', zone: 'America/New_York', clearingBankingDays: 5 }
const PAID = ['payment', 'reportedMonth', 'proceeds', 'release']

/** What the screen shows of the days through `on`, by what was known. */
function screenOf(known: readonly AccountEvent[], on: CivilDate) {
  const ledger = replayLoan(known, { through: on })
  const rows = activityOf({ ledger, events: known }, { today: on, calendar })
  return { ledger, rows: rows.filter((row) => row.effectiveDate <= on) }
}

function compare(made: StatementFigures, known: readonly AccountEvent[], at: Span): void {
  const { after, on } = at
  const { ledger, rows } = screenOf(known, on)
  const position = positionOn(ledger, on)
  assert.equal(made.closing.balance, position.principal)
  assert.equal(made.closing.charges, position.lateCharges + position.fees)
  const spans = {
    period: rows.filter(({ effectiveDate }) => after === null || effectiveDate > after),
    year: rows.filter(({ effectiveDate }) => partsOf(effectiveDate).year === partsOf(on).year),
    life: rows,
  }
  for (const [name, own] of Object.entries(spans)) {
    const paid = own.filter(
      ({ kind, split, released }) => PAID.includes(kind) && (split || released),
    )
    const totals = made.totals[name as keyof typeof spans]
    assert.equal(totals.paid, sum(paid.map(({ amount }) => amount ?? cents(0))), name)
    const to = (part: 'interest' | 'principal') =>
      sum(paid.map((row) => row.split?.[part] ?? cents(0)))
    assert.equal(totals.parts[0] ?? 0, to('interest'), name)
    assert.equal(totals.parts[1] ?? 0, to('principal'), name)
    const charged = own.filter(({ kind }) => kind === 'fee' || kind === 'lateCharge')
    assert.equal(totals.charged, sum(charged.map(({ amount }) => amount ?? cents(0))), name)
  }
  const shown = made.lines.filter((line) => after === null || line.on > after)
  assert.equal(shown.length, spans.period.length)
}

type Span = { readonly after: CivilDate | null; readonly on: CivilDate }

test('statements one after another, each with what was recorded by then, add up', () => {
  let corrected = 0
  fc.assert(
    fc.property(anyHistory, fc.integer({ min: 1, max: 8 }), (events, months) => {
      const { first, last } = spanOf(events)
      let after: CivilDate | null = null
      let printed: {
        balance: StatementFigures['closing']['balance']
        charges: StatementFigures['closing']['charges']
        events: number
      } | null = null
      for (let on = addDays(first, 30), at = 1; on <= last; on = addDays(on, 30), at += 1) {
        const known = events.slice(0, Math.max(1, Math.ceil((events.length * at) / (months * 3))))
        const made = statementOf(known, { after, on, printed })
        compare(made, known, { after, on })
        if (printed)
          assert.deepEqual(made.opening, { balance: printed.balance, charges: printed.charges })
        const { corrections, payments, charges, other } = made.changes
        if (corrections.balance !== 0) corrected += 1
        assert.equal(
          made.opening.balance +
            corrections.balance +
            payments.balance +
            charges.balance +
            other.balance,
          made.closing.balance,
        )
        printed = { ...made.closing, events: known.length }
        after = on
      }
    }),
    { numRuns: 150 },
  )
  assert.ok(corrected > 20, `${corrected} corrections`)
})

test('a lease: each payment by its parts, and what is left of all of them', () => {
  const told = [
    { on: '2026-01-15', payload: leasePaid(25_694) },
    { on: '2026-02-15', payload: leasePaid(25_694) },
  ]
  const { events, ledger } = leaseAccount(told, { through: '2026-02-20' })
  const on = date('2026-02-28')
  const made = statementOf(events, { after: date('2026-01-31'), on, printed: null })
  assert.equal(made.opening.balance - made.closing.balance, 25_694)
  assert.equal(made.lines.length, 1)
  const [line] = made.lines
  assert.equal(sum(line?.parts ?? []), 25_694)
  assert.equal(made.totals.life.paid, 51_388)
  assert.equal(made.due.on, '2026-03-15')
  assert.equal(sum(made.next ?? []), made.due.total)
  assert.equal(ledger.contract.firstDue, SAMPLE_LEASE.firstDue)
})

test('the days of statements: once a month, fifteen days before the day payments are due', () => {
  const told = [{ on: '2026-01-15', payload: leasePaid(25_694) }]
  const { ledger } = leaseAccount(told, { through: '2026-01-20' })
  assert.equal(ledger.contract.firstDue, '2026-01-15')
  const day = date('2026-01-31')
  assert.equal(nextStatementDay(ledger, day, 15), '2026-02-28')
  assert.equal(nextStatementDay(ledger, date('2026-02-27'), 15), '2026-02-28')
  assert.equal(nextStatementDay(ledger, date('2026-02-28'), 15), '2026-03-31')
  assert.equal(lastStatementDay(ledger, date('2026-02-27'), 15), '2026-01-31')
  assert.equal(lastStatementDay(ledger, date('2026-02-28'), 15), '2026-02-28')
  assert.equal(lastStatementDay(ledger, date('2025-12-30'), 15), null)
  assert.equal(lastStatementDay(ledger, date('2025-12-31'), 15), '2025-12-31')
})
