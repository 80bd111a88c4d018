// Worked by hand: 10,000.00 at 3.65 % on actual/365 costs exactly 1.00 a day.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newContractOpening } from '#src/domain/account/boarding.ts'
import type { EventPayload } from '#src/domain/account/event.ts'
import { extend, type Fact } from '#src/domain/account/extend.ts'
import { type LoanLedger, postingsOf } from '#src/domain/account/ledger.ts'
import { positionOn } from '#src/domain/account/replay.ts'
import { date } from '#src/domain/calendar.ts'
import type { LoanContract } from '#src/domain/contract/loan.ts'
import { dueDate } from '#src/domain/contract/schedule.ts'
import { debitBalance } from '#src/domain/ledger/posting.ts'
import { cents, ratePpb, ZERO_CENTS } from '#src/domain/money.ts'
import { amountDue, daysPastDue, nextInstallment } from '#src/domain/rules/installments.ts'
import { payoffOn } from '#src/domain/rules/payoff.ts'
import { isPaidInFull } from '#src/domain/rules/position.ts'

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
  smallRemainder: cents(175),
  lateCharge: {
    graceDays: 10,
    percentPpb: ratePpb(50_000_000),
    minimum: ZERO_CENTS,
    maximum: null,
    citation: 'clause 4',
  },
  ruleVersion: 'standard',
}

function history(through: string, facts: readonly [day: string, payload: EventPayload][]) {
  const opening = newContractOpening(contract)
  const boarded: Fact = {
    effectiveDate: contract.start,
    payload: { kind: 'boarded', contract, opening },
  }
  let id = 0
  const at = {
    through: date(through),
    postedAt: '2027-01-01T00:00:00.000Z',
    newId: () => `e${++id}`,
  }
  const rest = facts.map(([day, payload]): Fact => ({ effectiveDate: date(day), payload }))
  return extend<LoanLedger>([], [boarded, ...rest], at)
}

function paid(amount: number): EventPayload {
  return {
    kind: 'payment',
    amount: cents(amount),
    extra: 'principal',
    extraAmount: null,
    toCharges: ZERO_CENTS,
    paymentId: null,
    channel: 'ach',
  }
}

const lost: EventPayload = { kind: 'chargeOff', reason: '120 days past due' }

function balance(ledger: LoanLedger, name: Parameters<typeof debitBalance>[1]): number {
  return debitBalance(postingsOf(ledger), name)
}

test('a charged-off account owes what it owed, costs nothing more, and is in no installment', () => {
  // 1,000,000 + 40 days of 1.00 + the charge of 2026-02-12 (42.50).
  const { ledger } = history('2026-02-12', [['2026-02-10', lost]])
  const on = date('2026-12-31')
  const position = positionOn(ledger, on)
  assert.equal(position.chargedOff, 1_004_000)
  assert.equal(payoffOn(position, { on, lateChargesToCome: ZERO_CENTS }).total, 1_004_000)
  assert.equal(amountDue(position, on).total, 1_004_000)
  assert.equal(nextInstallment(position, on), null)
  assert.equal(daysPastDue(position, on), 0)
  assert.equal(isPaidInFull(position, on), false)
  assert.deepEqual(
    [balance(ledger, 'chargeOff'), balance(ledger, 'principal'), balance(ledger, 'interestIncome')],
    [1_004_000, 0, -4_000],
  )
})

test('what comes in afterwards is recovered, and what is too much is held', () => {
  const sale = {
    kind: 'proceeds',
    amount: cents(620_000),
    expenses: cents(100_000),
    source: 'repossessionSale',
  } as const
  const { ledger } = history('2026-07-01', [
    ['2026-02-10', lost],
    ['2026-05-04', sale],
    ['2026-06-01', paid(500_000)],
  ])
  const splits = ledger.steps.flatMap(({ split }) => (split ? [split] : []))
  assert.deepEqual(
    splits.map(({ recovered, suspense, principal }) => [recovered, suspense, principal]),
    [
      [520_000, 0, 0],
      [484_000, 16_000, 0],
    ],
  )
  assert.equal(ledger.position.chargedOff, 0)
  assert.equal(isPaidInFull(ledger.position, date('2026-07-01')), true)
  assert.equal(balance(ledger, 'recovery'), -1_004_000)
  assert.equal(balance(ledger, 'cash'), 1_020_000)
})

test('the sale of the vehicle lowers a debt that is not charged off and pays no installment', () => {
  const sale = {
    kind: 'proceeds',
    amount: cents(300_000),
    expenses: cents(50_000),
    source: 'insurance',
  } as const
  const { ledger } = history('2026-01-31', [['2026-01-31', sale]])
  // 30 days of 1.00 first, then principal.
  assert.equal(ledger.position.principal, 1_000_000 - (250_000 - 3_000))
  assert.equal(nextInstallment(ledger.position, date('2026-01-31'))?.number, 1)
})

test('an extension moves what is unpaid, keeps the charge that was owed, and interest runs on', () => {
  const granted = { kind: 'extension', months: 2, reason: 'asked for' } as const
  const { ledger } = history('2026-04-30', [
    ['2026-02-01', paid(85_000)],
    ['2026-03-15', granted],
  ])
  const { position } = ledger
  const next = nextInstallment(position, date('2026-04-30'))
  assert.deepEqual([next?.number, next?.due], [2, '2026-05-01'])
  assert.equal(dueDate(position.contract, 12), '2027-03-01')
  assert.equal(dueDate(ledger.contract, 12), '2027-01-01')
  assert.equal(daysPastDue(position, date('2026-04-30')), 0)
  // Installment 2 was unpaid on 2026-03-11, before the extension; no other charge follows.
  assert.deepEqual(position.lateCharged, [2])
  assert.equal(position.lateCharges, 4_250)
})

test('a charge that falls on the day of an extension holds, whatever was recorded first', () => {
  const granted = { kind: 'extension', months: 1, reason: 'asked for' } as const
  const at = { postedAt: '2027-01-02T00:00:00.000Z', newId: () => 'later' }
  const early = history('2026-02-12', [['2026-02-12', granted]])
  const again = extend<LoanLedger>(early.events, [], { ...at, through: date('2026-03-20') })
  assert.deepEqual(again.ledger.position.lateCharged, [1])
  assert.equal(again.recorded.length, 0)
})

test('a remainder up to the limit is forgiven with the payment that leaves it', () => {
  // 1,000,000 + 30 days of 1.00 on 2026-01-31.
  const close = (amount: number) => history('2026-01-31', [['2026-01-31', paid(amount)]])
  assert.equal(close(1_003_000 - 176).ledger.position.principal, 176)
  const { ledger, events, recorded } = close(1_003_000 - 175)
  assert.equal(recorded.at(-1)?.event.payload.kind, 'remainder')
  assert.equal(ledger.position.principal, 0)
  assert.equal(balance(ledger, 'writeOff'), 175)
  assert.equal(isPaidInFull(ledger.position, date('2026-01-31')), true)
  const payment = events.find((event) => event.payload.kind === 'payment')
  const back = { kind: 'reversal', of: payment?.id ?? '', reason: 'return', code: 'R01' } as const
  let id = 0
  const returned = extend<LoanLedger>(
    events,
    [{ effectiveDate: date('2026-01-31'), payload: back }],
    {
      through: date('2026-01-31'),
      postedAt: '2027-01-02T00:00:00.000Z',
      newId: () => `r${++id}`,
    },
  )
  assert.equal(returned.ledger.position.principal, 1_000_000)
  assert.equal(balance(returned.ledger, 'writeOff'), 0)
})
