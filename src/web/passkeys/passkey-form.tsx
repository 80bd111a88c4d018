import type { ComponentChildren } from 'preact'
import type { Session } from '#src/identity/sessions.ts'
import { PasskeyForm as EmptyForm } from '#src/ui/forms/passkey-form.tsx'
import { FormFields } from '../form-session.tsx'
import type { WebContext } from '../request-context.ts'

/** A passkey's form with what every form of the portal carries. */
export function PasskeyForm(props: {
  c: WebContext
  session: Session
  ceremony: 'get' | 'create'
  action: string
  /** Where what it signs comes from. */
  challenge: string
  next?: string | undefined
  /** What cannot be what confirms. */
  except?: string | undefined
  children: ComponentChildren
}) {
  const { c, session, next, except, children, ...form } = props
  const fields = (
    <>
      <FormFields c={c} session={session} />
      {next && <input type="hidden" name="next" value={next} />}
      {except && <input type="hidden" name="except" value={except} />}
    </>
  )
  return (
    <EmptyForm {...form} fields={fields}>
      {children}
    </EmptyForm>
  )
}
