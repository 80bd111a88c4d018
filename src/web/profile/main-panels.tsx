// What was just done, where a person is reached, and what is told to each phone and mailbox.
import type { FieldProblem } from '#src/http/form.ts'
import type { Profile } from '#src/identity/profile/view-profile.ts'
import type { SignedInSession } from '#src/identity/sessions.ts'
import { ButtonLink, Buttons } from '#src/ui/button.tsx'
import { Panel } from '#src/ui/panel.tsx'
import type { WebContext } from '../request-context.ts'
import { ContactsPanel } from './contacts-panel.tsx'
import { ProfileDone } from './done.tsx'
import { MessagesPanel } from './messages-panel.tsx'

export function MainPanels(props: {
  c: WebContext
  session: SignedInSession
  profile: Profile
  problems: readonly FieldProblem[]
}) {
  const { c, profile } = props
  return (
    <>
      <ProfileDone c={c} />
      <ContactsPanel c={c} profile={profile} />
      <MessagesPanel {...props} />
      <AddressPanel c={c} profile={profile} />
    </>
  )
}

function AddressPanel({ c, profile }: { c: WebContext; profile: Profile }) {
  const { address: w } = c.get('words').profile
  const { addresses } = profile
  return (
    <Panel title={w.heading}>
      <div class="k-flow">
        {addresses.length === 0 && <p>{w.none}</p>}
        {addresses.map(({ street, city, state, postalCode }) => (
          <p>
            {street}
            <br />
            {city}, {state} {postalCode}
          </p>
        ))}
        {addresses.length > 1 && <p class="k-small k-ink2">{w.several}</p>}
        <Buttons>
          <ButtonLink href="/profile/address">{w.change}</ButtonLink>
        </Buttons>
      </div>
    </Panel>
  )
}
