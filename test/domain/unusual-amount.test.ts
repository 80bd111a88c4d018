import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cents } from '#src/domain/money.ts'
import { unusualAmount } from '#src/domain/unusual-amount.ts'

const due = [cents(51_312), cents(0)]
const asked = (amount: number) => unusualAmount(cents(amount), { due, monthly: cents(51_312) })

test('exactly ten or a hundred times what is due is a decimal point too far right', () => {
  assert.deepEqual(asked(513_120), { how: 'tenTimes', usual: 51_312 })
  assert.deepEqual(asked(5_131_200), { how: 'hundredTimes', usual: 51_312 })
})

test('more than three monthly payments is much, three is not', () => {
  assert.equal(asked(153_936), null)
  assert.deepEqual(asked(153_937), { how: 'large', usual: 51_312 })
})

test('all that is due is not too much, however late it is', () => {
  const late = { due: [cents(500_000)], monthly: cents(51_312) }
  assert.equal(unusualAmount(cents(500_000), late), null)
})

test('nothing due and no monthly payment: there is nothing to compare with', () => {
  const nothing = { due: [cents(0)], monthly: cents(0) }
  assert.equal(unusualAmount(cents(1_000_000), nothing), null)
})
