// Since when nothing is owed, and by which money: what the screen and the letter of a paid loan say.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { AccountEvent, EventPayload } from '#src/domain/account/event.ts'
import { quoteOn } from '#src/domain/account/quote.ts'
import { replayLoan } from '#src/domain/account/replay.ts'
import { nothingOwedSince, paidLoan } from '#src/domain/account/statement/proofs.ts'
import { addDays, type CivilDate } from '#src/domain/calendar.ts'
import { cents } from '#src/domain/money.ts'
import { anyHistory, event, spanOf } from '#test/support/arbitrary-loan.ts'

const FEE = cents(1_000)

test('a loan whose last charge is forgiven is paid since that day, by the payment before it', () => {
  let closed = 0
  fc.assert(
    fc.property(anyHistory, (history) => {
      const day = spanOf(history).last
      const add = (events: AccountEvent[], on: CivilDate, payload: EventPayload) => [
        ...events,
        event(events.length + 1, on, payload),
      ]
      const owing = replayLoan(history, { through: day })
      const { total: amount } = quoteOn(owing, day)
      if (owing.position.chargedOff !== null || nothingOwedSince(owing) !== null) return
      const paid = add(history, day, {
        ...{ kind: 'payment', amount, extra: 'principal', extraAmount: null, paymentId: null },
        ...{ toCharges: cents(0), channel: 'mail' },
      })
      const fee = { kind: 'fee', amount: FEE, name: 'Copy', citation: 'Contract 9' } as const
      const charged = add(paid, addDays(day, 2), fee)
      const forgiven = add(charged, addDays(day, 5), {
        ...{ kind: 'adjustment', bucket: 'fees', amount: cents(-FEE), reason: 'Goodwill' },
      })
      const ledgerOf = (events: AccountEvent[]) => replayLoan(events, { through: addDays(day, 9) })
      assert.equal(nothingOwedSince(ledgerOf(paid)), day)
      assert.equal(nothingOwedSince(ledgerOf(charged)), null)
      assert.equal(paidLoan(ledgerOf(charged), charged), null)
      const proof = paidLoan(ledgerOf(forgiven), forgiven)
      assert.ok(proof)
      const { on, lastOn, eventId, paid: sums } = proof
      assert.deepEqual(
        { on, lastOn, eventId, last: sums.last },
        { on: addDays(day, 5), lastOn: day, eventId: paid.at(-1)?.id, last: amount },
      )
      closed += 1
    }),
    { numRuns: 300 },
  )
  assert.ok(closed > 20, `${closed} loans`)
})
