import assert from 'node:assert/strict'
import { test } from 'node:test'
import { positionOn, replayLoan } from '#src/domain/account/replay.ts'
import type { AutopayTerms } from '#src/domain/autopay/autopay-terms.ts'
import { debitDays } from '#src/domain/autopay/debit-days.ts'
import { leftOut, nextDebits, type SetPayment } from '#src/domain/autopay/next-debits.ts'
import { date } from '#src/domain/calendar.ts'
import type { LoanContract } from '#src/domain/contract/loan.ts'
import { cents, ZERO_CENTS } from '#src/domain/money.ts'
import { BOARDING } from '#test/support/stored-account.ts'

// 20,000.00 at 5.49 % over 60 months from 2026-01-15, 381.90 due on the 15th from 2026-02-15.
const event = {
  id: 'boarding',
  seq: 1,
  effectiveDate: date('2026-01-15'),
  postedAt: '2026-01-15T12:00:00.000Z',
  payload: BOARDING,
}
const ledger = replayLoan([event])
const contract = ledger.contract as LoanContract
const terms: AutopayTerms = {
  amount: { kind: 'installment' },
  day: { kind: 'dueDate' },
  charges: 'notTaken',
  begins: date('2026-01-15'),
  ends: null,
}

function foreseen(change: Partial<AutopayTerms> = {}, planned: SetPayment[] = [], count = 3) {
  return nextDebits(
    ledger,
    { ...terms, ...change },
    {
      from: date('2026-01-20'),
      count,
      planned,
      decided: new Set(),
      partialPayments: 'reduce',
    },
  )
}

function brief(change: Partial<AutopayTerms> = {}, planned: SetPayment[] = []) {
  return foreseen(change, planned).map(({ on, amount, reasons }) => [
    on,
    amount,
    ...reasons.map(({ code }) => code),
  ])
}

const set = (on: string, amount: number, extraAmount = 0): SetPayment => ({
  id: on,
  autopayDay: null,
  effective: date(on),
  terms: {
    amount: cents(amount),
    extra: 'principal',
    extraAmount: cents(extraAmount),
    toCharges: ZERO_CENTS,
  },
})

test('the next three debits are the installments on their due dates', () => {
  assert.deepEqual(brief(), [
    ['2026-02-15', 38_190, 'installment'],
    ['2026-03-15', 38_190, 'installment'],
    ['2026-04-15', 38_190, 'installment'],
  ])
})

test('a payment that is scheduled covers an installment, or makes its debit smaller', () => {
  assert.deepEqual(brief({}, [set('2026-02-10', 38_190), set('2026-03-01', 10_000)]), [
    ['2026-02-15', 0, 'covered'],
    ['2026-03-15', 28_190, 'installment', 'reduced'],
    ['2026-04-15', 38_190, 'installment'],
  ])
})

test('extra to principal alone leaves the next debit as it is', () => {
  assert.deepEqual(brief({}, [set('2026-02-10', 10_000, 10_000)])[0], [
    '2026-02-15',
    38_190,
    'installment',
  ])
})

test('paydays divide the installment and cover it by its due date', () => {
  assert.deepEqual(brief({ day: { kind: 'twiceAMonth', days: [1, 20] } }), [
    ['2026-01-20', 19_095, 'installment', 'part'],
    ['2026-02-01', 19_095, 'installment', 'part'],
    ['2026-02-20', 19_095, 'installment', 'part'],
  ])
  const fridays = debitDays({ kind: 'everyTwoWeeks', anchor: date('2026-01-02') }, contract, 2)
  assert.deepEqual(fridays, ['2026-02-27', '2026-03-13'])
})

test('a day of the month is the last one on or before the due date', () => {
  assert.deepEqual(debitDays({ kind: 'dayOfMonth', day: 10 }, contract, 1), ['2026-02-10'])
  assert.deepEqual(debitDays({ kind: 'dayOfMonth', day: 30 }, contract, 2), ['2026-02-28'])
})

test('extra and fixed amounts lower principal beside the installment', () => {
  const extra = { kind: 'plusExtra', extra: cents(5_000) } as const
  assert.deepEqual(brief({ amount: extra })[0], ['2026-02-15', 43_190, 'installment', 'extra'])
  const fixed = { kind: 'fixed', amount: cents(40_000) } as const
  const first = brief({ amount: fixed })[0]
  assert.deepEqual(first, ['2026-02-15', 40_000, 'installment', 'fixed', 'extra'])
})

test('the last debit is listed at its true amount, and none after it', () => {
  const all = foreseen({}, [], 100)
  assert.equal(all.length, 60)
  const last = all.at(-1)
  assert.ok(last?.reasons.some(({ code }) => code === 'closes'))
  assert.notEqual(last?.amount, contract.payment)
})

test('an installment due before the first day that a debit can count is named', () => {
  const early = foreseen({ day: { kind: 'daysBefore', days: 10 } })
  assert.equal(
    leftOut(ledger, early[0] ?? assert.fail(), { from: date('2026-01-20'), planned: [] }),
    null,
  )
  const later = nextDebits(
    ledger,
    { ...terms, day: { kind: 'daysBefore', days: 10 } },
    {
      from: date('2026-02-06'),
      count: 1,
      planned: [],
      decided: new Set(),
      partialPayments: 'reduce',
    },
  )
  const missed = leftOut(ledger, later[0] ?? assert.fail(), {
    from: date('2026-02-06'),
    planned: [],
  })
  assert.equal(missed?.due, '2026-02-15')
  assert.equal(positionOn(ledger, date('2026-02-06')).counted, 0)
})
