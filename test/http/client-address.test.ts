// Whose address counts: what our own proxies wrote, never what the visitor wrote.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { clientAddress } from '#src/http/client-address.ts'

const peer = '10.0.0.1'

test('without a proxy of ours the header counts for nothing', () => {
  assert.equal(clientAddress({ peer, forwardedFor: '203.0.113.9' }, 0), peer)
  assert.equal(clientAddress({ peer, forwardedFor: '' }, 0), peer)
})

test('what a visitor writes into X-Forwarded-For never counts', () => {
  const written = ['127.0.0.1', '127.0.0.1, 10.0.0.7', ', ,', 'x'.repeat(5_000)]
  for (const own of written) {
    const one = `${own}, 203.0.113.9`
    assert.equal(clientAddress({ peer, forwardedFor: one }, 1), '203.0.113.9')
    assert.equal(clientAddress({ peer, forwardedFor: `${one}, 10.0.0.2` }, 2), '203.0.113.9')
  }
})
