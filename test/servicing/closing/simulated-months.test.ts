// Three months of a small book on a moved clock; the year of 2,000 accounts is in test/long.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { judge } from '#test/support/year/judge.ts'
import { simulate } from '#test/support/year/simulate.ts'

test('three months of fifteen borrowers, each in a way of their own', async (t) => {
  const world = await simulate({ accounts: 15, months: 3 })
  t.after(() => world.database.close())
  const figures = await judge(world)
  t.diagnostic(JSON.stringify(figures))
  assert.equal(figures.closed, 2)
})
