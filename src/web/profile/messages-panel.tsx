// Which phones and mailboxes get messages about accounts: one box each, phones empty until their
// owner agrees.
import type { FieldProblem } from '#src/http/form.ts'
import type { Profile } from '#src/identity/profile/view-profile.ts'
import type { SignedInSession } from '#src/identity/sessions.ts'
import { Button, Buttons } from '#src/ui/button.tsx'
import { CheckField } from '#src/ui/forms/check-field.tsx'
import { Panel } from '#src/ui/panel.tsx'
import { FormFields } from '../form-session.tsx'
import { readerOf } from '../reader.ts'
import type { WebContext } from '../request-context.ts'

export function MessagesPanel(props: {
  c: WebContext
  session: SignedInSession
  profile: Profile
  problems: readonly FieldProblem[]
}) {
  const { c, session, profile } = props
  const { messages: w } = c.get('words').profile
  const { lender } = c.get('web').config
  const reader = readerOf(c)
  const phones = profile.messages.filter(({ contact }) => contact.method === 'sms')
  const error = props.problems.find(({ field }) => field === 'asked')?.message
  return (
    <Panel title={w.heading}>
      <form class="k-fields" id="asked" method="post" action="/profile/messages">
        <FormFields c={c} session={session} />
        <input type="hidden" name="asked" value="all" />
        {error !== undefined && <p class="k-field-error">{error}</p>}
        <p>{w.lead}</p>
        {profile.messages.map(({ contact, wanted, at }) => (
          <CheckField
            id={`messages-${contact.id}`}
            name={contact.key}
            label={w[contact.method](contact.masked)}
            checked={wanted}
            {...(at !== null && { hint: w.chosen(reader.day(at)) })}
          />
        ))}
        {phones.length > 0 && <p class="k-small k-ink2">{w.consent(lender.name, lender.phone)}</p>}
        <p class="k-small k-ink2">{w.always}</p>
        <Buttons>
          <Button>{w.submit}</Button>
        </Buttons>
      </form>
    </Panel>
  )
}
