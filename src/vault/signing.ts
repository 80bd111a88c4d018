// Signatures that whoever has the public key can check, without any secret of ours: Ed25519 (RFC
// 8032) from a 32-byte seed.
import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto'

/** A public key; `name` is it, base64url. */
export type CheckingKey = { readonly name: string; readonly open: KeyObject }

/** A key pair of the key file. */
export type SigningKey = CheckingKey & { readonly secret: KeyObject }

export type Signature = { readonly key: string; readonly bytes: Buffer }

// RFC 8410: what stands before the seed in PKCS #8.
const BEFORE_SEED = Buffer.from('302e020100300506032b657004220420', 'hex')

export function signingKey(seed: Uint8Array): SigningKey {
  const der = Buffer.concat([BEFORE_SEED, seed])
  const secret = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
  const open = createPublicKey(secret)
  return { name: open.export({ format: 'jwk' }).x ?? '', secret, open }
}

/** Of 32 bytes (RFC 8037). */
export function checkingKey(bytes: Uint8Array): CheckingKey {
  const name = Buffer.from(bytes).toString('base64url')
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: name }
  return { name, open: createPublicKey({ key: jwk, format: 'jwk' }) }
}

export function signWith({ name, secret }: SigningKey, text: string): Signature {
  return { key: name, bytes: sign(null, Buffer.from(text, 'utf8'), secret) }
}

/** False too where the signature names a key that is not among `keys`. */
export function isSigned(
  keys: readonly CheckingKey[],
  text: string,
  signature: Signature,
): boolean {
  const key = keys.find(({ name }) => name === signature.key)
  if (!key) return false
  return verify(null, Buffer.from(text, 'utf8'), key.open, signature.bytes)
}
