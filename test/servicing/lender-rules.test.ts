import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readConfig } from '#src/config.ts'
import { date } from '#src/domain/calendar.ts'
import { calendarOn, contractRules, cutoffOn, servicingRules } from '#src/servicing/lender-rules.ts'

const { lender } = readConfig({})
const [first] = lender.rules.servicing
assert(first)
const later = { ...first, name: 'later', effectiveFrom: '2027-01-01', cutoff: '15:00' }
const both = { ...lender, rules: { ...lender.rules, servicing: [later, first] } }

test('the rules of a day are the last to have taken effect', () => {
  assert.equal(servicingRules(both, date('2026-12-31')).name, first.name)
  assert.equal(servicingRules(both, date('2027-01-01')).name, 'later')
  assert.equal(calendarOn(both, date('2027-01-01')).cutoff, '15:00')
  assert.equal(cutoffOn(both, date('2026-12-31')), '2026-12-31T22:00:00.000Z')
  assert.equal(cutoffOn(both, date('2027-01-01')), '2027-01-01T20:00:00.000Z')
  assert.throws(() => servicingRules(both, date('2000-01-01')), /servicing rules for 2000-01-01/)
})

test('a contract can name the rules of the lender and the two that need none', () => {
  const names = contractRules(lender).map(({ name }) => name)
  assert.deepEqual(names, ['standard', 'abs-ee', 'EMF-2019-01', 'EMF-LEASE-2019-02'])
  assert.equal(contractRules(lender).at(-1)?.lateCharge?.percentPpb, 50_000_000)
})
