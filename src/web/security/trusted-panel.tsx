import type { OwnTrustedDevice } from '#src/identity/devices/trusted-device.ts'
import type { SignedInSession } from '#src/identity/sessions.ts'
import { Button } from '#src/ui/button.tsx'
import { type Fact, FactList } from '#src/ui/figures/fact-list.tsx'
import { Panel } from '#src/ui/panel.tsx'
import { deviceName } from '#src/words/device-name.ts'
import { FormFields } from '../form-session.tsx'
import { readerOf } from '../reader.ts'
import type { WebContext } from '../request-context.ts'

/** Browsers that are asked for the password alone, each with the button that ends it. */
export function TrustedPanel(props: {
  c: WebContext
  session: SignedInSession
  devices: readonly OwnTrustedDevice[]
}) {
  const { c, session, devices } = props
  const w = c.get('words').protection.trust
  if (devices.length === 0) return null
  return (
    <Panel title={w.heading}>
      <p class="k-ink2">{w.lead}</p>
      <FactList look="ruled" facts={devices.map((device) => deviceFact(c, session, device))} />
    </Panel>
  )
}

function deviceFact(c: WebContext, session: SignedInSession, device: OwnTrustedDevice): Fact {
  const reader = readerOf(c)
  const { protection, security } = reader.words
  const w = protection.trust
  const name = deviceName(device.device, security)
  const until = w.until(reader.day(device.trustedAt), reader.day(device.expiresAt))
  return {
    mark: { icon: 'monitor-smartphone' },
    title: device.isHere ? w.here(name) : name,
    detail: `${until} ${security.sessions.seen(reader.moment(device.lastUsedAt), device.address)}.`,
    action: (
      <form method="post" action="/security/trusted-devices">
        <FormFields c={c} session={session} />
        <input type="hidden" name="which" value={device.id} />
        <Button size="dense" label={w.forgetNamed(name)}>
          {w.forget}
        </Button>
      </form>
    ),
  }
}
