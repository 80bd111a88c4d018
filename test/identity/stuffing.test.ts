import assert from 'node:assert/strict'
import { test } from 'node:test'
import { stuffPasswords } from '#test/support/stuffing.ts'

test('four hundred stolen passwords from forty addresses open nothing; owners get in meanwhile', async (t) => {
  const attack = { pairs: 400, addresses: 40, accounts: 8, lasts: 360, failuresPerMinute: 300 }
  const figures = await stuffPasswords(attack)
  t.diagnostic(JSON.stringify(figures))
  assert.equal(figures.opened, 0)
  assert.equal(figures.ownersIn.known, 8)
  const { own, network, site } = figures.waited
  const looked = figures.refused + figures.halfWay
  assert.equal(looked + own + network + site, 400)
  // Per name five tries, and in six minutes three more after waits of 30, 60 and 120 seconds.
  assert.ok(looked <= 8 * 9, `${looked} were looked at`)
})
