// Ten thousand statements, printed while their process and its server are killed at random.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { judgePrinted } from '#test/support/kills/judge-printed.ts'
import { printedRuns } from '#test/support/kills/printed-runs.ts'

test('killed a hundred times: each of 10,000 accounts has one statement, none half written', async (t) => {
  const world = await printedRuns({ accounts: 10_000, kills: 100, longestMs: 6_000 })
  t.after(world.remove)
  const figures = await judgePrinted(world)
  t.diagnostic(JSON.stringify(figures))
  assert.equal(figures.statements, 10_000)
  assert.ok(Number(figures.process) + Number(figures.server) > 50)
})
