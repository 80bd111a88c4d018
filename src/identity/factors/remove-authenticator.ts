import { accepted, type Outcome, refused } from '#src/domain/refusal.ts'
import { deleteAuthenticator } from '#src/store/logins/authenticators.ts'
import { forgetTrustedDevices } from '#src/store/logins/trusted-devices.ts'
import { note } from '../entry/confirm.ts'
import type { IdentityDeps } from '../identity-deps.ts'
import { sendNotices } from '../messages.ts'
import type { SignedInSession, Visit } from '../sessions.ts'
import { authenticatorsOf } from './authenticators.ts'
import { contactsOf } from './contacts.ts'

/**
 * What is gone already is removed. Refused: `lastFactor`, where nothing but a password would be
 * left to sign in with. The caller has asked for the level that removing needs.
 */
export async function removeAuthenticator(
  deps: IdentityDeps,
  asking: { readonly session: SignedInSession; readonly visit: Visit },
  id: string,
): Promise<Outcome<'removed'>> {
  const { loginId, accounts } = asking.session
  const known = await authenticatorsOf(deps.db, loginId)
  if (!known.some((authenticator) => authenticator.id === id)) return accepted('removed')
  const contacts = await contactsOf(deps.db, deps.vault, accounts)
  if (contacts.length === 0 && known.length === 1) return refused({ code: 'lastFactor' })
  await deps.db.transaction().execute(async (tx) => {
    if (!(await deleteAuthenticator(tx, { id, loginId }))) return
    await forgetTrustedDevices(tx, loginId)
    await sendNotices(tx, deps, { loginId, template: 'authenticatorRemoved', contacts })
    await note(tx, deps, asking, 'authenticatorRemoved', { authenticator: id })
  })
  return accepted('removed')
}
