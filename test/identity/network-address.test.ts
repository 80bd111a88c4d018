import assert from 'node:assert/strict'
import { test } from 'node:test'
import { networkOf } from '#src/identity/network-address.ts'

test('an IPv4 address counts by itself, however it is written', () => {
  assert.equal(networkOf('192.0.2.7'), '192.0.2.7')
  assert.equal(networkOf('::ffff:192.0.2.7'), '192.0.2.7')
})

test('an IPv6 customer counts as one, whichever address of the /64 is used', () => {
  const network = '2001:db8:1:2::/64'
  for (const address of [
    '2001:db8:1:2::',
    '2001:db8:1:2:3::4',
    '2001:0DB8:0001:0002:ffff:ffff:ffff:ffff',
    '2001:db8:1:2:aaaa:0:0:1%eth0',
  ]) {
    assert.equal(networkOf(address), network, address)
  }
  assert.notEqual(networkOf('2001:db8:1:3::1'), network)
  assert.equal(networkOf('::1'), '0:0:0:0::/64')
})

test('what is no address is one network', () => {
  assert.equal(networkOf('not an address'), 'unknown')
  assert.equal(networkOf(''), 'unknown')
})
