// The hidden field that ties a form to the session it was shown in (NIST 800-63B-4 section 5.1:
// posted content carries a session identifier that is verified; ASVS 5.0 V3.5.1). It differs each
// time, so that compression gives nothing away.
import { equal, randomBytes, type Vault } from '#src/vault/vault.ts'

const saltBytes = 12

/** What a token is bound to: dies with the session, and with its secret at each change of level. */
export type FormSession = { readonly id: string; readonly formSecret: Uint8Array }

export function makeFormToken(vault: Vault, session: FormSession): string {
  const salt = randomBytes(saltBytes)
  return Buffer.concat([salt, bind(vault, session, salt)]).toString('base64url')
}

export function isFormToken(vault: Vault, session: FormSession, token: string): boolean {
  if (!/^[A-Za-z0-9_-]{59}$/.test(token)) return false
  const bytes = Buffer.from(token, 'base64url')
  const salt = bytes.subarray(0, saltBytes)
  return equal(bytes.subarray(saltBytes), bind(vault, session, salt))
}

function bind(vault: Vault, session: FormSession, salt: Uint8Array): Buffer {
  return vault.mac('form-token', session.id, session.formSecret, salt)
}
