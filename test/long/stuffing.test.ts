// Ten thousand stolen pairs from a thousand addresses against two hundred accounts: once over an
// hour, and once in a minute. Of each five hundred pairs one is right.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { stuffPasswords } from '#test/support/stuffing.ts'

const attack = { pairs: 10_000, addresses: 1000, accounts: 200, failuresPerMinute: 300 }

test('ten thousand stolen pairs over an hour open nothing; each owner on a known browser gets in', async (t) => {
  const figures = await stuffPasswords({ ...attack, lasts: 3600 })
  t.diagnostic(JSON.stringify(figures))
  assert.equal(figures.opened, 0)
  assert.equal(figures.ownersIn.known, 200)
  // Per name five tries, and in an hour seven more after waits that double from 30 seconds.
  assert.ok(figures.refused + figures.halfWay <= 200 * 12)
})

test('the same in a minute: the whole site’s limit cuts it off, and owners still get in', async (t) => {
  const figures = await stuffPasswords({ ...attack, lasts: 59 })
  t.diagnostic(JSON.stringify(figures))
  assert.equal(figures.opened, 0)
  assert.equal(figures.ownersIn.known, 200)
  assert.ok(figures.waited.site > 9000)
  // What runs at the same moment as the last one that fits may pass as well.
  assert.ok(figures.refused <= attack.failuresPerMinute + 100)
})
