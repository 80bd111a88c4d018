import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { AccountEvent } from '#src/domain/account/event.ts'
import { type LoanLedger, postingsOf } from '#src/domain/account/ledger.ts'
import { positionOn, replayLoan } from '#src/domain/account/replay.ts'
import { addDays, type CivilDate, date, daysBetween } from '#src/domain/calendar.ts'
import { fraction } from '#src/domain/fraction.ts'
import { LEDGER_ACCOUNTS } from '#src/domain/ledger/ledger-account.ts'
import { debitBalance, postingKey } from '#src/domain/ledger/posting.ts'
import { minus, sum, ZERO_CENTS } from '#src/domain/money.ts'
import { payoffOn } from '#src/domain/rules/payoff.ts'
import { accrueTo, interestDue } from '#src/domain/rules/position.ts'
import { anyHistory, event, spanOf } from '#test/support/arbitrary-loan.ts'
import { type OracleDay, type OracleEvent, walk } from '#test/support/oracle.ts'
import { UNIT } from '#test/support/oracle-nights.ts'

test('every day of every history is as the oracle walks it, and so is every split', () => {
  fc.assert(
    fc.property(anyHistory, (events) => {
      const ledger = replayLoan(events)
      const expected = walk(told(events), { through: spanOf(events).last })
      for (const on of daysToCompare(events)) compareDay(ledger, on, expected.days.get(on))
      const splits = ledger.steps.flatMap(({ event, split }) => (split ? [[event.id, split]] : []))
      assert.deepEqual(Object.fromEntries(splits), Object.fromEntries(expected.splits))
    }),
    { numRuns: 120 },
  )
})

test('what was known at an instant stays what it was, whatever is recorded later', () => {
  fc.assert(
    fc.property(anyHistory, fc.nat(), (events, pick) => {
      const knownAt = events[pick % events.length]?.postedAt ?? ''
      const { last } = spanOf(events)
      const expected = walk(told(events), { through: last, knownAt })
      compareDay(replayLoan(events, { knownAt }), last, expected.days.get(last))
      const early = events.filter((e) => e.postedAt <= knownAt)
      assert.deepEqual(replayLoan(events, { knownAt }), replayLoan(early))
    }),
    { numRuns: 60 },
  )
})

test('a replay that ends on a day is the full one seen on that day', () => {
  fc.assert(
    fc.property(anyHistory, fc.nat(), (events, pick) => {
      const { first, last } = spanOf(events)
      const on = addDays(first, pick % (daysBetween(first, last) + 1))
      const stopped = accrueTo(replayLoan(events, { through: on }).position, on)
      assert.deepEqual(stopped, positionOn(replayLoan(events), on))
    }),
    { numRuns: 60 },
  )
})

test('the ledger balances after every event, and says what the position says', () => {
  fc.assert(
    fc.property(anyHistory, (events) => {
      const ledger = replayLoan(events)
      for (const step of ledger.steps) {
        const so = replayLoan(events, { through: step.event.effectiveDate })
        const of = (name: (typeof LEDGER_ACCOUNTS)[number]) => debitBalance(postingsOf(so), name)
        assert.equal(sum(LEDGER_ACCOUNTS.map(of)), 0)
        const { principal, interestReceivable, lateCharges, fees, suspense } = so.position
        const { chargedOff } = so.position
        assert.equal(of('principal'), principal)
        assert.equal(of('interestReceivable'), interestReceivable)
        assert.equal(of('lateChargesReceivable'), lateCharges)
        assert.equal(of('feesReceivable'), fees)
        assert.equal(of('suspense'), 0 - suspense)
        assert.equal(of('chargeOff') + of('recovery'), chargedOff ?? 0)
      }
      const paid = ledger.steps.flatMap(({ event: { payload } }) =>
        payload.kind === 'payment'
          ? [payload.amount]
          : payload.kind === 'proceeds'
            ? [minus(payload.amount, payload.expenses)]
            : [],
      )
      assert.equal(debitBalance(postingsOf(ledger), 'cash'), sum(paid))
      for (const {
        split,
        event: { payload },
      } of ledger.steps) {
        if (split && payload.kind === 'payment')
          assert.equal(sum(Object.values(split)), payload.amount)
      }
    }),
    { numRuns: 40 },
  )
})

test('no order of recording makes or loses a cent', () => {
  fc.assert(
    fc.property(anyHistory, fc.infiniteStream(fc.nat()), (events, keys) => {
      const shuffled = recordedOtherwise(events, keys)
      const [one, other] = [replayLoan(events), replayLoan(shuffled)]
      const { last } = spanOf(events)
      assert.deepEqual(positionOn(other, last), positionOn(one, last))
      assert.deepEqual(postingsOf(other).map(postingKey), postingsOf(one).map(postingKey))
    }),
    { numRuns: 60 },
  )
})

