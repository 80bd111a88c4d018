// What payments that are set already pay for.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { date } from '#src/domain/calendar.ts'
import { cents } from '#src/domain/money.ts'
import { type AmountChoice, termsOf } from '#src/domain/paying/loan-effect.ts'
import { coverOf, lateDespite, type Planned, repeatedBy } from '#src/domain/paying/planned.ts'
import { storyLedger } from '#test/support/story-ledger.ts'

const today = date('2026-11-24')
const elena = storyLedger('1048264417', today)
const dana = storyLedger('1048264433', today)

function planned(ledger: typeof elena, on: string, change: Partial<AmountChoice> = {}): Planned {
  const usual = { choice: 'due', amount: null, extraAmount: null, extra: 'principal' } as const
  const choice = { ...usual, ...change }
  const effective = date(on)
  return { choice: choice.choice, terms: termsOf(ledger, choice, effective), effective }
}

const other = (on: string, amount: number, ledger = elena) =>
  planned(ledger, on, { choice: 'other', amount: cents(amount) })

const how = (payment: Planned, set: readonly Planned[], ledger = elena) =>
  repeatedBy(ledger, payment, set)?.how ?? null

test('the amount due on the day after, or before, would pay the same installment again', () => {
  const third = planned(elena, '2026-12-03')
  const fourth = planned(elena, '2026-12-04')
  assert.equal(how(fourth, []), null)
  assert.equal(how(fourth, [third]), 'installment')
  assert.equal(how(third, [fourth]), 'installment')
  const more = planned(elena, '2026-12-04', { choice: 'duePlusExtra', extraAmount: cents(5_000) })
  assert.equal(how(more, [third]), 'installment')
  assert.equal(how(other('2026-12-04', 51_312), [third]), 'installment')
  assert.equal(how(third, [third]), 'sameDay')
})

test('an amount of one’s own, or money that does not reach the installment, is not asked about', () => {
  const third = planned(elena, '2026-12-03')
  assert.equal(how(other('2026-12-04', 20_000), [third]), null)
  assert.equal(how(third, [other('2026-12-01', 20_000)]), null)
  const halves = [other('2026-12-01', 20_000), other('2026-12-02', 31_312)]
  assert.equal(how(third, halves), 'installment')
  assert.equal(repeatedBy(elena, third, halves)?.of, halves[1])
})

test('beside a payoff everything is asked about, and a payoff beside everything', () => {
  const payoff = planned(elena, '2026-12-04', { choice: 'payoff' })
  assert.equal(how(other('2026-12-01', 2_500), [payoff]), 'afterPayoff')
  assert.equal(how(planned(elena, '2026-12-05', { choice: 'payoff' }), [payoff]), 'afterPayoff')
  assert.equal(how(payoff, [other('2026-12-01', 2_500)]), 'withPayoff')
})

test('what is late is covered by what pays it, and only then', () => {
  const late = other('2026-11-25', 88_698, dana)
  const again = other('2026-11-27', 88_698, dana)
  assert.equal(how(again, [late], dana), 'installment')
  const cover = coverOf(dana, [late], today)
  assert.deepEqual([cover?.installment.due, cover?.installment.amount], ['2026-10-15', 44_349])
  assert.equal(coverOf(dana, [other('2026-11-25', 44_348, dana)], today), null)
  assert.equal(coverOf(dana, [], today), null)
})

test('extra to principal covers no installment', () => {
  const extra = { choice: 'duePlusExtra', extraAmount: cents(10_000) } as const
  const set = planned(elena, '2026-12-03', extra)
  assert.equal(coverOf(elena, [set], today)?.installment.due, '2026-12-05')
  const only = {
    ...set,
    terms: { ...set.terms, amount: cents(60_000), extraAmount: cents(30_000) },
  }
  assert.equal(coverOf(elena, [only], today), null)
})

test('what is set by a day makes less late on it; what comes after it does not', () => {
  const tenth = date('2026-12-10')
  assert.equal(lateDespite(elena, [], tenth), 51_312)
  assert.equal(lateDespite(elena, [planned(elena, '2026-12-03')], tenth), 0)
  assert.equal(lateDespite(elena, [other('2026-12-03', 20_000)], tenth), 31_312)
  assert.equal(lateDespite(elena, [planned(elena, '2026-12-11')], tenth), 51_312)
  const alone = planned(elena, '2026-12-03', { choice: 'principal', amount: cents(90_000) })
  assert.equal(lateDespite(elena, [alone], tenth), 51_312)
})
