import { contactsOf } from '../factors/contacts.ts'
import type { IdentityDeps } from '../identity-deps.ts'
import type { Session } from '../sessions.ts'
import type { ShownProof } from './confirm-contact.ts'
import { readProof } from './prove-account.ts'
import type { ProofPurpose } from './purposes.ts'

/**
 * What was proved with a contact that is on file still. Null: nothing was, or too long ago, or the
 * owner has removed that contact since.
 */
export async function readShownProof(
  deps: Pick<IdentityDeps, 'db' | 'vault' | 'clock'>,
  session: Session,
  purpose: ProofPurpose,
): Promise<ShownProof | null> {
  const proof = readProof(deps, session, purpose)
  if (!proof?.shown) return null
  const { shown } = proof
  const contacts = await contactsOf(deps.db, deps.vault, [proof])
  const stands = shown.factorId === undefined || contacts.some(({ key }) => key === shown.factorId)
  return stands ? { ...proof, shown } : null
}
