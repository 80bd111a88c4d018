import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { LONGEST_LINE_BYTES, readLines } from '#src/formats/boarding/read-lines.ts'
import { collected } from './reading.ts'

async function* from(...chunks: Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* chunks
}

test('lines are the same however the bytes are cut into chunks', async () => {
  const piece = fc.constantFrom('a', 'é', '€', '\r\n', '\n', '\r', ' ', '{"x":1}')
  await fc.assert(
    fc.asyncProperty(fc.array(piece), fc.integer({ min: 1, max: 7 }), async (pieces, size) => {
      const text = pieces.join('')
      const bytes = Buffer.from(text)
      const chunks = []
      for (let at = 0; at < bytes.length; at += size) chunks.push(bytes.subarray(at, at + size))
      const read = await collected(readLines(from(...chunks)))
      const wanted = text.split(/\r\n|\n|\r/)
      if (!/[\r\n]$/.test(text) && text !== '') assert.equal(read.at(-1)?.line, wanted.length)
      else wanted.pop()
      assert.deepEqual(
        read.map((line) => 'text' in line && line.text),
        wanted,
      )
    }),
  )
})

test('a line of 100 MB is passed over in little memory and the next one is read', async () => {
  const block = Buffer.alloc(64 * 1024, 'x')
  async function* huge() {
    for (let sent = 0; sent < 100_000_000; sent += block.length) yield block
    yield Buffer.from('\nnext\n')
  }
  const before = process.memoryUsage().arrayBuffers
  const read = await collected(readLines(huge()))
  assert.ok(process.memoryUsage().arrayBuffers - before < 20 * LONGEST_LINE_BYTES)
  assert.ok(read[0] && 'fault' in read[0] && read[0].fault === 'tooLong')
  assert.deepEqual(read[1], { line: 2, text: 'next', ended: true })
})