test('a payment that came back is as if it never was', () => {
  fc.assert(
    fc.property(anyHistory, fc.nat(), (events, pick) => {
      const struck = new Set(
        events.flatMap((e) => (e.payload.kind === 'reversal' ? [e.payload.of] : [])),
      )
      const payments = events.filter((e) => e.payload.kind === 'payment' && !struck.has(e.id))
      const target = payments[pick % Math.max(1, payments.length)]
      if (!target) return
      const reversal = { kind: 'reversal', of: target.id, reason: 'return', code: 'R01' } as const
      const returned = [...events, event(events.length + 1, target.effectiveDate, reversal)]
      const never = events.filter((e) => e.id !== target.id)
      assert.deepEqual(replayLoan(returned), replayLoan(never))
    }),
    { numRuns: 60 },
  )
})

test('a fact that changes neither principal nor rate does not cut a period in two', () => {
  const history = fc.tuple(
    anyHistory,
    fc.constantFrom('30/360' as const, 'actual/366-feb29' as const),
    fc.nat(700),
  )
  fc.assert(
    fc.property(history, ([events, dayCount, day]) => {
      const facts = events.map((e) =>
        e.payload.kind === 'boarded' ? withDayCount(e, dayCount) : e,
      )
      const { first } = spanOf(events)
      const rate = replayLoan(facts, { through: addDays(first, day) }).position.rate
      const same = event(facts.length + 1, addDays(first, day), { kind: 'rate', rate })
      const on = spanOf([...facts, same]).last
      const [one, other] = [replayLoan(facts), replayLoan([...facts, same])]
      assert.equal(interestDue(positionOn(other, on), on), interestDue(positionOn(one, on), on))
    }),
    { numRuns: 100 },
  )
})

test('an account without its boarding, or with an older event, is refused', () => {
  assert.throws(() => replayLoan([]))
  const fee = { kind: 'fee', amount: sum([]), name: 'x', citation: '' } as const
  assert.throws(() => replayLoan([event(1, date('2026-01-01'), fee)]))
})

/** The oracle reads the same facts without the types of src. */
function told(events: readonly AccountEvent[]): OracleEvent[] {
  return events.flatMap(({ payload, ...dates }) =>
    payload.kind === 'reportedMonth' || payload.kind === 'leaseBoarded'
      ? []
      : [{ ...dates, payload }],
  )
}

function withDayCount(
  boarded: AccountEvent,
  dayCount: '30/360' | 'actual/366-feb29',
): AccountEvent {
  const { payload } = boarded
  assert.ok(payload.kind === 'boarded')
  return { ...boarded, payload: { ...payload, contract: { ...payload.contract, dayCount } } }
}

/** Every event day, the day before and after it, and every 17th day between first and last. */
function daysToCompare(events: readonly AccountEvent[]): CivilDate[] {
  const { first, last } = spanOf(events)
  const near = events.flatMap((e) => [-1, 0, 1].map((off) => addDays(e.effectiveDate, off)))
  const spread = Array.from({ length: Math.floor(daysBetween(first, last) / 17) }, (_, index) =>
    addDays(first, index * 17),
  )
  return [...new Set([...near, ...spread, last])].filter((day) => day >= first).sort()
}

function compareDay(ledger: LoanLedger, on: CivilDate, expected: OracleDay | undefined): void {
  assert.ok(expected)
  const position = positionOn(ledger, on)
  const { principal, lateCharges, fees, chargedOff, suspense } = position
  const payoff = payoffOn(position, { on, lateChargesToCome: ZERO_CENTS })
  const shown = {
    ...{ principal, lateCharges, fees, chargedOff, suspense },
    interest: interestDue(position, on),
    payoff: payoff.total,
    perDiem: payoff.perDiem,
  }
  const { perDiemUnits, ...balances } = expected
  const perDiem = fraction(perDiemUnits, UNIT)
  assert.deepEqual(shown, { ...balances, payoff: Math.max(0, balances.payoff), perDiem }, on)
}

/**
 * The same facts recorded in another order; those of one day keep theirs, since it says which came
 * first.
 */
function recordedOtherwise(
  events: readonly AccountEvent[],
  keys: Iterator<number>,
): AccountEvent[] {
  const [boarded, ...rest] = events
  assert.ok(boarded)
  const keyed = rest.map((fact) => ({ fact, key: keys.next().value }))
  const places = keyed.sort((a, b) => a.key - b.key).map(({ fact }) => fact.effectiveDate)
  const byDay = Map.groupBy(rest, (fact) => fact.effectiveDate)
  const moved = places.map((day) => byDay.get(day)?.shift() ?? assert.fail('lost a fact'))
  return [boarded, ...moved.map((fact, index) => ({ ...fact, seq: index + 2 }))]
}
