import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { AccountEvent } from '#src/domain/account/event.ts'
import { type Extension, extend } from '#src/domain/account/extend.ts'
import { type LoanLedger, postingsOf } from '#src/domain/account/ledger.ts'
import { explainQuote, quoteOn } from '#src/domain/account/quote.ts'
import { positionOn } from '#src/domain/account/replay.ts'
import { addDays, type CivilDate } from '#src/domain/calendar.ts'
import { compare, fraction, toDecimal } from '#src/domain/fraction.ts'
import { debitBalance } from '#src/domain/ledger/posting.ts'
import { type Cents, cents, ZERO_CENTS } from '#src/domain/money.ts'
import { interestDue, interestExactly } from '#src/domain/rules/position.ts'
import { anyHistory, spanOf } from '#test/support/arbitrary-loan.ts'

/**
 * A history with its late charges settled, as recording leaves it, and a day on or after the last
 * fact.
 */
const anyCase = fc.tuple(anyHistory, fc.nat(60)).map(([history, wait]) => {
  const facts = withoutHandmadeLateCharges(history)
  const lastFact = addDays(spanOf(facts).last, -40)
  const { events, ledger } = settled(facts, lastFact)
  return { events, ledger, on: addDays(lastFact, wait) }
})

test('paying the payoff quote on its day leaves exactly 0.00 in every bucket', () => {
  fc.assert(
    fc.property(anyCase, ({ events, ledger, on }) => {
      const quote = quoteOn(ledger, on)
      if (quote.total === 0) return
      const paid = pay(events, quote.total, on)
      const after = positionOn(paid, on)
      if (holdsCredit(paid, on)) return
      const { principal, lateCharges, fees, suspense, interestReceivable } = after
      const interest = interestDue(after, on)
      assert.deepEqual(
        { principal, interest, lateCharges, fees, suspense, interestReceivable },
        { principal: 0, interest: 0, lateCharges: 0, fees: 0, suspense: 0, interestReceivable: 0 },
      )
      assert.equal(quoteOn(paid, addDays(on, 400)).total, 0)
    }),
    { numRuns: 150 },
  )
})

test('forgiving the interest of the day and paying the rest leaves 0.00 on the books as well', () => {
  fc.assert(
    fc.property(anyCase, ({ events, ledger, on }) => {
      const { interest } = quoteOn(ledger, on)
      if (interest === 0) return
      const amount = cents(-interest)
      const payload = { kind: 'adjustment', bucket: 'interest', amount, reason: 'agreed' } as const
      const at = { through: on, postedAt: '2041-01-01T00:00:00.000Z', newId: counting() }
      const forgiven = extend<LoanLedger>(events, [{ effectiveDate: on, payload }], at)
      const { total } = quoteOn(forgiven.ledger, on)
      if (total === 0) return
      const paid = pay(forgiven.events, total, on)
      assert.equal(debitBalance(postingsOf(paid), 'interestReceivable'), 0)
      assert.equal(debitBalance(postingsOf(paid), 'principal'), 0)
    }),
    { numRuns: 40 },
  )
})

test('one cent less than the quote leaves one cent owed or forgiven, one more is held aside', () => {
  fc.assert(
    fc.property(anyCase, ({ events, ledger, on }) => {
      const { total } = quoteOn(ledger, on)
      if (total < 2) return
      const isForgiven =
        ledger.contract.smallRemainder > 0 && positionOn(ledger, on).chargedOff === null
      const left = isForgiven ? 0 : 1
      assert.equal(quoteOn(pay(events, cents(total - 1), on), on).total, left)
      const over = positionOn(pay(events, cents(total + 1), on), on)
      assert.deepEqual([over.principal, over.suspense], [0, 1])
    }),
    { numRuns: 60 },
  )
})

test('a total of nothing means that the money held aside covers all that is owed', () => {
  fc.assert(
    fc.property(anyCase, ({ ledger, on }) => {
      const { total, unapplied, ...owed } = quoteOn(ledger, on)
      const { principal, interest, lateCharges, fees, chargedOff, lateChargesToCome } = owed
      const inAll = principal + interest + lateCharges + fees + chargedOff + lateChargesToCome
      assert.equal(total, Math.max(0, inAll - unapplied))
    }),
    { numRuns: 60 },
  )
})

