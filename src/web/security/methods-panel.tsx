import type { Methods } from '#src/identity/entry/ways.ts'
import type { Authenticator } from '#src/identity/factors/authenticators.ts'
import { ButtonLink, Buttons } from '#src/ui/button.tsx'
import { type Fact, FactList } from '#src/ui/figures/fact-list.tsx'
import { Panel } from '#src/ui/panel.tsx'
import { spoken } from '../masked.tsx'
import { passkeyFact } from '../passkeys/passkey-fact.tsx'
import type { Reader } from '../reader.ts'

/** Every way this person can show who they are, the strongest first. */
export function MethodsPanel(props: { reader: Reader; methods: Methods }) {
  const { reader, methods } = props
  const { protection, security, secondFactors } = reader.words
  const w = security.methods
  const facts: Fact[] = [
    ...methods.passkeys.map((passkey) => passkeyFact(passkey, reader)),
    {
      mark: { icon: 'lock' },
      title: w.password,
      detail: protection.password.since(reader.moment(methods.passwordChangedAt)),
      action: <a href="/security/password">{protection.password.change}</a>,
    },
    ...methods.authenticators.map((app) => appFact(reader, app)),
    ...methods.contacts.map(
      ({ method, masked }): Fact => ({
        mark: { icon: method === 'sms' ? 'message-square' : 'mail' },
        title: spoken(method === 'sms' ? w.text(masked) : w.mail(masked), reader),
        detail: method === 'sms' ? w.textNote : w.mailNote,
      }),
    ),
    backupFact(reader, methods.backupCodesLeft),
  ]
  return (
    <Panel title={w.heading}>
      <FactList look="ruled" facts={facts} />
      <Buttons>
        <ButtonLink href="/security/passkeys" icon="fingerprint-pattern">
          {reader.words.passkeys.manage}
        </ButtonLink>
        <ButtonLink href="/security/authenticator" icon="plus">
          {secondFactors.methods.addApp}
        </ButtonLink>
      </Buttons>
    </Panel>
  )
}

function appFact(reader: Reader, app: Authenticator): Fact {
  const w = reader.words.secondFactors.methods
  const used = app.lastUsedAt === null ? w.unused : w.used(reader.moment(app.lastUsedAt))
  const query = new URLSearchParams({ app: app.id })
  return {
    mark: { icon: 'smartphone' },
    title: w.app(app.name),
    detail: `${w.since(reader.moment(app.createdAt))} ${used}`,
    action: (
      <a href={`/security/authenticator/removal?${query}`} aria-label={w.removeNamed(app.name)}>
        {w.remove}
      </a>
    ),
  }
}

function backupFact(reader: Reader, left: number): Fact {
  const w = reader.words.secondFactors.methods
  return {
    mark: { icon: 'life-buoy' },
    title: w.backup,
    detail: left === 0 ? w.backupNone : w.backupLeft(left),
    action: <a href="/security/backup-codes">{left === 0 ? w.makeCodes : w.newCodes}</a>,
  }
}
