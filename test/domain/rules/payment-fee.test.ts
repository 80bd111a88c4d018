import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cents } from '#src/domain/money.ts'
import { feeAmount, feeMoves, paymentFee } from '#src/domain/rules/payment-fee.ts'

const card = { amount: cents(250), citation: 'Contract clause 8' }

test('a way of paying has the fee the file gives it, and none where the file gives none', () => {
  assert.equal(paymentFee({}, 'card'), null)
  assert.equal(paymentFee({}, 'ach'), null)
  assert.deepEqual(paymentFee({ card }, 'card'), card)
  assert.equal(paymentFee({ card }, 'ach'), null)
  assert.equal(feeAmount(paymentFee({ card }, 'card')), 250)
  assert.equal(feeAmount(paymentFee({ card }, 'ach')), 0)
})

test('a fee is income of its own and moves nothing that an account owes', () => {
  assert.deepEqual(feeMoves({ fee: card }), [
    { debit: 'cash', credit: 'paymentFeeIncome', amount: 250 },
  ])
  assert.deepEqual(feeMoves({}), [])
})
