import assert from 'node:assert/strict'
import { test } from 'node:test'
import { notSentReason, sourceProblem } from '#src/domain/account/sending.ts'
import { cents } from '#src/domain/money.ts'

const verified = { state: 'verified', isRemoved: false } as const
const asked = {
  status: 'open',
  isFiled: false,
  source: verified,
  amount: cents(38_190),
  onItsWay: 0,
  owed: cents(2_000_301),
} as const

test('an open account, a verified bank account, an amount that is owed: it goes', () => {
  assert.equal(notSentReason(asked), null)
})

test('what was right when it was set need not be at the cutoff', () => {
  assert.equal(notSentReason({ ...asked, status: 'closed' }), 'accountClosed')
  assert.equal(notSentReason({ ...asked, isFiled: true }), 'historyEnds')
  for (const state of ['unverified', 'checking', 'failed'] as const)
    assert.equal(sourceProblem({ state, isRemoved: false }), 'bankAccountNotVerified')
  assert.equal(sourceProblem({ state: 'stopped', isRemoved: false }), 'bankAccountStopped')
  assert.equal(sourceProblem({ ...verified, isRemoved: true }), 'bankAccountRemoved')
})

test('no more is taken than is owed on the day it counts, with what is on its way', () => {
  const all = { ...asked, amount: cents(2_000_301) }
  assert.equal(notSentReason(all), null)
  assert.equal(notSentReason({ ...all, amount: cents(2_000_302) }), 'amountAboveOwed')
  assert.equal(notSentReason({ ...all, onItsWay: 1 }), 'amountAboveOwed')
})
