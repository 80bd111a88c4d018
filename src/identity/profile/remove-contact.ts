import { accepted, type Outcome, refused } from '#src/domain/refusal.ts'
import type { Tx } from '#src/store/database.ts'
import type { FreshSession } from '../entry/fresh-session.ts'
import { type Contact, contactsOf } from '../factors/contacts.ts'
import { lockWays } from '../factors/ways-left.ts'
import type { IdentityDeps } from '../identity-deps.ts'
import type { Visit } from '../sessions.ts'
import { lockOwnPapers } from './own-papers.ts'
import { saveContacts } from './save-contacts.ts'

type Asking = { readonly session: FreshSession; readonly visit: Visit }

/**
 * What is gone already is removed. Refused: `contactHeld`, `lastContact`, and `lastPhone` where only
 * e-mail would be left to confirm with.
 */
export async function removeContact(
  deps: IdentityDeps,
  asking: Asking,
  key: string,
): Promise<Outcome<'saved'>> {
  return deps.db.transaction().execute(async (tx) => {
    await lockOwnPapers(tx, deps, asking.session.loginId)
    const contacts = await contactsOf(tx, deps.vault, asking.session.accounts)
    const contact = contacts.find((known) => known.key === key)
    if (!contact) return accepted('saved')
    if (isOnlyPhone(contact, contacts) && !(await hasOtherFactor(tx, deps, asking)))
      return refused({ code: 'lastPhone' })
    const { method, to: from } = contact
    return saveContacts(tx, deps, asking, { kind: 'removed', method, from })
  })
}

function isOnlyPhone(contact: Contact, contacts: readonly Contact[]): boolean {
  const phones = contacts.filter(({ method }) => method === 'sms')
  return contact.method === 'sms' && phones.length === 1 && contacts.length > 1
}

async function hasOtherFactor(tx: Tx, deps: IdentityDeps, asking: Asking): Promise<boolean> {
  const { passkeys, authenticators, backupCodes } = await lockWays(tx, deps.vault, asking.session)
  return passkeys + authenticators + backupCodes > 0
}
