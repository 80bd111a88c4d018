// Which phones and mailboxes of a person get messages about their accounts. A phone gets a text
// message only once its owner has agreed to it (47 USC 227(b)); bills and reminders go to a mailbox
// until its owner does not want them.
import {
  insertMessageChoices,
  type MessageChoice,
  readMessageChoices,
} from '#src/store/accounts/message-choices.ts'
import type { ObligorName } from '#src/store/accounts/obligor-changes.ts'
import type { Db, Tx } from '#src/store/database.ts'
import { note } from '../entry/confirm.ts'
import { type Contact, contactsIn } from '../factors/contacts.ts'
import type { IdentityDeps } from '../identity-deps.ts'
import { lockOwnPapers } from './own-papers.ts'
import type { Asking } from './save-contacts.ts'

/** Of the words on the page; another one with each change of what they say. */
const MESSAGES_WORDING = '2026-11'

export type ContactChoice = {
  readonly contact: Contact
  readonly wanted: boolean
  /** When it was chosen last; null: never. */
  readonly at: string | null
}

/** Each contact with what holds for it; a phone counts once every account of the person has it. */
export async function messageChoicesOf(
  db: Db,
  of: { readonly contacts: readonly Contact[]; readonly accounts: readonly ObligorName[] },
): Promise<ContactChoice[]> {
  const known = await readMessageChoices(db, of.accounts)
  return of.contacts.map((contact) => {
    const own = known.filter(({ contactKey }) => contactKey === contact.key)
    const wanted = of.accounts.every((account) => isWanted(contact.method, choiceFor(own, account)))
    return {
      contact,
      wanted,
      at:
        own
          .map(({ at }) => at)
          .sort()
          .at(-1) ?? null,
    }
  })
}

/** The contacts of one obligor that may be written to: receipts go to every mailbox. */
export async function reachableFor(
  db: Db,
  of: {
    readonly owner: ObligorName
    readonly contacts: readonly Contact[]
    readonly about: 'receipt' | 'reminder'
  },
): Promise<Contact[]> {
  const { owner, contacts, about } = of
  const known = await readMessageChoices(db, [owner])
  return contacts.filter(({ key, method }) => {
    if (method === 'email' && about === 'receipt') return true
    return isWanted(method, known.find(({ contactKey }) => contactKey === key) ?? null)
  })
}

/**
 * What is in `wanted` by its key is wanted, everything else is not; each change with its moment and
 * the words it was made under. The same again changes nothing.
 */
export async function chooseMessages(
  deps: IdentityDeps,
  asking: Asking,
  wanted: ReadonlySet<string>,
): Promise<void> {
  await deps.db.transaction().execute(async (tx) => {
    const { people } = await lockOwnPapers(tx, deps, asking.session.loginId)
    const accounts = people.map(({ accountId, id: obligorId }) => ({ accountId, obligorId }))
    const details = people.map((person) => person.details)
    const contacts = contactsIn(deps.vault, details)
    const now = await messageChoicesOf(tx, { contacts, accounts })
    const changed = now.filter((each) => each.wanted !== wanted.has(each.contact.key))
    if (changed.length === 0) return
    await save(tx, deps, { accounts, changed })
    const told = changed.map(
      ({ contact, wanted: was }) => `${contact.masked} ${was ? 'no' : 'yes'}`,
    )
    await note(tx, deps, asking, 'messagesChosen', { contacts: told.join(', ') })
  })
}

function save(
  tx: Tx,
  deps: IdentityDeps,
  of: { accounts: readonly ObligorName[]; changed: readonly ContactChoice[] },
): Promise<void> {
  const at = deps.clock.now()
  const rows = of.changed.flatMap(({ contact, wanted }) =>
    of.accounts.map((account) => ({
      ...account,
      id: deps.newId(),
      contactKey: contact.key,
      method: contact.method,
      choice: wanted ? ('notWanted' as const) : ('wanted' as const),
      ...({ wording: MESSAGES_WORDING, how: 'portal', at } as const),
    })),
  )
  return insertMessageChoices(tx, rows)
}

function choiceFor(
  own: readonly (ObligorName & MessageChoice)[],
  { accountId, obligorId }: ObligorName,
): MessageChoice | null {
  return own.find((row) => row.accountId === accountId && row.obligorId === obligorId) ?? null
}

function isWanted(method: Contact['method'], last: MessageChoice | null): boolean {
  return method === 'sms' ? last?.choice === 'wanted' : last?.choice !== 'notWanted'
}
