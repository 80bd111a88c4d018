import type { Contact } from '#src/identity/factors/contacts.ts'
import { type Fact, FactList } from '#src/ui/figures/fact-list.tsx'
import { Panel } from '#src/ui/panel.tsx'
import { spoken } from '../masked.tsx'
import type { Reader } from '../reader.ts'

/** Every way this person can show who they are, the strongest first. */
export function MethodsPanel(props: { reader: Reader; contacts: readonly Contact[] }) {
  const { reader, contacts } = props
  const w = reader.words.security.methods
  const facts: Fact[] = [
    { mark: { icon: 'lock' }, title: w.password },
    ...contacts.map(
      ({ method, masked }): Fact => ({
        mark: { icon: method === 'sms' ? 'message-square' : 'mail' },
        title: spoken(method === 'sms' ? w.text(masked) : w.mail(masked), reader),
        detail: method === 'sms' ? w.textNote : w.mailNote,
      }),
    ),
  ]
  return (
    <Panel title={w.heading}>
      <FactList look="ruled" facts={facts} />
    </Panel>
  )
}
