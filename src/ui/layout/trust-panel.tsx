import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from '../icon.tsx'
import { Panel } from '../panel.tsx'

/** "Is this really us?": the one address, with its registrable part in bold, and our promises. */
export function TrustPanel(props: {
  title: ComponentChildren
  lead: ComponentChildren
  /** ["my.", "examplemotor.example"] */
  address: readonly [prefix: string, domain: string]
  promises: readonly { icon: IconName; text: ComponentChildren }[]
}) {
  const [prefix, domain] = props.address
  return (
    <Panel>
      <h2 class="k-section k-icon-line">
        <Icon name="badge-check" size={22} />
        {props.title}
      </h2>
      <p class="k-row k-ink2">{props.lead}</p>
      <div class="k-address">
        <Icon name="lock" size={18} />
        <span>
          {prefix}
          <strong>{domain}</strong>
        </span>
      </div>
      <ul class="k-list">
        {props.promises.map((promise) => (
          <li>
            <Icon name={promise.icon} size={18} />
            <div>{promise.text}</div>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

/** The lines under the trust panel: phone numbers, hours, and whether everything works. */
export function SignInHelp(props: {
  children: ComponentChildren
  status?: { state: 'fine' | 'care'; words: ComponentChildren }
}) {
  return (
    <div class="k-split-help">
      {props.children}
      {props.status && (
        <p class={props.status.state === 'fine' ? 'k-status' : 'k-status k-status-care'}>
          <svg class="k-status-dot" width="9" height="9" viewBox="0 0 9 9" aria-hidden="true">
            <circle cx="4.5" cy="4.5" r="4.5" fill="currentColor" />
          </svg>
          {props.status.words}
        </p>
      )}
    </div>
  )
}
