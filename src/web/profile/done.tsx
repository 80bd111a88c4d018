import { Note } from '#src/ui/note.tsx'
import type { WebContext } from '../request-context.ts'

/** What was just done, above the profile. */
export function ProfileDone({ c }: { c: WebContext }) {
  const { contacts, address, messages } = c.get('words').profile
  const { saved } = c.get('words').documents.consent
  const said = {
    contact: contacts.saved,
    address: address.saved,
    addressSame: address.same,
    online: saved.online,
    mail: saved.mail,
    messages: messages.saved,
  }
  const named = ['contact', 'address', 'addressSame', 'online', 'mail', 'messages'] as const
  const done = named.find((name) => c.req.query('done') === name)
  if (!done) return null
  return (
    <div>
      <Note tone={done === 'addressSame' ? 'info' : 'ok'} role="status">
        {said[done]}
        {done === 'contact' && (
          <>
            {' '}
            {contacts.elsewhere} <a href="/security">{contacts.elsewhereLink}</a>.
          </>
        )}
      </Note>
    </div>
  )
}
