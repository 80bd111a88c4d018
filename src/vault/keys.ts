// The keys that a lender keeps outside the database: one for macs, and the sealing keys, old ones
// kept to open with. File form: {"mac": "<base64url>", "seal": [{"id": 1, "key":
// "<base64url>"}]}, every key 32 bytes.
import { randomBytes } from 'node:crypto'

export type SealingKey = { readonly id: number; readonly key: Uint8Array }

/**
 * `mac` never changes: hashes in the directory and seals of the audit depend on it. `seal` may
 * grow.
 */
export type VaultKeys = { readonly mac: Uint8Array; readonly seal: readonly SealingKey[] }

const KEY_BYTES = 32
const LEAST_DISTINCT_BYTES = 12

/** A key file that cannot be used; the message says what to change and never shows a key. */
export class VaultKeysError extends Error {
  override readonly name = 'VaultKeysError'
}

/** Reads a key file; refuses keys that are short, repeated, or plainly not random. */
export function parseKeys(text: string): VaultKeys {
  const file = record(parseJson(text), 'the key file')
  const seal = file.seal
  if (!Array.isArray(seal) || seal.length === 0) {
    throw new VaultKeysError('"seal" must be a list of at least one {"id", "key"}')
  }
  const keys = { mac: parseKey(file.mac, '"mac"'), seal: seal.map(parseSealingKey) }
  refuseRepeats(keys)
  return keys
}

/** New random keys as the text of a key file; its owner must keep it secret and backed up. */
export function generateKeys(): string {
  const key = () => randomBytes(KEY_BYTES).toString('base64url')
  return `${JSON.stringify({ mac: key(), seal: [{ id: 1, key: key() }] }, null, 2)}\n`
}

/** The same key file with one more sealing key, which seals from now on; the others still open. */
export function addSealingKey(text: string): string {
  const keys = parseKeys(text)
  const id = 1 + Math.max(...keys.seal.map((known) => known.id))
  const seal = [...keys.seal, { id, key: randomBytes(KEY_BYTES) }]
  const file = {
    mac: Buffer.from(keys.mac).toString('base64url'),
    seal: seal.map((known) => ({
      id: known.id,
      key: Buffer.from(known.key).toString('base64url'),
    })),
  }
  const next = `${JSON.stringify(file, null, 2)}\n`
  parseKeys(next)
  return next
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new VaultKeysError('the key file is not JSON')
  }
}

function record(value: unknown, what: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new VaultKeysError(`${what} must be a JSON object`)
  }
  return value as Record<string, unknown>
}

function parseSealingKey(value: unknown): SealingKey {
  const { id, key } = record(value, 'each entry of "seal"')
  if (typeof id !== 'number' || !Number.isInteger(id) || id < 1 || id > 255) {
    throw new VaultKeysError('the id of a sealing key must be a whole number from 1 to 255')
  }
  return { id, key: parseKey(key, `sealing key ${id}`) }
}

function parseKey(value: unknown, what: string): Uint8Array {
  if (typeof value !== 'string' || !/^[A-Za-z0-9_-]+$/.test(value)) {
    throw new VaultKeysError(`${what} must be base64url text`)
  }
  const key = Buffer.from(value, 'base64url')
  if (key.length !== KEY_BYTES) {
    throw new VaultKeysError(`${what} must be ${KEY_BYTES} bytes long, and has ${key.length}`)
  }
  // 32 random bytes hold fewer than 12 distinct values about once in 10^20 tries: such a key was
  // typed, not drawn.
  if (new Set(key).size < LEAST_DISTINCT_BYTES) {
    throw new VaultKeysError(`${what} is not random; make keys with a random generator`)
  }
  return key
}

function refuseRepeats(keys: VaultKeys): void {
  const ids = new Set(keys.seal.map((known) => known.id))
  if (ids.size < keys.seal.length) throw new VaultKeysError('two sealing keys have the same id')
  const all = [keys.mac, ...keys.seal.map((known) => known.key)]
  const distinct = new Set(all.map((key) => Buffer.from(key).toString('hex')))
  if (distinct.size < all.length) throw new VaultKeysError('one key is used twice')
}
