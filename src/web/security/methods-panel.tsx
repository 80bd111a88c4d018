import type { Ways } from '#src/identity/entry/ways.ts'
import { ButtonLink, Buttons } from '#src/ui/button.tsx'
import { type Fact, FactList } from '#src/ui/figures/fact-list.tsx'
import { Panel } from '#src/ui/panel.tsx'
import { spoken } from '../masked.tsx'
import { passkeyFact } from '../passkeys/passkey-fact.tsx'
import type { Reader } from '../reader.ts'

/** Every way this person can show who they are, the strongest first. */
export function MethodsPanel(props: { reader: Reader; ways: Ways }) {
  const { reader, ways } = props
  const { passkeys, contacts } = ways
  const w = reader.words.security.methods
  const facts: Fact[] = [
    ...passkeys.map((passkey) => passkeyFact(passkey, reader)),
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
      <Buttons>
        <ButtonLink href="/security/passkeys" icon="fingerprint-pattern">
          {reader.words.passkeys.manage}
        </ButtonLink>
      </Buttons>
    </Panel>
  )
}
