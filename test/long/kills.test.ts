// Two hundred kills at random points of origination, close and return handling.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { judgeKills } from '#test/support/kills/judge-kills.ts'
import { killRuns } from '#test/support/kills/kill-runs.ts'

test('killed two hundred times: each debit in one file, each return reversed once', async (t) => {
  const world = await killRuns({ kills: 200, accounts: 30 })
  t.after(world.remove)
  const figures = await judgeKills(world)
  t.diagnostic(JSON.stringify(figures))
  assert.ok(Number(figures.returns) > 20)
})
