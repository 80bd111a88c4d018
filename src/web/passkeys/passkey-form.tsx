import type { ComponentChildren } from 'preact'
import type { Session } from '#src/identity/sessions.ts'
import { FormFields } from '../form-session.tsx'
import type { WebContext } from '../request-context.ts'

/** A form that a script fills with what a passkey says; hidden where none runs. */
export function PasskeyForm(props: {
  c: WebContext
  session: Session
  ceremony: 'get' | 'create'
  action: string
  /** Where what it signs comes from. */
  challenge: string
  next?: string | undefined
  children: ComponentChildren
}) {
  const { c, session, ceremony, action, challenge, next } = props
  return (
    <form
      class="k-fields"
      method="post"
      action={action}
      data-passkey={ceremony}
      data-challenge={challenge}
      hidden
    >
      <FormFields c={c} session={session} />
      {next && <input type="hidden" name="next" value={next} />}
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
