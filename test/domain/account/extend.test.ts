import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Extension, extend, type Fact } from '#src/domain/account/extend.ts'
import { lateChargesToAssess, lateChargesToReverse } from '#src/domain/account/late-charges.ts'
import type { LoanLedger } from '#src/domain/account/ledger.ts'
import { nextReview } from '#src/domain/account/next-review.ts'
import { recordAll } from '#src/domain/account/record.ts'
import { replayLoan } from '#src/domain/account/replay.ts'
import { addDays, type CivilDate, date } from '#src/domain/calendar.ts'
import type { LoanContract } from '#src/domain/contract/loan.ts'
import { dueDate } from '#src/domain/contract/schedule.ts'
import { cents, ratePpb, ZERO_CENTS } from '#src/domain/money.ts'
import { daysPastDue, installmentsPaid } from '#src/domain/rules/installments.ts'
import { anyHistory, spanOf } from '#test/support/arbitrary-loan.ts'

const contract: LoanContract = {
  kind: 'loan',
  principal: cents(2_000_000),
  rate: ratePpb(54_900_000),
  start: date('2026-01-05'),
  firstDue: date('2026-02-05'),
  payments: 48,
  frequency: 'monthly',
  payment: cents(46_503),
  dayCount: 'actual/365',
  yearEnd: 'old',
  rounding: 'half-up',
  dailyRateDecimals: null,
  carryFractions: false,
  waterfall: ['lateCharges', 'fees', 'interest', 'principal'],
  smallRemainder: ZERO_CENTS,
  lateCharge: {
    graceDays: 10,
    percentPpb: ratePpb(50_000_000),
    minimum: ZERO_CENTS,
    maximum: null,
    citation: 'contract, clause 4',
  },
  ruleVersion: 'test',
}

const boarded: Fact = {
  effectiveDate: contract.start,
  payload: {
    kind: 'boarded',
    contract,
    opening: {
      principal: contract.principal,
      interest: ZERO_CENTS,
      lateCharges: ZERO_CENTS,
      fees: ZERO_CENTS,
      suspense: ZERO_CENTS,
      interestPaidThrough: contract.start,
      installmentsPaid: 0,
      paidTowardNext: ZERO_CENTS,
    },
  },
}

test('a late charge comes on the day after the last grace day, once, on an installment that was not paid', () => {
  const onGrace = recorded([boarded], '2026-02-15')
  assert.deepEqual(chargesOf(onGrace), [])
  const after = recorded([boarded], '2026-02-16')
  assert.deepEqual(chargesOf(after), [['2026-02-16', 1, 2_325]])
  assert.deepEqual(chargesOf(recorded([boarded], '2026-03-16')), [
    ['2026-02-16', 1, 2_325],
    ['2026-03-16', 2, 2_325],
  ])
})

test('money counts until the end of the last grace day, and not a day longer', () => {
  assert.deepEqual(chargesOf(recorded([boarded, paid('2026-02-15')], '2026-03-01')), [])
  const [charge] = chargesOf(recorded([boarded, paid('2026-02-16')], '2026-03-01'))
  assert.deepEqual(charge, ['2026-02-16', 1, 2_325])
})

test('no pyramiding: full and timely payments after one late charge bring no other, though it takes its share of them', () => {
  const facts = [boarded, paid('2026-02-20')]
  for (let number = 2; number <= 12; number += 1) facts.push(paid(dueDate(contract, number)))
  const account = recorded(facts, '2027-01-31')
  assert.deepEqual(chargesOf(account), [['2026-02-16', 1, 2_325]])
  assert.equal(account.ledger.position.lateCharges, 0)
  assert.equal(installmentsPaid(account.ledger.position), 12)
  assert.equal(daysPastDue(account.ledger.position, date('2027-01-31')), 0)
})

test('a payment that arrived in time but is recorded late takes its late charge away again', () => {
  const late = recorded([boarded], '2026-02-18')
  const cured = extend<LoanLedger>(late.events, [paid('2026-02-13')], at('2026-02-18'))
  assert.equal(cured.ledger.position.lateCharges, 0)
  assert.deepEqual(chargesOf(cured), [])
  const inTime = recorded([boarded, paid('2026-02-13')], '2026-02-18')
  assert.deepEqual(cured.ledger.position, inTime.ledger.position)
})

test('a returned payment brings the late charge that it had prevented', () => {
  const account = recorded([boarded, paid('2026-02-05')], '2026-02-16')
  assert.deepEqual(chargesOf(account), [])
  const payment = account.events[1]?.id ?? ''
  const fact: Fact = {
    effectiveDate: date('2026-02-18'),
    payload: { kind: 'reversal', of: payment, reason: 'return', code: 'R01' },
  }
  const returned = extend<LoanLedger>(account.events, [fact], at('2026-02-18'))
  assert.deepEqual(chargesOf(returned), [['2026-02-16', 1, 2_325]])
})

test('after recording, no late charge is missing and none is wrong, and the postings are those of a replay', () => {
  fc.assert(
    fc.property(anyHistory, fc.nat(90), (events, wait) => {
      const through = addDays(spanOf(events).last, wait)
      const { ledger, events: all, recorded: added } = extend<LoanLedger>(events, [], at(through))
      // Asked of the ledger that grew, then of one that nothing is kept of.
      assert.equal(nextReview(ledger), nextReview(replayLoan(all)))
      assert.deepEqual(lateChargesToAssess(ledger, through), [])
      assert.deepEqual(lateChargesToReverse(ledger), [])
      assert.deepEqual(ledger.position, replayLoan(all).position)
      const ids = new Set(added.map((entry) => entry.event.id))
      const written = recordAll(all).filter((line) => ids.has(line.recordedBy))
      assert.deepEqual(
        added.flatMap((entry) => entry.postings),
        written.map((line) => line.posting),
      )
    }),
    { numRuns: 40 },
  )
})

function recorded(facts: readonly Fact[], through: string): Extension<LoanLedger> {
  return extend<LoanLedger>([], facts, at(through))
}

let ids = 0
function at(through: string) {
  return {
    through: date(through),
    postedAt: '2041-01-01T00:00:00.000Z',
    newId: () => `x${++ids}`,
  }
}

function paid(on: string): Fact {
  const payload = {
    kind: 'payment',
    amount: contract.payment,
    extra: 'installments',
    extraAmount: null,
    toCharges: ZERO_CENTS,
    paymentId: null,
    channel: 'mail',
  } as const
  return { effectiveDate: date(on), payload }
}

function chargesOf(account: Extension<LoanLedger>): [CivilDate, number, number][] {
  return account.ledger.steps.flatMap(({ event: { effectiveDate, payload } }) =>
    payload.kind === 'lateCharge' ? [[effectiveDate, payload.installment, payload.amount]] : [],
  )
}
