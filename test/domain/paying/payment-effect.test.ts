// What is left after a payment: what stays late, what interest stays unpaid, what comes next.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { quoteOn } from '#src/domain/account/quote.ts'
import { date } from '#src/domain/calendar.ts'
import { cents } from '#src/domain/money.ts'
import { type AmountChoice, effectOf, termsOf } from '#src/domain/paying/loan-effect.ts'
import { storyLedger } from '#test/support/story-ledger.ts'

const today = date('2026-11-24')
const elena = storyLedger('1048264417', today)
const marcus = storyLedger('1048264425', today)

function effect(ledger: typeof elena, on: string, change: Partial<AmountChoice>) {
  const usual = { choice: 'due', amount: null, extraAmount: null, extra: 'principal' } as const
  const day = date(on)
  return effectOf(ledger, termsOf(ledger, { ...usual, ...change }, day), day)
}

test('a part of what is late leaves the rest of it late', () => {
  const after = effect(marcus, today, { choice: 'other', amount: cents(1_234) })
  assert.equal(after.pastDueAfter, 31_643)
  assert.equal(after.nextDueAfter?.due, '2026-11-14')
  assert.equal(effect(marcus, today, {}).pastDueAfter, 0)
})

test('extra for the next payment lowers it; extra to principal leaves it as it is', () => {
  const more = { choice: 'duePlusExtra', extraAmount: cents(15_000) } as const
  const next = (extra: AmountChoice['extra']) =>
    effect(elena, '2026-12-04', { ...more, extra }).nextDueAfter
  assert.deepEqual(
    [next('installments')?.amount, next('installments')?.due],
    [36_312, '2027-01-05'],
  )
  assert.deepEqual([next('principal')?.amount, next('principal')?.due], [51_312, '2027-01-05'])
})

test('interest that a payment does not reach stays unpaid, to the cent', () => {
  const on = date('2026-12-04')
  const { interest } = quoteOn(elena, on)
  const after = effect(elena, on, { choice: 'other', amount: cents(500) })
  assert.equal(after.interestAfter, interest - 500)
  assert.equal(effect(elena, on, {}).interestAfter, 0)
})
