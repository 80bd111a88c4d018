import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addKey, generateKeys, parseKeys, VaultKeysError } from '#src/vault/keys.ts'

const goodKey = Buffer.from(Array.from({ length: 32 }, (_, at) => (at * 37 + 11) & 255))
const otherKey = Buffer.from(goodKey.map((byte) => byte ^ 0x5a))

function file(change: { mac?: unknown; seal?: unknown } = {}): string {
  const seal = [{ id: 1, key: otherKey.toString('base64url') }]
  return JSON.stringify({ mac: goodKey.toString('base64url'), seal, ...change })
}

test('generated keys are readable, 32 bytes each, and new every time', () => {
  const keys = parseKeys(generateKeys())
  assert.equal(keys.mac.length, 32)
  assert.deepEqual(
    keys.seal.map((known) => [known.id, known.key.length]),
    [[1, 32]],
  )
  assert.notDeepEqual(parseKeys(generateKeys()).mac, keys.mac)
})

test('a sealing key is added behind those that are there', () => {
  const first = parseKeys(file())
  const second = parseKeys(addKey(file(), 'seal'))
  assert.deepEqual(second.mac, first.mac)
  assert.deepEqual(second.seal[0], first.seal[0])
  assert.equal(second.seal[1]?.id, 2)
})

test('keys that protect nothing are refused, and the message shows none of them', () => {
  const short = goodKey.subarray(0, 16).toString('base64url')
  const typed = Buffer.alloc(32, 'ab').toString('base64url')
  const cases: readonly [string, RegExp][] = [
    ['not json', /not JSON/],
    ['[]', /JSON object/],
    [file({ mac: short }), /"mac" must be 32 bytes long, and has 16/],
    [file({ mac: typed }), /"mac" is not random/],
    [file({ mac: `${goodKey.toString('base64')}!` }), /base64url/],
    [file({ seal: [] }), /at least one/],
    [file({ seal: [{ id: 1, key: short }] }), /sealing key 1 must be 32 bytes/],
    [file({ seal: [{ id: 0, key: otherKey.toString('base64url') }] }), /from 1 to 255/],
    [file({ seal: [{ id: 256, key: otherKey.toString('base64url') }] }), /from 1 to 255/],
    [file({ seal: [{ id: 1, key: goodKey.toString('base64url') }] }), /used twice/],
    [
      file({
        seal: [
          { id: 1, key: otherKey.toString('base64url') },
          { id: 1, key: Buffer.from(otherKey).reverse().toString('base64url') },
        ],
      }),
      /same id/,
    ],
  ]
  for (const [text, reason] of cases) {
    assert.throws(
      () => parseKeys(text),
      (error: unknown) => {
        assert(error instanceof VaultKeysError)
        assert.match(error.message, reason)
        assert(!error.message.includes(short) && !error.message.includes(typed))
        return true
      },
    )
  }
})
