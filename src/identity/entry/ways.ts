import type { Passkey } from '#src/store/logins/passkeys.ts'
import type { Contact } from '../factors/contacts.ts'
import type { IdentityDeps } from '../identity-deps.ts'
import { passkeysOf } from './change-passkeys.ts'
import { type ConfirmingSession, contactsToConfirm } from './confirm.ts'

/** Whatever a login can show besides its password, the strongest first. */
export type Ways = { readonly passkeys: readonly Passkey[]; readonly contacts: readonly Contact[] }

export async function waysOf(deps: IdentityDeps, session: ConfirmingSession): Promise<Ways> {
  const [passkeys, contacts] = await Promise.all([
    passkeysOf(deps, session),
    contactsToConfirm(deps, session),
  ])
  return { passkeys, contacts }
}
