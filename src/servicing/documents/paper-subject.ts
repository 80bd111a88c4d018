import { createHash } from 'node:crypto'
import { canonicalJson } from '#src/store/canonical.ts'

/**
 * A UUID (RFC 9562, version 8) of what a paper says: the same figures are the same paper, figures
 * that were corrected since are another one.
 */
export function paperSubject(figures: unknown): string {
  const bytes = createHash('sha256').update(canonicalJson(figures)).digest().subarray(0, 16)
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  const hex = bytes.toString('hex')
  const parts = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20)]
  return [...parts, hex.slice(20)].join('-')
}
