// A few kills of the closing process and of PostgreSQL; the two hundred are in test/long.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { judgeKills } from '#test/support/kills/judge-kills.ts'
import { killRuns } from '#test/support/kills/kill-runs.ts'

test('killed five times, once with its server: each debit in one file, each return once', async (t) => {
  const world = await killRuns({ kills: 5, accounts: 6 })
  t.after(world.remove)
  const figures = await judgeKills(world)
  t.diagnostic(JSON.stringify(figures))
  assert.ok(Number(figures.debits) > 0)
})
