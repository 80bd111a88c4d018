import type { Typed } from '#src/http/form.ts'
import type { Session } from '#src/identity/sessions.ts'
import { Button } from '#src/ui/button.tsx'
import { CheckField } from '#src/ui/forms/check-field.tsx'
import { PasswordField } from '#src/ui/forms/password-field.tsx'
import { TextField } from '#src/ui/forms/text-field.tsx'
import { FormFields } from '../form-session.tsx'
import type { WebContext } from '../request-context.ts'

/** The password is never put back on the page. */
export function SignInForm(props: {
  c: WebContext
  session: Session
  typed: Typed
  errors: { readonly username: string | undefined; readonly password: string | undefined }
}) {
  const { c, typed, errors } = props
  const { signIn: w, password } = c.get('words').identity
  return (
    <form class="k-fields" method="post" action="/sign-in">
      <FormFields c={c} session={props.session} />
      {typed.next && <input type="hidden" name="next" value={typed.next} />}
      <TextField
        id="username"
        name="username"
        label={w.username}
        value={typed.username ?? ''}
        autocomplete="username"
        spelling="off"
        error={errors.username}
      />
      <PasswordField
        id="password"
        name="password"
        label={w.password}
        {...(errors.password === undefined && { hint: w.passwordHint })}
        autocomplete="current-password"
        {...password}
        error={errors.password}
      />
      <CheckField
        id="remember"
        name="remember"
        label={w.remember}
        checked={typed.remember === 'yes'}
      />
      <CheckField
        id="shared"
        name="shared"
        label={w.shared}
        hint={w.sharedHint}
        checked={typed.shared === 'yes'}
      />
      <Button look="primary" width="full">
        {w.submit}
      </Button>
    </form>
  )
}
