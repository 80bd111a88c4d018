import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { positionOn, replayLoan } from '#src/domain/account/replay.ts'
import { addDays, later } from '#src/domain/calendar.ts'
import { dueDate } from '#src/domain/contract/schedule.ts'
import {
  amountDue,
  daysPastDue,
  installmentsPaid,
  nextInstallment,
  numberDueOnOrAfter,
  paidThrough,
  pastDueInstallments,
} from '#src/domain/rules/installments.ts'
import { interestDue } from '#src/domain/rules/position.ts'
import { anyContract, anyHistory, spanOf } from '#test/support/arbitrary-loan.ts'

const anyExtensions = fc.array(
  fc.record({ from: fc.integer({ min: 1, max: 40 }), months: fc.integer({ min: 1, max: 4 }) }),
  { maxLength: 3 },
)

test('the installment due on or after a day is the first one whose due date is not before it', () => {
  fc.assert(
    fc.property(
      anyContract,
      anyExtensions,
      fc.integer({ min: -400, max: 3_000 }),
      (signed, extensions, days) => {
        const contract = { ...signed, extensions }
        const on = addDays(contract.firstDue, days)
        const numbers = Array.from({ length: contract.payments }, (_, index) => index + 1)
        const first = numbers.find((number) => dueDate(contract, number) >= on)
        assert.equal(numberDueOnOrAfter(contract, on), first ?? null)
      },
    ),
  )
})

const anyView = fc
  .tuple(anyHistory, fc.nat(120))
  .map(([events, wait]) => ({ events, on: addDays(spanOf(events).last, wait - 40) }))

test('what is past due, what comes next and the days late tell one story', () => {
  fc.assert(
    fc.property(anyView, ({ events, on }) => {
      const position = positionOn(replayLoan(events), on)
      const { contract } = position
      const late = pastDueInstallments(position, on)
      const next = nextInstallment(position, on)
      assert.equal(daysPastDue(position, on) > 0, late.length > 0)
      assert.equal(next?.number ?? null, next && installmentsPaid(position) + 1)
      if (late[0]) assert.deepEqual(late[0], next)
      for (const [index, row] of late.entries()) {
        assert.ok(row.due < on && row.amount >= 0)
        assert.equal(row.number, (late[0]?.number ?? 0) + index)
        if (row.number < contract.payments) assert.ok(row.amount <= contract.payment)
      }
      const paid = paidThrough(position)
      if (paid && next) assert.ok(paid < next.due)
    }),
    { numRuns: 120 },
  )
})

test('what is due is never more than what closes the account by the last due date it names', () => {
  fc.assert(
    fc.property(anyView, ({ events, on }) => {
      const position = positionOn(replayLoan(events), on)
      const due = amountDue(position, on)
      const parts = due.pastDue + due.lateCharges + due.fees + (due.current?.amount ?? 0)
      assert.equal(due.total, parts)
      const until = due.current?.due ?? on
      const closing = position.principal + interestDue(position, later(until, on))
      const { lateCharges, fees, chargedOff } = position
      assert.ok(due.total <= closing + lateCharges + fees + (chargedOff ?? 0))
    }),
    { numRuns: 120 },
  )
})
