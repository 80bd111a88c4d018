// Keys in, bytes out: sealing, keyed hashes, signatures and random values. Knows no table and no
// screen.
import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  randomBytes as cryptoRandomBytes,
  hkdfSync,
  type KeyObject,
  timingSafeEqual,
} from 'node:crypto'
import { newestId, type VaultKeys, VaultKeysError } from './keys.ts'
import { checkingKey, isSigned, type Signature, signingKey, signWith } from './signing.ts'

export type Vault = {
  /**
   * Encrypts with the newest key. Only the same context opens it, so a sealed field cannot move
   * to another row.
   */
  readonly seal: (text: string, context: string) => Buffer
  /** Throws `VaultOpenError` on a wrong context, an unknown key or changed bytes. */
  readonly open: (sealed: Uint8Array, context: string) => string
  /** 32 bytes; another purpose or another list of parts never gives the same. */
  readonly mac: (purpose: string, ...parts: readonly (string | Uint8Array)[]) => Buffer
  /** The number of the key that seals now. */
  readonly newestKey: () => number
  /** Throws `VaultKeysError` where the key file has no signing key. */
  readonly sign: (text: string) => Signature
  /** False for what was signed with a key that the file does not hold. */
  readonly isSigned: (text: string, signature: Signature) => boolean
  /** The public keys of all signatures, base64url: the one that signs now first. */
  readonly publicKeys: () => readonly string[]
}

export class VaultOpenError extends Error {
  override readonly name = 'VaultOpenError'
}

// Sealed form: version, key id, nonce, tag, ciphertext. AES-256-GCM with a 96-bit random nonce
// (NIST SP 800-38D 8.2.2).
const CIPHER = 'aes-256-gcm'
const VERSION = 1
const NONCE_BYTES = 12
const TAG_BYTES = 16
const HEADER_BYTES = 2
const BODY_AT = HEADER_BYTES + NONCE_BYTES + TAG_BYTES

// Digits and capitals without I, L, O and U: 32 symbols that nobody misreads.
const CODE_ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

export function createVault(keys: VaultKeys): Vault {
  const byId = new Map(keys.seal.map(({ id, key }) => [id, createSecretKey(key)]))
  const newest = newestId(keys.seal)
  const signers = keys.sign.toSorted((a, b) => b.id - a.id).map(({ key }) => signingKey(key))
  const retired = keys.retired.toSorted((a, b) => b.id - a.id).map(({ open }) => checkingKey(open))
  const checkers = [...signers, ...retired]
  const macKeys = new Map<string, KeyObject>()
  return {
    seal: (text, context) => sealWith({ id: newest, key: keyOf(byId, newest) }, text, context),
    open: (sealed, context) => openWith(byId, sealed, context),
    mac: (purpose, ...parts) => {
      const known = macKeys.get(purpose)
      const key = known ?? deriveKey(keys.mac, purpose)
      if (!known) macKeys.set(purpose, key)
      return macOf(key, parts)
    },
    newestKey: () => newest,
    sign: (text) => {
      const [signer] = signers
      if (!signer) throw new VaultKeysError('the key file has no signing key: run keyturn keys add')
      return signWith(signer, text)
    },
    isSigned: (text, signature) => isSigned(checkers, text, signature),
    publicKeys: () => checkers.map(({ name }) => name),
  }
}

/** The number of the key that a value was sealed with; null: not a sealed value. */
export function sealingKeyOf(sealed: Uint8Array): number | null {
  const [version, id] = sealed
  return sealed.length < BODY_AT || version !== VERSION || id === undefined ? null : id
}

export function randomBytes(count: number): Buffer {
  return cryptoRandomBytes(count)
}

/** A code a person can read aloud; each symbol carries five bits. */
export function randomCode(symbols: number): string {
  return Array.from(cryptoRandomBytes(symbols), (byte) => CODE_ALPHABET[byte & 31]).join('')
}

/** Compares in time that depends on the length only. */
export function equal(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && timingSafeEqual(a, b)
}

// A key as an object is prepared once; as bytes it would be each time.
type PreparedKey = { readonly id: number; readonly key: KeyObject }

function sealWith(known: PreparedKey, text: string, context: string): Buffer {
  const header = Buffer.from([VERSION, known.id])
  const nonce = cryptoRandomBytes(NONCE_BYTES)
  const cipher = createCipheriv(CIPHER, known.key, nonce, { authTagLength: TAG_BYTES })
  cipher.setAAD(Buffer.concat([header, Buffer.from(context, 'utf8')]))
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([header, nonce, cipher.getAuthTag(), body])
}

function keyOf(byId: ReadonlyMap<number, KeyObject>, id: number): KeyObject {
  const key = byId.get(id)
  if (!key) throw new VaultOpenError(`sealed with key ${id}, which the key file does not hold`)
  return key
}

function openWith(
  byId: ReadonlyMap<number, KeyObject>,
  sealed: Uint8Array,
  context: string,
): string {
  const id = sealingKeyOf(sealed)
  if (id === null) throw new VaultOpenError('not a sealed value')
  const key = keyOf(byId, id)
  const nonce = sealed.subarray(HEADER_BYTES, HEADER_BYTES + NONCE_BYTES)
  const decipher = createDecipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES })
  const header = sealed.subarray(0, HEADER_BYTES)
  decipher.setAAD(Buffer.concat([header, Buffer.from(context, 'utf8')]))
  decipher.setAuthTag(sealed.subarray(HEADER_BYTES + NONCE_BYTES, BODY_AT))
  try {
    const text = Buffer.concat([decipher.update(sealed.subarray(BODY_AT)), decipher.final()])
    return text.toString('utf8')
  } catch {
    throw new VaultOpenError('the sealed value was changed, or belongs somewhere else')
  }
}

// One key a purpose (RFC 5869), so that a hash made for one use says nothing in another.
function deriveKey(macKey: Uint8Array, purpose: string): KeyObject {
  const derived = hkdfSync('sha256', macKey, '', `keyturn mac ${purpose}`, 32)
  return createSecretKey(Buffer.from(derived))
}

// Each part behind its length: ["ab", "c"] and ["a", "bc"] differ. One update: each call costs.
function macOf(key: KeyObject, parts: readonly (string | Uint8Array)[]): Buffer {
  let size = 0
  for (const part of parts) size += LENGTH_BYTES + Buffer.byteLength(part)
  const text = Buffer.allocUnsafe(size)
  let at = 0
  for (const part of parts) {
    const begins = at + LENGTH_BYTES
    if (typeof part === 'string') at = begins + text.write(part, begins, 'utf8')
    else {
      text.set(part, begins)
      at = begins + part.length
    }
    text.writeUInt32BE(at - begins, begins - LENGTH_BYTES)
  }
  return createHmac('sha256', key).update(text).digest()
}

const LENGTH_BYTES = 4
