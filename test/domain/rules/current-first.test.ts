import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { cents } from '#src/domain/money.ts'
import { type Receipt, receivedCurrentFirst } from '#src/domain/rules/current-first.ts'

const payment = cents(100)

function received(receipts: readonly (readonly [number, number])[], count = 4) {
  const given = receipts.map(([current, amount]): Receipt => ({ current, amount: cents(amount) }))
  return receivedCurrentFirst(given, { count, payment })
}

test('the current installment first, then older ones, then those to come', () => {
  assert.deepEqual(received([[2, 100]]), [0, 100, 0, 0])
  assert.deepEqual(received([[2, 130]]), [30, 100, 0, 0])
  assert.deepEqual(received([[3, 350]]), [100, 100, 100, 50])
  assert.deepEqual(received([[0, 150]]), [100, 50, 0, 0])
  assert.deepEqual(
    received([
      [1, 40],
      [2, 100],
      [3, 60],
      [4, 200],
    ]),
    [100, 100, 100, 100],
  )
})

test('no cent is lost while an installment has room for it, none has more than its amount', () => {
  const receipt = fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 400 }))
  fc.assert(
    fc.property(fc.array(receipt, { maxLength: 12 }), (receipts) => {
      const rows = received(receipts, 8)
      const came = receipts.reduce((sum, [, amount]) => sum + amount, 0)
      assert.equal(
        rows.reduce<number>((sum, row) => sum + row, 0),
        Math.min(came, 800),
      )
      for (const row of rows) assert.ok(row >= 0 && row <= 100)
    }),
  )
})

/** Cent by cent, as the rule is written. */
function centByCent(receipts: readonly Receipt[], count: number): number[] {
  const rows: number[] = Array.from({ length: count }, () => 0)
  for (const { current, amount } of receipts) {
    const others = rows.map((_, index) => index).filter((index) => index !== current - 1)
    const order = current > 0 ? [Math.min(current, count) - 1, ...others] : others
    for (let cent = 0; cent < amount; cent += 1) {
      const index = order.find((each) => (rows[each] ?? payment) < payment)
      if (index !== undefined) rows[index] = (rows[index] ?? 0) + 1
    }
  }
  return rows
}

test('each cent goes where the rule says', () => {
  const receipt = fc.record({
    current: fc.integer({ min: 0, max: 8 }),
    amount: fc.integer({ min: 0, max: 250 }).map(cents),
  })
  fc.assert(
    fc.property(
      fc.array(receipt, { maxLength: 9 }),
      fc.constantFrom(1, 3, 6),
      (receipts, count) => {
        const rows = receivedCurrentFirst(receipts, { count, payment })
        assert.deepEqual(rows, centByCent(receipts, count))
      },
    ),
  )
})
