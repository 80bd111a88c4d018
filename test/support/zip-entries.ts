// The files of a ZIP by its central directory (APPNOTE 6.3, stored or deflated), each held against
// its checksum.
import assert from 'node:assert/strict'
import { crc32, inflateRawSync } from 'node:zlib'

export function zipEntries(zip: Buffer): Map<string, Buffer> {
  const end = zip.lastIndexOf('PK\x05\x06', undefined, 'latin1')
  assert.ok(end >= 0, 'a ZIP has an end')
  const entries = new Map<string, Buffer>()
  let at = zip.readUInt32LE(end + 16)
  for (let count = zip.readUInt16LE(end + 10); count > 0; count -= 1) {
    assert.equal(zip.toString('latin1', at, at + 4), 'PK\x01\x02')
    const method = zip.readUInt16LE(at + 10)
    assert.ok(method === 0 || method === 8, 'stored or deflated')
    const [crc, size, begins] = [16, 20, 42].map((offset) => zip.readUInt32LE(at + offset))
    const [name = 0, extra = 0, comment = 0] = [28, 30, 32].map((o) => zip.readUInt16LE(at + o))
    const path = zip.toString('utf8', at + 46, at + 46 + name)
    assert.ok(crc !== undefined && size !== undefined && begins !== undefined)
    const data = begins + 30 + zip.readUInt16LE(begins + 26) + zip.readUInt16LE(begins + 28)
    const kept = zip.subarray(data, data + size)
    const bytes = method === 8 ? inflateRawSync(kept) : kept
    assert.equal(crc32(bytes), crc, path)
    assert.ok(!entries.has(path), `${path} is there once`)
    entries.set(path, bytes)
    at += 46 + name + extra + comment
  }
  return entries
}
