import { accepted, type Outcome, refused } from '#src/domain/refusal.ts'
import { countBackupCodes } from '#src/store/logins/backup-codes.ts'
import { readPasskeys } from '#src/store/logins/passkeys.ts'
import type { FreshSession } from '../entry/fresh-session.ts'
import { authenticatorsOf } from '../factors/authenticators.ts'
import { type Contact, contactsOf } from '../factors/contacts.ts'
import type { IdentityDeps } from '../identity-deps.ts'
import type { Visit } from '../sessions.ts'
import { saveContacts } from './save-contacts.ts'

/**
 * What is gone already is removed. Refused: `contactHeld`, `lastContact`, and `lastPhone` where only
 * e-mail would be left to confirm with.
 */
export async function removeContact(
  deps: IdentityDeps,
  asking: { readonly session: FreshSession; readonly visit: Visit },
  key: string,
): Promise<Outcome<'saved'>> {
  const contacts = await contactsOf(deps.db, deps.vault, asking.session.accounts)
  const contact = contacts.find((known) => known.key === key)
  if (!contact) return accepted('saved')
  if (isOnlyPhone(contact, contacts) && !(await hasOtherFactor(deps, asking.session.loginId)))
    return refused({ code: 'lastPhone' })
  const { method, to: from } = contact
  const saved = await deps.db
    .transaction()
    .execute((tx) => saveContacts(tx, deps, asking, { kind: 'removed', method, from }))
  return !saved.ok && saved.refusal.code === 'contactGone' ? accepted('saved') : saved
}

function isOnlyPhone(contact: Contact, contacts: readonly Contact[]): boolean {
  const phones = contacts.filter(({ method }) => method === 'sms')
  return contact.method === 'sms' && phones.length === 1 && contacts.length > 1
}

async function hasOtherFactor(deps: IdentityDeps, loginId: string): Promise<boolean> {
  const [passkeys, apps, codes] = await Promise.all([
    readPasskeys(deps.db, loginId),
    authenticatorsOf(deps.db, loginId),
    countBackupCodes(deps.db, loginId),
  ])
  return passkeys.length + apps.length + (codes?.left ?? 0) > 0
}
