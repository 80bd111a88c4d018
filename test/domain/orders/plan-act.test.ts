// What is put off when due dates move, and what a charge-off gives up: worked by hand on 10,000.00
// at 3.65 %, then on random lives of loans of every convention.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { newContractOpening } from '#src/domain/account/boarding.ts'
import type { EventPayload } from '#src/domain/account/event.ts'
import { extend, type Fact } from '#src/domain/account/extend.ts'
import type { LoanLedger } from '#src/domain/account/ledger.ts'
import { positionOn, replay } from '#src/domain/account/replay.ts'
import { type CivilDate, date } from '#src/domain/calendar.ts'
import type { LoanContract } from '#src/domain/contract/loan.ts'
import { cents, ratePpb, ZERO_CENTS } from '#src/domain/money.ts'
import type { ActOrder } from '#src/domain/orders/money-order.ts'
import { planAct, possibleActs } from '#src/domain/orders/plan-act.ts'
import { nextInstallment, pastDueInstallments } from '#src/domain/rules/installments.ts'
import { interestDue } from '#src/domain/rules/position.ts'
import { anyHistory, spanOf } from '#test/support/arbitrary-loan.ts'

const contract: LoanContract = {
  kind: 'loan',
  principal: cents(1_000_000),
  rate: ratePpb(36_500_000),
  start: date('2026-01-01'),
  firstDue: date('2026-02-01'),
  payments: 12,
  frequency: 'monthly',
  payment: cents(85_000),
  dayCount: 'actual/365',
  yearEnd: 'old',
  rounding: 'half-up',
  dailyRateDecimals: null,
  carryFractions: false,
  waterfall: ['interest', 'principal', 'lateCharges', 'fees'],
  smallRemainder: ZERO_CENTS,
  lateCharge: null,
  ruleVersion: 'standard',
}

let ids = 0
const newId = () => {
  ids += 1
  return `n${ids}`
}
const postedAt = '2041-01-01T12:00:00.000Z'

/** One installment paid on its day. */
function oncePaid(terms: LoanContract, through: CivilDate) {
  const boarded = { contract: terms, opening: newContractOpening(terms) }
  const asUsual = { extra: 'installments', extraAmount: null, toCharges: ZERO_CENTS } as const
  const paid: EventPayload = {
    ...{ kind: 'payment', amount: terms.payment, ...asUsual },
    ...{ paymentId: null, channel: 'mail' },
  }
  const facts: Fact[] = [
    { effectiveDate: terms.start, payload: { kind: 'boarded', ...boarded } },
    { effectiveDate: terms.firstDue, payload: paid },
  ]
  return extend([], facts, { through, postedAt, newId })
}

const putOff = (terms: LoanContract, today: CivilDate) =>
  possibleActs(oncePaid(terms, today), today).extensions.map(({ months, from, due, amount }) => [
    ...[months, from, due, amount],
  ])

test('a month late, what is due before the new day is put off', () => {
  assert.deepEqual(putOff(contract, date('2026-03-15')).slice(0, 3), [
    [1, 2, '2026-04-01', 85_000],
    [2, 2, '2026-05-01', 170_000],
    [3, 2, '2026-06-01', 255_000],
  ])
})

test('every two weeks, a month puts off the three payments that come before the new day', () => {
  const terms = { ...contract, frequency: 'biweekly', firstDue: date('2026-01-09') } as const
  const [first] = putOff({ ...terms, payment: cents(38_500), payments: 27 }, date('2026-01-20'))
  assert.deepEqual(first, [1, 2, '2026-02-23', 3 * 38_500])
})

test('a charge-off gives up the principal; the interest of its day is owed with it', () => {
  const today = date('2026-03-03')
  const { chargeOff } = possibleActs(oncePaid(contract, today), today)
  // 31 days at 1.00 a day: 819.00 to principal. Then 30 days at 3.65 % of 9,181.00.
  assert.deepEqual(chargeOff, { principal: 918_100, owed: 918_100 + 2_754 })
})

test('of any loan, what is offered can be carried out, and nothing but what is offered', () => {
  const seen = { extend: 0, chargeOff: 0 }
  fc.assert(
    fc.property(anyHistory, (events) => {
      const { last: today } = spanOf(events)
      const at = { through: today, postedAt, newId }
      const settled = extend(events, [], at)
      const { extensions, chargeOff } = possibleActs(settled, today)
      for (const { months, from, due, amount } of extensions) {
        const order = { kind: 'extend', accountId: 'a', months, from, amount } as const
        const after = carriedOut(order, settled, at)
        const first = nextInstallment(positionOn(after, today), today)
        assert.deepEqual([first?.number, first?.due], [from, due])
        assert.deepEqual(pastDueInstallments(positionOn(after, today), due), [])
        assert.deepEqual(owedOf(after, today), owedOf(loanOf(settled), today))
        assert.ok(amount > 0)
        const wrong = [{ amount: cents(amount + 1) }, { from: from + 1 }, { months: 7 }]
        for (const change of wrong)
          assert.equal(planAct({ ...order, ...change }, settled, today).ok, false)
        seen.extend += 1
      }
      if (!chargeOff) return
      const order = { kind: 'chargeOff', accountId: 'a', amount: chargeOff.principal } as const
      const { position } = carriedOut(order, settled, at)
      assert.equal(position.chargedOff, chargeOff.owed)
      assert.deepEqual([position.principal, position.lateCharges, position.fees], [0, 0, 0])
      const other = { ...order, amount: cents(order.amount + 1) }
      assert.equal(planAct(other, settled, today).ok, false)
      seen.chargeOff += 1
    }),
    { numRuns: 150, seed: 20_261_127, endOnFailure: true },
  )
  assert.ok(seen.extend > 50 && seen.chargeOff > 20, JSON.stringify(seen))
})

type At = { through: CivilDate; postedAt: string; newId: () => string }

function loanOf({ ledger }: ReturnType<typeof extend>): LoanLedger {
  assert.ok(ledger.product === 'loan')
  return ledger
}

/** The order's own facts, without what follows from them. */
function carriedOut(order: ActOrder, settled: ReturnType<typeof extend>, at: At): LoanLedger {
  const planned = planAct(order, settled, at.through)
  assert.ok(planned.ok, JSON.stringify(planned))
  const [{ facts } = { facts: [] }] = planned.value
  const own = facts.map(({ effectiveDate, payload }, index) => ({
    ...{ id: newId(), seq: settled.events.length + 1 + index, effectiveDate },
    ...{ postedAt, payload },
  }))
  const ledger = replay([...settled.events, ...own])
  assert.ok(ledger.product === 'loan')
  return ledger
}

function owedOf(ledger: LoanLedger, today: CivilDate) {
  const position = positionOn(ledger, today)
  const { principal, lateCharges, fees, suspense } = position
  return { principal, interest: interestDue(position, today), lateCharges, fees, suspense }
}
