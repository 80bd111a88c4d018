import type { Refusal } from '#src/domain/refusal.ts'
import type { Session } from '#src/identity/sessions.ts'
import { Button } from '#src/ui/button.tsx'
import { PasskeyIdle } from '#src/ui/forms/passkey-form.tsx'
import { exceptOf } from '../front/as-confirming.ts'
import type { WebContext } from '../request-context.ts'
import { PasskeyForm } from './passkey-form.tsx'
import { PasskeyProblem } from './passkey-problem.tsx'

type Offer = { c: WebContext; session: Session; next?: string | undefined }

/** Below the password form: nothing has to be typed. */
export function SignInByPasskey(props: Offer) {
  const w = props.c.get('words').passkeys
  return (
    <PasskeyForm {...props} ceremony="get" action="/sign-in/passkey" challenge="/passkey-challenge">
      <p class="k-or">{w.or}</p>
      <Button icon="fingerprint-pattern" width="full">
        {w.signIn}
      </Button>
      <PasskeyIdle when="idle">{w.idle}</PasskeyIdle>
    </PasskeyForm>
  )
}

export type PasskeyRefusal = { readonly kind: 'passkey'; readonly refusal: Refusal }

/** Above the ways that take a code. A refused one may have been the last. */
export function PasskeyAbove(
  props: Offer & { hasPasskey: boolean; problem: PasskeyRefusal | null },
) {
  const { hasPasskey, problem, ...offer } = props
  return (
    <>
      {problem && <PasskeyProblem c={offer.c} refusal={problem.refusal} />}
      {hasPasskey && <ConfirmByPasskey {...offer} />}
    </>
  )
}

function ConfirmByPasskey(props: Offer) {
  const w = props.c.get('words').passkeys
  const form = { action: '/confirm/passkey', challenge: '/passkey-challenge' }
  return (
    <PasskeyForm {...props} {...form} ceremony="get" except={exceptOf(props.c)}>
      <p class="k-row">{w.confirmHint}</p>
      <Button icon="fingerprint-pattern" width="full">
        {w.confirm}
      </Button>
      <PasskeyIdle when="idle">{w.idle}</PasskeyIdle>
      <p class="k-or">{w.confirmOr}</p>
    </PasskeyForm>
  )
}
