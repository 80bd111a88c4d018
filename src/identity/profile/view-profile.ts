import type { PostalAddress } from '#src/domain/account/boarding.ts'
import { isSameAddress } from '#src/domain/account/person-contacts.ts'
import {
  type ObligorChange,
  type ObligorName,
  readObligorChanges,
} from '#src/store/accounts/obligor-changes.ts'
import { readPeople } from '#src/store/accounts/obligors.ts'
import type { Db } from '#src/store/database.ts'
import { readHold } from '#src/store/logins/holds.ts'
import { type Contact, contactsIn, contactsOf } from '../factors/contacts.ts'
import type { IdentityDeps } from '../identity-deps.ts'
import type { SignedInSession } from '../sessions.ts'
import { type ContactChoice, messageChoicesOf } from './choose-messages.ts'
import { type PaperlessChoice, paperlessOf } from './choose-paperless.ts'

const MOST_CHANGES = 50

export type Profile = {
  /** Of the messages to this person. */
  readonly locale: 'en' | 'es'
  readonly contacts: readonly Contact[]
  /** One, unless the files of several accounts say different things; empty where none says any. */
  readonly addresses: readonly PostalAddress[]
  readonly paperless: PaperlessChoice | null
  /** What is told to each contact. */
  readonly messages: readonly ContactChoice[]
  /** Until when nothing is changed or removed; null: now. */
  readonly heldUntil: string | null
  /** Newest first. */
  readonly changes: readonly ObligorChange[]
}

/** What the servicing files of this person's accounts say of them, and of nobody else. */
export async function viewProfile(deps: IdentityDeps, session: SignedInSession): Promise<Profile> {
  const { db, vault } = deps
  const [people, paperless, changes, held] = await Promise.all([
    readPeople(db, vault, session.accounts),
    paperlessOf(db, session),
    readObligorChanges(db, session.accounts, MOST_CHANGES),
    readHold(db, session.loginId),
  ])
  const details = people.map((person) => person.details)
  const contacts = contactsIn(vault, details)
  const addresses = details.map(({ address }) => address).filter((address) => address !== null)
  return {
    locale: details[0]?.locale ?? 'en',
    contacts,
    messages: await messageChoicesOf(db, { contacts, accounts: session.accounts }),
    addresses: addresses.filter(
      (address, at) => addresses.findIndex((other) => isSameAddress(other, address)) === at,
    ),
    paperless,
    heldUntil: held !== null && deps.clock.now() < held ? held : null,
    changes,
  }
}

export function ownContacts(
  deps: Pick<IdentityDeps, 'db' | 'vault'>,
  session: SignedInSession,
): Promise<Contact[]> {
  return contactsOf(deps.db, deps.vault, session.accounts)
}

/** The same history of one obligor, newest first, as staff see it: masked. */
export function changesOfObligor(db: Db, of: ObligorName): Promise<ObligorChange[]> {
  return readObligorChanges(db, [of], MOST_CHANGES)
}
