import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { nextNoticeDay, noticesOn } from '#src/domain/account/next-review.ts'
import { replayLoan } from '#src/domain/account/replay.ts'
import { addDays, type CivilDate } from '#src/domain/calendar.ts'
import { daysPastDue } from '#src/domain/rules/installments.ts'
import { anyHistory, spanOf } from '#test/support/arbitrary-loan.ts'

const rules = { billDaysAhead: 10, pastDueDaysAfter: 1 }

/** Every day of two years after the last event, one by one. */
function toldDayByDay(ledger: ReturnType<typeof replayLoan>, from: CivilDate) {
  return Array.from({ length: 730 }, (_, index) => addDays(from, index)).flatMap((day) =>
    noticesOn(ledger, day, rules).map((notice) => ({ day, ...notice })),
  )
}

test('looking on the foreseen days alone finds what looking on every day finds', () => {
  let found = 0
  fc.assert(
    fc.property(anyHistory, (events) => {
      const ledger = replayLoan(events)
      const from = addDays(spanOf(events).last, 1)
      const expected = toldDayByDay(ledger, from)
      const until = addDays(from, 729)
      const told: typeof expected = []
      let day = nextNoticeDay(ledger, addDays(from, -1), rules)
      while (day !== null && day <= until) {
        const on = day
        told.push(...noticesOn(ledger, on, rules).map((notice) => ({ day: on, ...notice })))
        day = nextNoticeDay(ledger, on, rules)
        assert.ok(day === null || day > on)
      }
      assert.deepEqual(told, expected)
      found += told.length
    }),
    { numRuns: 150 },
  )
  assert.ok(found > 100, 'some of the histories had something to tell')
})

test('each due date is announced at most once, and being past due is told on its first day', () => {
  fc.assert(
    fc.property(anyHistory, (events) => {
      const ledger = replayLoan(events)
      const told = toldDayByDay(ledger, addDays(spanOf(events).last, 1))
      const announced = told.filter(({ kind }) => kind === 'paymentDue').map(({ due }) => due)
      assert.equal(new Set(announced).size, announced.length)
      for (const { kind, day, due, amount } of told) {
        assert.ok(amount > 0)
        if (kind === 'paymentDue') assert.equal(due, addDays(day, 10))
        else assert.deepEqual([due, daysPastDue(ledger.position, day)], [addDays(day, -1), 1])
      }
    }),
    { numRuns: 150 },
  )
})
