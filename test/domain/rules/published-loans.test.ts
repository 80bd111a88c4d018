import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { AccountEvent, EventPayload } from '#src/domain/account/event.ts'
import { positionOn, replayLoan } from '#src/domain/account/replay.ts'
import { type CivilDate, date, partsOf } from '#src/domain/calendar.ts'
import type { LoanContract } from '#src/domain/contract/loan.ts'
import { dueDate } from '#src/domain/contract/schedule.ts'
import { toDecimal } from '#src/domain/fraction.ts'
import {
  type Cents,
  cents,
  parseDollars,
  parsePercent,
  plus,
  sum,
  toDollars,
  ZERO_CENTS,
} from '#src/domain/money.ts'
import { payoffOn } from '#src/domain/rules/payoff.ts'
import { interestDue, interestExactly } from '#src/domain/rules/position.ts'
import payoffs from '#test/data/payoffs.json' with { type: 'json' }
import loans from '#test/data/simple-interest-loans.json' with { type: 'json' }
import { event } from '#test/support/arbitrary-loan.ts'

const money = (text: string) => parseDollars(text) ?? assert.fail(text)
const rate = (text: string) => parsePercent(text) ?? assert.fail(text)

const plain = {
  kind: 'loan',
  dayCount: 'actual/365',
  yearEnd: 'old',
  rounding: 'half-up',
  dailyRateDecimals: null,
  carryFractions: false,
  frequency: 'monthly',
  waterfall: ['interest', 'principal', 'lateCharges', 'fees'],
  smallRemainder: ZERO_CENTS,
  lateCharge: null,
  ruleVersion: 'test',
} as const

test('skipped summers: unpaid interest waits beside an unchanged balance and is recovered, exactly as published', () => {
  const example = published('sce-skip-summer-us-rule')
  assert.ok(example.payment && example.skippedMonths)
  const contract = contractOf(example, money(example.payment))
  const events = [boarded(contract)]
  for (let number = 1; number <= example.slots; number += 1) {
    const due = dueDate(contract, number)
    const skipped = example.skippedMonths.includes(partsOf(due).month)
    if (!skipped) events.push(paid(events.length + 1, due, contract.payment))
  }
  const ledger = replayLoan(events)
  for (const row of example.rows) {
    const on = date(row.on)
    const after = positionOn(ledger, on)
    if ('unpaidInterest' in row && row.unpaidInterest) {
      const exact = interestExactly(after, on)
      assert.equal(toDecimal({ n: exact.n, d: exact.d * 100n }, 4), row.unpaidInterest, row.on)
    }
    if (row.number < example.slots) assert.equal(toDollars(after.principal), row.after, row.on)
    const split = ledger.steps.find((step) => step.event.effectiveDate === on)?.split
    if (row.interest) assert.equal(toDollars(split?.interest ?? ZERO_CENTS), row.interest, row.on)
  }
  // The engine lets the last payment overrun by 0.23; here that stays in suspense instead of below
  // zero.
  assert.deepEqual([ledger.position.principal, ledger.position.suspense], [0, 23])
  for (const year of example.years ?? []) {
    const steps = ledger.steps.filter((step) =>
      step.event.effectiveDate.startsWith(`${year.year}-`),
    )
    const interest = sum(steps.map((step) => step.split?.interest ?? ZERO_CENTS))
    assert.equal(toDollars(interest), year.interest, String(year.year))
  }
})

test('level payments on their due dates, as a compliance engine prints them', () => {
  const example = published('sce-equal-us-rule')
  assert.ok(example.payment)
  const contract = contractOf(example, money(example.payment))
  const events = [boarded(contract)]
  for (let number = 1; number <= example.slots; number += 1)
    events.push(paid(number + 1, dueDate(contract, number), contract.payment))
  const ledger = replayLoan(events)
  for (const row of example.rows) {
    assert.equal(toDollars(positionOn(ledger, date(row.on)).principal), row.after, row.on)
  }
  // Its last payment leaves three cents; a payoff that day closes them.
  const lastDue = dueDate(contract, example.slots)
  const rest = payoffOn(ledger.position, { on: lastDue, lateChargesToCome: ZERO_CENTS })
  assert.equal(rest.total, 3)
})

test('fixed principal plus interest', () => {
  const example = published('sce-fixed-principal-us-rule')
  const each = money(example.principalPerPayment ?? '')
  const contract = contractOf(example, each)
  const events = [boarded(contract)]
  for (let number = 1; number < example.slots; number += 1) {
    const due = dueDate(contract, number)
    const interest = interestDue(positionOn(replayLoan(events), due), due)
    events.push(paid(number + 1, due, plus(interest, each)))
  }
  const ledger = replayLoan(events)
  for (const row of example.rows.filter((r) => r.number < example.slots)) {
    const split = ledger.steps[row.number]?.split
    assert.equal(toDollars(split?.interest ?? ZERO_CENTS), row.interest, row.on)
    assert.equal(toDollars(positionOn(ledger, date(row.on)).principal), row.after, row.on)
  }
  const last = dueDate(contract, example.slots)
  const closing = payoffOn(ledger.position, { on: last, lateChargesToCome: ZERO_CENTS })
  assert.deepEqual([toDollars(closing.interest), toDollars(closing.total)], ['45.35', '8945.35'])
})

test('published payoff amounts', () => {
  for (const example of payoffs.cases) {
    const contract: LoanContract = {
      ...plain,
      dayCount: '30/360',
      rounding: 'half-even',
      principal: money('100.00'),
      rate: rate('7'),
      start: date('2024-01-01'),
      firstDue: date('2024-02-01'),
      payments: 6,
      payment: money('17.01'),
    }
    const payments = example.payments.map((payment, index) =>
      paid(index + 2, date(payment.on), money(payment.amount)),
    )
    const ledger = replayLoan([boarded(contract), ...payments])
    const on = date(example.payoffOn)
    const payoff = payoffOn(positionOn(ledger, on), { on, lateChargesToCome: ZERO_CENTS })
    const off = payoff.total - money(example.total)
    assert.ok(Math.abs(off) <= (example.byTheDay ? 0 : 1), `${example.id}: ${off} cents`)
    if (!example.byTheDay) continue
    assert.equal(payoff.principal, money(example.principal))
    assert.equal(payoff.interest, money(example.interest))
  }
})

function published(id: string) {
  return loans.cases.find((entry) => entry.id === id) ?? assert.fail(id)
}

function contractOf(
  example: { principal: string; rate: string; start: string; firstDue: string; slots: number },
  payment: Cents,
): LoanContract {
  return {
    ...plain,
    principal: money(example.principal),
    rate: rate(example.rate),
    start: date(example.start),
    firstDue: date(example.firstDue),
    payments: example.slots,
    payment,
  }
}

function boarded(contract: LoanContract): AccountEvent {
  const opening = {
    principal: contract.principal,
    interest: ZERO_CENTS,
    lateCharges: ZERO_CENTS,
    fees: ZERO_CENTS,
    suspense: ZERO_CENTS,
    interestPaidThrough: contract.start,
    installmentsPaid: 0,
    paidTowardNext: cents(0),
  }
  return event(1, contract.start, { kind: 'boarded', contract, opening })
}

function paid(seq: number, on: CivilDate, amount: Cents): AccountEvent {
  const payload: EventPayload = {
    kind: 'payment',
    amount,
    extra: 'installments',
    extraAmount: null,
    toCharges: ZERO_CENTS,
    paymentId: null,
    channel: 'mail',
  }
  return event(seq, on, payload)
}
