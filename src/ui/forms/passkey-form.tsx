import type { ComponentChildren } from 'preact'

/** A form that a script fills with what a passkey says; hidden where none runs. */
export function PasskeyForm(props: {
  ceremony: 'get' | 'create'
  action: string
  /** Where what it signs comes from. */
  challenge: string
  /** What every form of that host carries. */
  fields: ComponentChildren
  children: ComponentChildren
}) {
  return (
    <form
      class="k-fields"
      method="post"
      action={props.action}
      data-passkey={props.ceremony}
      data-challenge={props.challenge}
      hidden
    >
      {props.fields}
      {props.children}
    </form>
  )
}

/** What to do when the browser's own window was closed without a passkey. */
export function PasskeyIdle(props: { when: 'idle' | 'known'; children: ComponentChildren }) {
  return (
    <p class="k-small k-ink2" role="status" data-when={props.when} hidden>
      {props.children}
    </p>
  )
}
