// A new phone or e-mail address, or one in place of another: nothing changes until a code that went
// there comes back, in the session that asked for it. What it is for is kept sealed with the code.
import {
  type ContactChange,
  changeContacts,
  contactsOfPeople,
} from '#src/domain/account/person-contacts.ts'
import { accepted, type Outcome, refused } from '#src/domain/refusal.ts'
import { readPeople } from '#src/store/accounts/obligors.ts'
import { MOST_TRIES, readUnusedCode } from '#src/store/logins/sent-codes.ts'
import type { Vault } from '#src/vault/vault.ts'
import { note } from '../entry/confirm.ts'
import type { FreshSession } from '../entry/fresh-session.ts'
import { contactTo } from '../factors/contacts.ts'
import { sendCode, type WaitingCode } from '../factors/sent-code.ts'
import type { IdentityDeps } from '../identity-deps.ts'
import { momentAfter } from '../moments.ts'
import type { SignedInSession, Visit } from '../sessions.ts'
import type { Asking } from './save-contacts.ts'

/** After the first code: who needs longer confirms once more who they are. */
const minutes = 20

/** A change that needs the new contact's word for it. */
export type NewContact = Exclude<ContactChange, { kind: 'removed' }>

type ContactForm = { readonly change: NewContact; readonly key: string }

/**
 * Sends the code; the same form again sends none. Refused: `contactGone`, `contactSame`,
 * `contactsFull`, `waitBeforeTrying`. What the co-obligor has is taken like any other: they may
 * share a phone or a mailbox, and a no would tell one person what the other's is.
 */
export async function startContact(
  deps: IdentityDeps,
  asking: { readonly session: FreshSession; readonly visit: Visit },
  form: ContactForm,
): Promise<Outcome<'sent'>> {
  const { session } = asking
  const people = await readPeople(deps.db, deps.vault, session.accounts)
  const details = people.map((person) => person.details)
  const possible = changeContacts(contactsOfPeople(details), form.change)
  if (!possible.ok) return possible
  const until = momentAfter(deps.clock.now(), { minutes })
  return send(deps, asking, { ...form, until })
}

/** Another code for what waits. Refused: `contactGone` (nothing waits), `waitBeforeTrying`. */
export async function sendContactCodeAgain(
  deps: IdentityDeps,
  asking: Asking,
  key: string,
): Promise<Outcome<'sent'>> {
  const waiting = await waitingContact(deps, asking.session)
  if (!waiting) return refused({ code: 'contactGone' })
  return send(deps, asking, { change: waiting.change, until: waiting.until, key })
}

export type WaitingContact = WaitingCode & {
  readonly change: NewContact
  readonly until: string
  /** Its code can still work. */
  readonly isOpen: boolean
}

/**
 * What the session is about to change, also when its code works no longer; null: nothing, or it was
 * asked for too long ago.
 */
export async function waitingContact(
  deps: IdentityDeps,
  session: SignedInSession,
): Promise<WaitingContact | null> {
  const row = await readUnusedCode(deps.db, { sessionId: session.id, purpose: 'contact' })
  if (!row || row.sealed === null) return null
  const { change, until } = openHeld(deps.vault, { id: row.id, sealed: row.sealed })
  const now = deps.clock.now()
  if (now >= until) return null
  return { ...row, change, until, isOpen: now < row.expiresAt && row.tries < MOST_TRIES }
}

/** What a sealed row is bound to. */
export function newContactContext(codeId: string): string {
  return `new contact ${codeId}`
}

/** `until`: when the person has to confirm again who they are. */
type Held = { readonly change: NewContact; readonly until: string }

function openHeld(vault: Vault, row: { id: string; sealed: Uint8Array }): Held {
  return JSON.parse(vault.open(row.sealed, newContactContext(row.id)))
}

async function send(
  deps: IdentityDeps,
  asking: Asking,
  { change, until, key: formKey }: ContactForm & Held,
): Promise<Outcome<'sent'>> {
  const { id: sessionId, loginId, locale } = asking.session
  const { method, to } = change
  const contact = contactTo(deps.vault, { method, to, locale: locale === 'es' ? 'es' : 'en' })
  const text = JSON.stringify({ change, until } satisfies Held)
  const sent = await sendCode(deps, {
    sessionId,
    loginId,
    purpose: 'contact',
    contact,
    formKey,
    seal: (id) => deps.vault.seal(text, newContactContext(id)),
    lane: { scope: 'code-login', key: loginId },
  })
  if (!sent.ok) return sent
  if (!sent.value.isNew) return accepted('sent')
  const details = { session: sessionId, factor: method, to: contact.masked }
  await deps.db.transaction().execute((tx) => note(tx, deps, asking, 'codeSent', details))
  return accepted('sent')
}