test('tomorrow costs one per diem more than today, within a cent', () => {
  fc.assert(
    fc.property(anyCase, ({ ledger, on }) => {
      const { dayCount } = ledger.contract
      // A month of 30 days or a divisor for the whole period makes single nights unequal by design.
      if (dayCount === '30/360' || dayCount === 'actual/366-feb29') return
      const [today, tomorrow] = [quoteOn(ledger, on), quoteOn(ledger, addDays(on, 1))]
      if (today.total === 0 || holdsCredit(ledger, on)) return
      const charges = tomorrow.lateChargesToCome - today.lateChargesToCome
      const more = tomorrow.total - today.total - charges
      const off = Math.abs(more - Number(toDecimal(today.perDiem, 9)))
      assert.ok(off <= 1, `${more} cents more, per diem ${toDecimal(today.perDiem, 6)}`)
    }),
    { numRuns: 120 },
  )
})

test('the explanation of a quote adds up to its total', () => {
  fc.assert(
    fc.property(anyCase, ({ ledger, on }) => {
      const working = explainQuote(ledger, on)
      const parts = (working.parts ?? []).reduce((total, part) => total + (part.amount ?? 0), 0)
      assert.equal(working.amount, Math.max(0, parts))
      assert.equal(working.amount, quoteOn(ledger, on).total)
    }),
    { numRuns: 60 },
  )
})

test('the exact interest shown under the quote is what its rounded line was made of', () => {
  fc.assert(
    fc.property(anyCase, ({ ledger, on }) => {
      const interest = explainQuote(ledger, on).parts?.find((part) => part.label === 'interest')
      const exact = interest?.inputs.find((input) => input.name === 'exact')
      assert.ok(interest && exact?.name === 'exact')
      const shown = fraction(BigInt(exact.dollars.replace('.', '')), 10_000n)
      const cut = ledger.contract.rounding === 'cut'
      const off = Number(toDecimal(shown, 6)) - (interest.amount ?? 0)
      assert.ok(off < 0 ? off > -0.51 || interest.amount === 0 : off <= (cut ? 1.01 : 0.51))
    }),
    { numRuns: 60 },
  )
})

/**
 * Whether more interest was forgiven than was owed: the nights to come use that up before anything
 * is due.
 */
function holdsCredit(ledger: LoanLedger, on: CivilDate): boolean {
  return compare(interestExactly(positionOn(ledger, on), on), fraction(-1n)) <= 0
}

/** Late charges come only from `extend` here, each on its day. */
function withoutHandmadeLateCharges(events: readonly AccountEvent[]): AccountEvent[] {
  const charges = events.filter((e) => e.payload.kind === 'lateCharge').map((e) => e.id)
  return events
    .filter(({ id, payload }) => {
      const undoes = payload.kind === 'reversal' && charges.includes(payload.of)
      return !undoes && !charges.includes(id)
    })
    .map((e, index) => ({ ...e, seq: index + 1 }))
}

/** Facts with the late charges that follow from them by the end of `through`. */
function settled(facts: readonly AccountEvent[], through: CivilDate): Extension<LoanLedger> {
  return extend<LoanLedger>(facts, [], {
    through,
    postedAt: '2041-01-01T00:00:00.000Z',
    newId: counting(),
  })
}

/** Late charges settle first, then the money counts; only a forgiven remainder may follow. */
function pay(events: readonly AccountEvent[], amount: Cents, on: CivilDate): LoanLedger {
  const charged = settled(events, on)
  const payload = {
    kind: 'payment',
    amount,
    extra: 'principal',
    extraAmount: null,
    toCharges: ZERO_CENTS,
    paymentId: null,
    channel: 'ach',
  } as const
  const at = { through: on, postedAt: '2041-01-02T00:00:00.000Z', newId: counting() }
  const { recorded, ledger } = extend<LoanLedger>(
    charged.events,
    [{ effectiveDate: on, payload }],
    at,
  )
  const followed = recorded.slice(1).map(({ event }) => event.payload.kind)
  assert.ok(followed.every((kind) => kind === 'remainder'))
  return ledger
}

let ids = 0
function counting(): () => string {
  return () => `s${++ids}`
}
