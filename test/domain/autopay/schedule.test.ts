// Whole lives of loans with autopay on: complaints 1 and 3 of PRODUCT.md section D, and C6.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { AccountEvent, EventPayload } from '#src/domain/account/event.ts'
import { extend } from '#src/domain/account/extend.ts'
import { type LoanLedger, loanLedger } from '#src/domain/account/ledger.ts'
import { quoteOn } from '#src/domain/account/quote.ts'
import { positionOn, replayLoan } from '#src/domain/account/replay.ts'
import { type AutopayTerms, termsRefusal, usualAmount } from '#src/domain/autopay/autopay-terms.ts'
import { type Debit, debitFor, limitedTo } from '#src/domain/autopay/debit-amount.ts'
import { debitDays, occurrencesFrom } from '#src/domain/autopay/debit-days.ts'
import { addDays, type CivilDate, date, later } from '#src/domain/calendar.ts'
import type { LoanContract } from '#src/domain/contract/loan.ts'
import { dueDate } from '#src/domain/contract/schedule.ts'
import { cents, ZERO_CENTS } from '#src/domain/money.ts'
import { daysPastDue } from '#src/domain/rules/installments.ts'
import { anyContract } from '#test/support/arbitrary-loan.ts'

const AHEAD = 12
const LIMITS = { earliestDaysBefore: 25 }
let ids = 0

type Life = {
  ledger: LoanLedger
  events: readonly AccountEvent[]
  debits: (Debit & { announced: CivilDate })[]
}

const anyTerms = (contract: LoanContract): fc.Arbitrary<AutopayTerms> =>
  fc
    .record({
      amount: fc.oneof(
        fc.constant({ kind: 'installment' as const }),
        fc.integer({ min: 1, max: 20_000 }).map((n) => ({
          kind: 'plusExtra' as const,
          extra: cents(n),
        })),
        fc.integer({ min: 0, max: 20_000 }).map((n) => ({
          kind: 'fixed' as const,
          amount: cents(contract.payment + n),
        })),
      ),
      day: fc.oneof(
        fc.constant({ kind: 'dueDate' as const }),
        fc.integer({ min: 1, max: 10 }).map((days) => ({ kind: 'daysBefore' as const, days })),
        fc.integer({ min: 1, max: 31 }).map((day) => ({ kind: 'dayOfMonth' as const, day })),
        fc
          .uniqueArray(fc.integer({ min: 1, max: 31 }), { minLength: 2, maxLength: 2 })
          .map((days) => days.sort((a, b) => a - b) as [number, number])
          .map((days) => ({ kind: 'twiceAMonth' as const, days })),
        fc.nat(400).map((days) => ({
          kind: 'everyTwoWeeks' as const,
          anchor: addDays(date('2020-01-03'), days),
        })),
      ),
      charges: fc.constantFrom('notTaken' as const, 'taken' as const),
    })
    .map((terms) => ({ ...terms, begins: contract.start, ends: null }))

const anyPlan = anyContract
  .filter((contract) => contract.payment > 0 && contract.payments > 1)
  .chain((contract) => fc.tuple(fc.constant(contract), anyTerms(contract)))
  .filter(([contract, terms]) => termsRefusal(terms, contract, LIMITS) === null)
  // What is due before the first day on which something can be taken is its owner's to pay.
  .filter(([contract, { day }]) => debitDays(day, contract, 1).every((on) => on >= contract.start))

function boarding(contract: LoanContract): EventPayload {
  const opening = {
    principal: contract.principal,
    interest: ZERO_CENTS,
    lateCharges: ZERO_CENTS,
    fees: ZERO_CENTS,
    suspense: ZERO_CENTS,
    interestPaidThrough: contract.start,
    installmentsPaid: 0,
    paidTowardNext: ZERO_CENTS,
  }
  return { kind: 'boarded', contract, opening }
}

function begun(contract: LoanContract): Life {
  ids += 1
  const event: AccountEvent = {
    id: `e${ids}`,
    seq: 1,
    effectiveDate: contract.start,
    postedAt: '2026-01-01T12:00:00.000Z',
    payload: boarding(contract),
  }
  return { ledger: replayLoan([event]), events: [event], debits: [] }
}

function newId(): string {
  ids += 1
  return `e${ids}`
}

function add(life: Life, payload: EventPayload | null, on: CivilDate): Life {
  const facts = payload ? [{ effectiveDate: on, payload }] : []
  const extension = extend(life.events, facts, {
    through: on,
    postedAt: '2026-01-01T12:00:00.000Z',
    newId,
    ledger: life.ledger,
  })
  return { ...life, events: extension.events, ledger: loanLedger(extension.ledger) }
}

