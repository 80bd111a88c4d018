// A loan's movements: they add up to what is owed, and what was told once stays as it was told.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { AccountEvent } from '#src/domain/account/event.ts'
import { replayLoan } from '#src/domain/account/replay.ts'
import { date } from '#src/domain/calendar.ts'
import { cents, sum } from '#src/domain/money.ts'
import { loanMovements, principalOwed } from '#src/formats/ofx/loan-movements.ts'
import { anyHistory } from '#test/support/arbitrary-loan.ts'
import { BOARDING } from '#test/support/stored-account.ts'

test('the principal of all movements is what is owed of it, whatever happened', () => {
  fc.assert(
    fc.property(anyHistory, (events) => {
      const movements = loanMovements(events)
      const { position } = replayLoan(events)
      assert.equal(sum(movements.map(({ principal }) => principal)) + principalOwed(position), 0)
      assert.equal(sum(movements.map(({ held }) => held)), position.suspense)
      for (const { amount, principal, interest, charges, held } of movements)
        assert.equal(amount, principal + interest + charges + held)
    }),
    { numRuns: 300 },
  )
})

test('each is there once, and keeps its day, kind and amount whatever is recorded later', () => {
  fc.assert(
    fc.property(anyHistory, fc.nat(), (events, at) => {
      const later = new Map(loanMovements(events).map((each) => [each.id, each]))
      const known = events.slice(0, 1 + (at % events.length))
      const before = loanMovements(known)
      assert.equal(new Set(before.map(({ id }) => id)).size, before.length)
      for (const { id, kind, on, amount, reverses } of before) {
        const same = later.get(id)
        // What closes or charges off a loan is whatever was left: it moves with what came before.
        const isLeft = kind === 'remainder' || kind === 'chargeOff' || reverses !== null
        assert.deepEqual([same?.kind, same?.on], [kind, on])
        if (!isLeft) assert.equal(same?.amount, amount)
      }
    }),
    { numRuns: 300 },
  )
})

const at = (seq: number, effective: string, payload: AccountEvent['payload']): AccountEvent => ({
  id: `e${seq}`,
  seq,
  effectiveDate: date(effective),
  postedAt: `${effective}T12:00:00.000Z`,
  payload,
})

test('a returned payment stays, and its opposite follows with the same parts', () => {
  const pay = {
    kind: 'payment',
    amount: cents(38_190),
    extra: 'principal',
    extraAmount: null,
    toCharges: cents(0),
    paymentId: null,
    channel: 'ach',
  } as const
  const movements = loanMovements([
    at(1, '2026-01-15', BOARDING),
    at(2, '2026-02-15', pay),
    at(3, '2026-02-18', { kind: 'reversal', of: 'e2', reason: 'return', code: 'R01' }),
  ])
  // 20,000.00 at 5.49 % for 31 days of 365: 93.25.
  assert.deepEqual(
    movements.map(({ id, reverses, amount, interest, principal }) => [
      ...[id, reverses],
      ...[amount, interest, principal],
    ]),
    [
      ['e1', null, -2_000_000, 0, -2_000_000],
      ['e2', null, 38_190, 9_325, 28_865],
      ['e3', 'e2', -38_190, -9_325, -28_865],
    ],
  )
})
