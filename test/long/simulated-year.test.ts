// A year of 2,000 accounts of mixed behavior on a moved clock: early, late, partial, over, returned
// and re-presented, unauthorized, canceled, paid off, never paid.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { judge } from '#test/support/year/judge.ts'
import { simulate } from '#test/support/year/simulate.ts'

test('a year of 2,000 borrowers: every cent is where it belongs', async (t) => {
  const world = await simulate({ accounts: 2_000, months: 12 })
  t.after(() => world.database.close())
  const figures = await judge(world)
  t.diagnostic(JSON.stringify(figures))
  // Two of the fifteen ways to pay end with nothing owed.
  assert.equal(figures.closed, 2 * Math.floor(2_000 / 15))
})
