import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { date } from '#src/domain/calendar.ts'
import { connect } from '#src/store/database.ts'
import {
  insertRuleVersion,
  type RuleVersion,
  readRuleNames,
  readRuleVersion,
} from '#src/store/rule-versions.ts'
import { newTestId, testDatabase } from '#test/support/database.ts'

const database = await testDatabase()
const owner = connect({ url: database.ownerUrl, max: 2, applicationName: 'keyturn test' })
after(async () => {
  await owner.destroy()
  await database.close()
})

const rule: RuleVersion = {
  name: 'FEES-2025',
  kind: 'servicing',
  effectiveFrom: date('2025-01-01'),
  citation: 'Cal. Civ. Code 1719',
  body: { returned: 2500, waiting: { days: 5 } },
}

function insert(added: RuleVersion, db = owner) {
  const row = { ...added, id: newTestId(), recordedAt: '2026-01-01T00:00:00.000Z' }
  return db.transaction().execute((tx) => insertRuleVersion(tx, row))
}

test('a name stands for one version for ever, whatever the order of its fields', async () => {
  assert.equal(await readRuleVersion(owner, 'FEES-2025'), null)
  assert.equal(await insert(rule), 'inserted')
  const turned = { ...rule, body: { waiting: { days: 5 }, returned: 2500 } }
  assert.equal(await insert(turned), 'known')
  assert.equal(await insert({ ...rule, body: { returned: 2600 } }), 'different')
  assert.equal(await insert({ ...rule, citation: 'other' }), 'different')
  assert.equal(await insert({ ...rule, effectiveFrom: date('2025-01-02') }), 'different')
  assert.deepEqual(await readRuleVersion(owner, 'FEES-2025'), rule)
  assert((await readRuleNames(owner)).has('FEES-2025'))
})

test('the application reads rules and cannot add one', async () => {
  assert.deepEqual((await readRuleVersion(database.db, 'standard'))?.kind, 'contract')
  await assert.rejects(insert({ ...rule, name: 'MINE' }, database.db), /permission denied/)
})
