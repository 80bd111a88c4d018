// The keys that a lender keeps outside the database: one for macs, the sealing keys, old ones kept
// to open with, and the keys that sign. File form: {"mac": "<base64url>", "seal": [{"id": 1,
// "key": "<base64url>"}], "sign": [...], "retired": [{"id": 1, "open": "<base64url>"}]}, every key
// 32 bytes.
import { randomBytes } from 'node:crypto'
import { signingKey } from './signing.ts'

export type NumberedKey = { readonly id: number; readonly key: Uint8Array }

/** The public half of a key that signs no longer. */
export type RetiredKey = { readonly id: number; readonly open: Uint8Array }

/**
 * `mac` never changes: hashes in the directory and seals of the audit depend on it. `seal` and
 * `sign` may grow; the newest of each is the one that is used. `retired` only checks.
 */
export type VaultKeys = {
  readonly mac: Uint8Array
  readonly seal: readonly NumberedKey[]
  readonly sign: readonly NumberedKey[]
  readonly retired: readonly RetiredKey[]
}

const KEY_BYTES = 32
const LEAST_DISTINCT_BYTES = 12

/** A key file that cannot be used; the message says what to change and never shows a key. */
export class VaultKeysError extends Error {
  override readonly name = 'VaultKeysError'
}

/**
 * Reads a key file; refuses keys that are short, repeated, or plainly not random. `sign` and
 * `retired` may be left out.
 */
export function parseKeys(text: string): VaultKeys {
  const file = record(parseJson(text), 'the key file')
  const seal = parseList(file.seal, { name: 'seal', what: 'sealing key' })
  if (seal.length === 0)
    throw new VaultKeysError('"seal" must be a list of at least one {"id", "key"}')
  const sign = parseList(file.sign ?? [], { name: 'sign', what: 'signing key' })
  const keys = { mac: parseKey(file.mac, '"mac"'), seal, sign, retired: parseRetired(file) }
  refuseRepeats(keys)
  return keys
}

/** New random keys as the text of a key file; its owner must keep it secret and backed up. */
export function generateKeys(): string {
  const first = () => [{ id: 1, key: randomBytes(KEY_BYTES) }]
  return textOf({ mac: randomBytes(KEY_BYTES), seal: first(), sign: first(), retired: [] })
}

/** The same key file with one more key, which is used from now on; the others stay. */
export function addKey(text: string, list: 'seal' | 'sign'): string {
  const keys = parseKeys(text)
  const id = 1 + newestId(keys[list])
  return checked({ ...keys, [list]: [...keys[list], { id, key: randomBytes(KEY_BYTES) }] })
}

/** The same key file without a sealing key; the newest one stays. */
export function removeSealingKey(text: string, id: number): string {
  const keys = parseKeys(text)
  if (!keys.seal.some((known) => known.id === id))
    throw new VaultKeysError(`the key file holds no sealing key ${id}`)
  if (id === newestId(keys.seal))
    throw new VaultKeysError(`sealing key ${id} is the newest, which seals`)
  return checked({ ...keys, seal: keys.seal.filter((known) => known.id !== id) })
}

/**
 * The same key file with a signing key's secret gone: nobody signs with it any more, and what it
 * signed still checks. The newest one stays.
 */
export function retireSigningKey(text: string, id: number): string {
  const keys = parseKeys(text)
  const known = keys.sign.find((one) => one.id === id)
  if (!known) throw new VaultKeysError(`the key file holds no signing key ${id}`)
  if (id === newestId(keys.sign))
    throw new VaultKeysError(`signing key ${id} is the newest, which signs`)
  const open = Buffer.from(signingKey(known.key).name, 'base64url')
  return checked({
    ...keys,
    sign: keys.sign.filter((one) => one !== known),
    retired: [...keys.retired, { id, open }],
  })
}

/** 0 where there is none. */
export function newestId(keys: readonly NumberedKey[]): number {
  return Math.max(0, ...keys.map(({ id }) => id))
}

function checked(keys: VaultKeys): string {
  const text = textOf(keys)
  parseKeys(text)
  return text
}

function textOf({ mac, seal, sign, retired }: VaultKeys): string {
  const written = (key: Uint8Array) => Buffer.from(key).toString('base64url')
  const list = (keys: readonly NumberedKey[]) =>
    keys.map(({ id, key }) => ({ id, key: written(key) }))
  const file = {
    mac: written(mac),
    seal: list(seal),
    ...(sign.length > 0 && { sign: list(sign) }),
    ...(retired.length > 0 && {
      retired: retired.map(({ id, open }) => ({ id, open: written(open) })),
    }),
  }
  return `${JSON.stringify(file, null, 2)}\n`
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

function parseList(
  value: unknown,
  of: { name: string; what: string; field?: string },
): NumberedKey[] {
  const { field = 'key' } = of
  if (!Array.isArray(value))
    throw new VaultKeysError(`"${of.name}" must be a list of at least one {"id", "${field}"}`)
  return value.map((entry) => {
    const { id, [field]: key } = record(entry, `each entry of "${of.name}"`)
    if (typeof id !== 'number' || !Number.isInteger(id) || id < 1 || id > 255)
      throw new VaultKeysError(`the id of a ${of.what} must be a whole number from 1 to 255`)
    return { id, key: parseKey(key, `${of.what} ${id}`) }
  })
}

function parseRetired(file: Record<string, unknown>): RetiredKey[] {
  const of = { name: 'retired', what: 'retired signing key', field: 'open' }
  return parseList(file.retired ?? [], of).map(({ id, key: open }) => ({ id, open }))
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

function refuseRepeats({ mac, seal, sign, retired }: VaultKeys): void {
  for (const [what, list] of Object.entries({ sealing: seal, signing: [...sign, ...retired] })) {
    const ids = new Set(list.map(({ id }) => id))
    if (ids.size < list.length) throw new VaultKeysError(`two ${what} keys have the same id`)
  }
  const secrets = [...seal, ...sign].map(({ key }) => key)
  const all = [mac, ...secrets, ...retired.map(({ open }) => open)]
  const distinct = new Set(all.map((key) => Buffer.from(key).toString('hex')))
  if (distinct.size < all.length) throw new VaultKeysError('one key is used twice')
}
