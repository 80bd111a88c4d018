// What a changed contact brings with it, in one commit: every account of the login, the history, a
// notice to every contact before and after (ASVS 5.0 V6.3.7), and a day in which nothing that could
// take money or the way back in is done.
import {
  type ContactChange,
  changeContacts,
  contactsOfPeople,
  withContacts,
} from '#src/domain/account/person-contacts.ts'
import { accepted, type Outcome, refused } from '#src/domain/refusal.ts'
import type { Obligor } from '#src/store/accounts/obligors.ts'
import type { Tx } from '#src/store/database.ts'
import { isStillOpen } from '#src/store/logins/retired-sessions.ts'
import { forgetCodesTo } from '#src/store/logins/sent-codes.ts'
import { forgetTrustedDevices } from '#src/store/logins/trusted-devices.ts'
import { note } from '../entry/confirm.ts'
import { type Contact, contactsIn, contactTo, maskedContact } from '../factors/contacts.ts'
import type { IdentityDeps } from '../identity-deps.ts'
import type { NoticeTemplate } from '../messages/message-names.ts'
import { sendNotices } from '../messages/send-messages.ts'
import { holdLogin } from '../recovery/hold-login.ts'
import type { SignedInSession, Visit } from '../sessions.ts'
import { lockOwnPapers, savePapers } from './own-papers.ts'

export type Asking = { readonly session: SignedInSession; readonly visit: Visit }

/**
 * Refused: `contactHeld` (what replaces or removes waits while the login is held, all of it once
 * somebody said that this was not them or ended the session), `contactGone`,
 * `contactSame`, `contactsFull`, `lastContact`; then nothing is written. The caller has shown that
 * the new contact is the person's own.
 */
export async function saveContacts(
  tx: Tx,
  deps: IdentityDeps,
  asking: Asking,
  change: ContactChange,
): Promise<Outcome<'saved'>> {
  const { loginId } = asking.session
  const now = deps.clock.now()
  const papers = await lockOwnPapers(tx, deps, loginId)
  const isHeld = papers.heldUntil !== null && now < papers.heldUntil && change.kind !== 'added'
  const isOver = papers.state === 'givenUp' || !(await isStillOpen(tx, asking.session))
  if (isHeld || isOver) return refused({ code: 'contactHeld' })
  const contacts = contactsOfPeople(papers.people.map(({ details }) => details))
  const next = changeContacts(contacts, change)
  if (!next.ok) return next
  const [from, to] = [fromOf(change), toOf(change)]
  const mask = (text: string | null) => text && maskedContact(change.method, text)
  const changed = await savePapers(tx, deps, papers, {
    to: (details) => withContacts(details, next.value),
    told: {
      kind: KINDS[change.kind],
      method: change.method,
      was: mask(from),
      became: mask(to),
      wording: null,
      values: () => ({ was: from, became: to }),
    },
  })
  if (from !== null) {
    await forgetCodesSentTo(tx, deps, { loginId, change, from })
    await forgetTrustedDevices(tx, loginId)
  }
  await holdLogin(tx, { loginId, now })
  await tell(tx, deps, { loginId, change, people: [...papers.people, ...changed] })
  const details = { factor: change.method, ...named('from', mask(from)), ...named('to', mask(to)) }
  await note(tx, deps, asking, KINDS[change.kind], details)
  return accepted('saved')
}

const KINDS = {
  added: 'contactAdded',
  replaced: 'contactReplaced',
  removed: 'contactRemoved',
} as const

const NOTICES = {
  sms: { added: 'phoneAdded', replaced: 'phoneReplaced', removed: 'phoneRemoved' },
  email: { added: 'emailAdded', replaced: 'emailReplaced', removed: 'emailRemoved' },
} as const satisfies Record<ContactChange['method'], Record<string, NoticeTemplate>>

function fromOf(change: ContactChange): string | null {
  return 'from' in change ? change.from : null
}

function toOf(change: ContactChange): string | null {
  return 'to' in change ? change.to : null
}

function named(name: string, text: string | null): Readonly<Record<string, string>> {
  return text === null ? {} : { [name]: text }
}

/** A code that is on its way there must not open anything any more. */
function forgetCodesSentTo(
  tx: Tx,
  deps: IdentityDeps,
  of: { loginId: string; change: ContactChange; from: string },
): Promise<void> {
  const { loginId, change, from } = of
  const { key } = contactTo(deps.vault, { method: change.method, to: from, locale: 'en' })
  return forgetCodesTo(tx, { loginId, contactId: key })
}

function tell(
  tx: Tx,
  deps: IdentityDeps,
  of: { loginId: string; change: ContactChange; people: readonly Obligor[] },
): Promise<void> {
  const { loginId, change, people } = of
  const contacts: Contact[] = contactsIn(
    deps.vault,
    people.map(({ details }) => details),
  )
  const template = NOTICES[change.method][change.kind]
  return sendNotices(tx, deps, { loginId, template, contacts })
}
