import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { readConfig } from '#src/config.ts'
import type { LenderFile } from '#src/lender-file.ts'
import { RulesChanged, recordRules } from '#src/servicing/upgrade/record-rules.ts'
import { connect } from '#src/store/database.ts'
import { readRuleNames, readRuleVersion } from '#src/store/rule-versions.ts'
import { newTestId, testDatabase } from '#test/support/database.ts'

const database = await testDatabase()
const db = connect({ url: database.ownerUrl, max: 1, applicationName: 'keyturn test' })
const ctx = { db, clock: { now: () => '2026-11-22T12:00:00.000Z' }, newId: newTestId }
after(async () => {
  await db.destroy()
  await database.close()
})

const { lender } = readConfig({})
const [first] = lender.rules.servicing
assert(first)

function withServicing(servicing: LenderFile['rules']['servicing']): LenderFile {
  return { ...lender, rules: { ...lender.rules, servicing } }
}

test('new rules are kept beside the old ones; changed ones are refused and change nothing', async () => {
  const later = { ...first, name: 'later', effectiveFrom: '2027-01-01' }
  const before = await readRuleNames(db)
  assert(before.has('EMF-2019-01') && before.has(first.name))
  assert.deepEqual(await recordRules(ctx, lender), [])
  assert.deepEqual(await recordRules(ctx, withServicing([first, later])), ['later'])
  const changed = withServicing([
    { ...first, name: 'newest', effectiveFrom: '2028-01-01' },
    { ...first, quoteDays: first.quoteDays + 1 },
  ])
  await assert.rejects(recordRules(ctx, changed), (error) => {
    assert(error instanceof RulesChanged)
    assert.match(error.message, new RegExp(first.name))
    return true
  })
  assert.equal(await readRuleVersion(db, 'newest'), null)
  const kept = await readRuleVersion(db, first.name)
  assert.match(JSON.stringify(kept?.body), new RegExp(`"quoteDays":${first.quoteDays}\\b`))
})
