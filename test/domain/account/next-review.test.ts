import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { extend } from '#src/domain/account/extend.ts'
import { lateChargesToAssess } from '#src/domain/account/late-charges.ts'
import type { LoanLedger } from '#src/domain/account/ledger.ts'
import { nextReview } from '#src/domain/account/next-review.ts'
import { replayLoan } from '#src/domain/account/replay.ts'
import { addDays, type CivilDate, date } from '#src/domain/calendar.ts'
import { anyHistory, spanOf } from '#test/support/arbitrary-loan.ts'

const EVER = date('2199-12-31')

/** What the definition says: the day before the first charge that comes if nothing is recorded. */
function dayBeforeFirstCharge(ledger: LoanLedger): CivilDate | null {
  const days = lateChargesToAssess(ledger, EVER).map((charge) => charge.effectiveDate)
  const [first] = days.toSorted()
  return first === undefined ? null : addDays(first, -1)
}

test('no close before the next review settles anything, and that of its day does', () => {
  let [charged, ids] = [0, 1]
  fc.assert(
    fc.property(anyHistory, fc.nat(400), (events, at) => {
      const before = replayLoan(events)
      assert.equal(nextReview(before), dayBeforeFirstCharge(before))
      const today = addDays(spanOf(events).first, at)
      const closed = extend<LoanLedger>(events, [], {
        through: addDays(today, 1),
        postedAt: '2041-01-01T12:00:00.000Z',
        newId: () => `charge ${ids++}`,
      })
      charged += closed.recorded.length
      const next = nextReview(closed.ledger)
      assert.equal(next, dayBeforeFirstCharge(closed.ledger))
      assert.ok(next === null || next > today, 'a closed day is not closed again')
    }),
    { numRuns: 400 },
  )
  assert.ok(charged > 100, 'some of the histories had charges to come')
})
