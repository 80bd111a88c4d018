import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  isToCome,
  type PaymentFate,
  paymentStanding,
} from '#src/domain/account/payment-standing.ts'
import { date } from '#src/domain/calendar.ts'

const fate = (change: Partial<PaymentFate>): PaymentFate => ({
  state: 'sent',
  stateReason: null,
  postedEventId: null,
  attempts: 1,
  cleared: date('2026-12-14'),
  ...change,
})

const on = (day: string, change: Partial<PaymentFate>) => paymentStanding(fate(change), date(day))

test('what counts is returnable until the waiting time is over, and then cleared, never final', () => {
  const posted = { postedEventId: '1' }
  assert.equal(on('2026-12-13', posted), 'returnable')
  assert.equal(on('2026-12-14', posted), 'cleared')
  assert.equal(on('2027-12-14', posted), 'cleared')
})

test('what was sent and does not count yet is on its way; after a return it is tried again', () => {
  assert.equal(on('2026-12-05', {}), 'onItsWay')
  assert.equal(on('2026-12-05', { stateReason: 'R01' }), 'retrying')
  assert.equal(on('2026-12-05', { attempts: 2 }), 'retrying')
  assert.equal(on('2026-12-05', { attempts: 2, postedEventId: '1' }), 'returnable')
})

test('every other state says itself, whatever day it is', () => {
  for (const state of ['scheduled', 'canceled', 'notSent', 'returned'] as const)
    assert.equal(on('2027-01-01', { state }), state)
})

test('money is to come while it is set or with the bank, and no longer once it counts', () => {
  assert.equal(isToCome(fate({ state: 'scheduled' })), true)
  assert.equal(isToCome(fate({})), true)
  assert.equal(isToCome(fate({ postedEventId: '1' })), false)
  for (const state of ['canceled', 'notSent', 'returned'] as const)
    assert.equal(isToCome(fate({ state })), false)
})
