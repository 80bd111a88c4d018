// A few kills of the process that prints statements, one with its server; the ten thousand are in
// test/long.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { judgePrinted } from '#test/support/kills/judge-printed.ts'
import { printedRuns } from '#test/support/kills/printed-runs.ts'

test('killed five times, once with its server: each account has one statement, whole', async (t) => {
  const world = await printedRuns({ accounts: 40, kills: 5, longestMs: 1_200 })
  t.after(world.remove)
  const figures = await judgePrinted(world)
  t.diagnostic(JSON.stringify(figures))
  assert.equal(figures.statements, 40)
})
