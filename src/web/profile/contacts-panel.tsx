import { MOST_CONTACTS } from '#src/domain/account/person-contacts.ts'
import type { Contact } from '#src/identity/factors/contacts.ts'
import type { Profile } from '#src/identity/profile/view-profile.ts'
import { ButtonLink, Buttons } from '#src/ui/button.tsx'
import { type Fact, FactList } from '#src/ui/figures/fact-list.tsx'
import { Note } from '#src/ui/note.tsx'
import { Panel } from '#src/ui/panel.tsx'
import { spoken } from '../masked.tsx'
import { type Reader, readerOf } from '../reader.ts'
import type { WebContext } from '../request-context.ts'

/** Masked, with what can be done to each; what cannot be done now is left off, and why is said. */
export function ContactsPanel({ c, profile }: { c: WebContext; profile: Profile }) {
  const reader = readerOf(c)
  const { contacts: w } = reader.words.profile
  const { contacts, heldUntil } = profile
  const hasRoom = (method: Contact['method']) =>
    contacts.filter((contact) => contact.method === method).length < MOST_CONTACTS
  return (
    <Panel title={w.heading} lead={w.lead}>
      <div class="k-flow">
        {contacts.length === 0 && <p>{w.none}</p>}
        <FactList look="ruled" facts={contacts.map((contact) => fact(reader, profile, contact))} />
        {heldUntil !== null && (
          <Note tone="info">{w.held(`${reader.day(heldUntil)}, ${reader.time(heldUntil)}`)}</Note>
        )}
        <Buttons>
          {hasRoom('sms') && (
            <ButtonLink href="/profile/contact?kind=sms" icon="plus">
              {w.addPhone}
            </ButtonLink>
          )}
          {hasRoom('email') && (
            <ButtonLink href="/profile/contact?kind=email" icon="plus">
              {w.addEmail}
            </ButtonLink>
          )}
        </Buttons>
        <p class="k-small k-ink2">{w.full(MOST_CONTACTS)}</p>
      </div>
    </Panel>
  )
}

function fact(reader: Reader, profile: Profile, contact: Contact): Fact {
  const { contacts: w } = reader.words.profile
  const { method, masked, key } = contact
  const isPhone = method === 'sms'
  const heard = isPhone ? w.phone(reader.words.account.ending(masked.slice(-4))) : w.email(masked)
  const isOpen = profile.heldUntil === null
  const isLast = profile.contacts.length === 1
  return {
    mark: { icon: isPhone ? 'phone' : 'mail' },
    title: spoken(isPhone ? w.phone(masked) : w.email(masked), reader),
    ...(isOpen && {
      action: (
        <>
          <a href={`/profile/contact?change=${key}`} aria-label={w.changeNamed(heard)}>
            {w.change}
          </a>
          {!isLast && (
            <>
              {' · '}
              <a href={`/profile/contact/removal?contact=${key}`} aria-label={w.removeNamed(heard)}>
                {w.remove}
              </a>
            </>
          )}
        </>
      ),
    }),
  }
}