/** Walks a life: each day is announced `AHEAD` days before, lowered if need be, and taken. */
function live(
  contract: LoanContract,
  terms: AutopayTerms,
  others: readonly { on: CivilDate; payload: EventPayload }[] = [],
): Life {
  let life = begun(contract)
  const waiting = [...others].sort((a, b) => (a.on < b.on ? -1 : 1))
  const until = (on: CivilDate) => {
    for (let next = waiting[0]; next && next.on <= on; next = waiting[0]) {
      waiting.shift()
      life = add(life, next.payload, next.on)
    }
  }
  for (let at = occurrencesFrom(terms, contract, contract.start).next().value; at; ) {
    const announced = addDays(at.on, -AHEAD)
    // The ledger as it was then knows nothing of later events.
    until(later(contract.start, announced))
    const order = { terms, planned: [], partialPayments: 'reduce' } as const
    const first = debitFor(life.ledger, at, order)
    if (first === null) break
    until(at.on)
    const now = debitFor(life.ledger, at, order)
    if (now === null) break
    const debit = limitedTo(now, first.amount > 0 ? first.amount : usualAmount(terms, contract))
    life.debits.push({ ...debit, announced })
    if (debit.terms)
      life = add(life, { kind: 'payment', ...debit.terms, paymentId: null, channel: 'ach' }, at.on)
    else life = add(life, null, at.on)
    const position = life.ledger.position.contract
    at = occurrencesFrom(terms, position, addDays(at.on, 1)).next().value
  }
  return life
}

test('with autopay on every installment is paid by its due date, no late charge ever, and the last debit leaves 0.00', () => {
  fc.assert(
    fc.property(anyPlan, ([contract, terms]) => {
      const life = live(contract, terms)
      for (let number = 1; number <= contract.payments; number += 1) {
        const due = dueDate(contract, number)
        assert.equal(daysPastDue(positionOn(life.ledger, addDays(due, 1)), addDays(due, 1)), 0)
      }
      assert.ok(life.events.every(({ payload }) => payload.kind !== 'lateCharge'))
      const last = life.debits.at(-1)
      assert.ok(last)
      const isForgiven = life.events.some(({ payload }) => payload.kind === 'remainder')
      assert.ok(isForgiven || last.reasons.some(({ code }) => code === 'closes'))
      assert.equal(quoteOn(life.ledger, last.on).total, 0)
      assert.equal(life.ledger.position.suspense, 0)
      assert.equal(life.debits.filter(({ amount }) => amount > 0).at(-1), last)
      for (const debit of life.debits) assert.ok(debit.reasons.length > 0)
    }),
    { numRuns: 40 },
  )
})

const anyOthers = (contract: LoanContract) => {
  const day = fc.nat(400).map((days) => addDays(contract.start, days + 1))
  const payment = fc.record({
    on: day,
    payload: fc
      .record({
        amount: fc.oneof(fc.constant(contract.payment), fc.integer({ min: 1, max: 90_000 })),
        extra: fc.constantFrom('principal' as const, 'installments' as const),
        isAllExtra: fc.boolean(),
      })
      .map(
        ({ amount, extra, isAllExtra }): EventPayload => ({
          kind: 'payment',
          amount: cents(amount),
          extra,
          extraAmount: isAllExtra ? cents(amount) : null,
          toCharges: ZERO_CENTS,
          paymentId: null,
          channel: 'ach',
        }),
      ),
  })
  const extension = day.map((on) => ({
    on,
    payload: { kind: 'extension', months: 1, reason: 'hardship' } as const,
  }))
  return fc.array(fc.oneof({ weight: 4, arbitrary: payment }, extension), { maxLength: 6 })
}

test('against extra payments and extensions: never late, never a debit after the payoff, and never one without a reason', () => {
  const plan = anyPlan.chain(([contract, terms]) =>
    fc.tuple(fc.constant(contract), fc.constant(terms), anyOthers(contract)),
  )
  fc.assert(
    fc.property(plan, ([contract, terms, others]) => {
      const life = live(contract, terms, others)
      assert.ok(life.events.every(({ payload }) => payload.kind !== 'lateCharge'))
      for (const debit of life.debits) {
        assert.ok(debit.reasons.length > 0)
        assert.equal(debit.amount > 0, debit.terms !== null)
      }
      const paidOff = life.ledger.steps.find(
        ({ after, event }) =>
          after.principal === 0 && quoteOn(life.ledger, event.effectiveDate).total === 0,
      )
      assert.ok(paidOff)
      const after = life.debits.filter(
        ({ on, amount }) => amount > 0 && on > paidOff.event.effectiveDate,
      )
      assert.deepEqual(after, [])
    }),
    { numRuns: 40 },
  )
})
