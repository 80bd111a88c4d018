// The authenticator apps of a login: which there are, and whether a code is one of theirs. A code
// works once (NIST 800-63B-4 section 3.1.4.2; ASVS 5.0 V6.5.1).
import type { Db, Tx } from '#src/store/database.ts'
import { readAuthenticators, takeStep } from '#src/store/logins/authenticators.ts'
import type { Vault } from '#src/vault/vault.ts'
import type { AttemptPermit } from '../throttle.ts'
import { stepOfCode } from './totp.ts'

export type Authenticator = {
  readonly id: string
  readonly name: string
  readonly createdAt: string
  readonly lastUsedAt: string | null
}

export async function authenticatorsOf(db: Db, loginId: string): Promise<Authenticator[]> {
  const stored = await readAuthenticators(db, loginId)
  return stored.map(({ id, name, createdAt, lastUsedAt }) => ({ id, name, createdAt, lastUsedAt }))
}

export type AuthenticatorAnswer =
  | { readonly judged: 'right'; readonly id: string }
  /** `used`: that code, or a later one, has been used already. */
  | { readonly judged: 'wrong' | 'used' }

/** The permit says that the try was counted against the login. */
export async function checkAuthenticatorCode(
  tx: Tx,
  deps: { readonly vault: Vault; readonly now: string },
  _permit: AttemptPermit,
  given: {
    readonly loginId: string
    readonly code: string
    /** An authenticator that does not count: it is about to be removed. */
    readonly except?: string | undefined
  },
): Promise<AuthenticatorAnswer> {
  const { loginId, except } = given
  const code = given.code.replace(/\D/g, '')
  let used = false
  for (const { id, sealed } of await readAuthenticators(tx, loginId)) {
    if (id === except) continue
    const step = stepOfCode(openSecret(deps.vault, { id, sealed }), code, deps.now)
    if (step === null) continue
    if (await takeStep(tx, { id, loginId, step, at: deps.now })) return { judged: 'right', id }
    used = true
  }
  return { judged: used ? 'used' : 'wrong' }
}

/** Only for its own row. */
export function sealSecret(vault: Vault, id: string, secret: string): Buffer {
  return vault.seal(secret, authenticatorContext(id))
}

export function openSecret(
  vault: Vault,
  of: { readonly id: string; readonly sealed: Uint8Array },
): string {
  return vault.open(of.sealed, authenticatorContext(of.id))
}

/** What a sealed secret is bound to. */
export function authenticatorContext(id: string): string {
  return `login_totp ${id}`
}
