// Five hundred random loans on paper: each row as the screen has it.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { judgeAsked } from '#test/support/judge-asked.ts'
import { judgeStatements } from '#test/support/judge-statements.ts'

test('five hundred random loans: every paper says what the screen says', async (t) => {
  const seen = await judgeAsked(500)
  t.diagnostic(JSON.stringify(seen))
  assert.ok((seen.amortization ?? 0) > 300 && (seen.rows ?? 0) > 5_000)
})

test('five hundred random loans: every statement says what the screen says', async (t) => {
  const lines = await judgeStatements(500)
  t.diagnostic(`${lines} lines`)
  assert.ok(lines > 500)
})
