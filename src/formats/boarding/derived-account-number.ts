// An account number for a contract that comes without one: always the same for the same source key,
// and easy to read aloud.
// Example: "carmax-2017-1/..." gives twelve symbols in groups of four, such as "7K2M 90QX 4DZA".
import { createHash } from 'node:crypto'

/** 60 bits of a SHA-256 of the key, in digits and capitals without I, L, O and U. */
export function derivedAccountNumber(sourceKey: string): string {
  const digest = createHash('sha256').update(sourceKey, 'utf8').digest()
  const symbols = Array.from(digest.subarray(0, 12), (byte) => ALPHABET[byte & 31]).join('')
  return symbols.replace(/(.{4})(?=.)/g, '$1 ')
}

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
