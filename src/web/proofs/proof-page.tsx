// The first form of registering, of recovering and of the others: which account is yours. What was
// typed stays on the page.
import { IDENTITY_NUMBERS } from '#src/domain/regions/identity-numbers.ts'
import type { Typed } from '#src/http/form.ts'
import type { Session } from '#src/identity/sessions.ts'
import { Button } from '#src/ui/button.tsx'
import { DateField, TextField } from '#src/ui/forms/text-field.tsx'
import { FormFields } from '../form-session.tsx'
import type { WebContext } from '../request-context.ts'
import type { AccountFlow } from './account-flow.ts'
import { Afterwards } from './afterwards.tsx'
import { errorOf, type RegisterProblem, registerStepPage } from './register-step.tsx'

export function proofPage(
  c: WebContext,
  session: Session,
  shown: {
    readonly flow: AccountFlow
    readonly typed: Typed
    readonly problem: RegisterProblem | null
  },
): Response {
  const { flow } = shown
  const w = c.get('words').accountProof
  const { registration } = c.get('web').config.lender
  const region = registration.identityNumbers
  const field = (name: string) => ({
    id: name,
    name,
    value: shown.typed[name] ?? '',
    error: errorOf(shown.problem, name),
    autocomplete: 'off',
    spelling: 'off' as const,
  })
  return registerStepPage(c, {
    flow,
    step: 1,
    title: flow.words(c.get('words')).proofTitle,
    problem: shown.problem,
    children: (
      <form class="k-fields" method="post" action={flow.proof}>
        <FormFields c={c} session={session} />
        <Lead c={c} flow={flow} />
        <TextField {...field('accountNumber')} label={w.accountNumber} hint={w.accountNumberHint} />
        <TextField
          {...field('lastFour')}
          label={w.lastFour[region].label}
          hint={w.lastFourHint}
          inputmode={IDENTITY_NUMBERS[region].ends === 'digits' ? 'numeric' : 'text'}
          width="short"
        />
        {registration.proof === 'vin' ? (
          <TextField {...field('vin')} label={w.vin} hint={w.vinHint} />
        ) : (
          <DateField
            {...field('birthDate')}
            label={w.birthDate}
            hint={w.birthDateHint}
            autocomplete="bday"
            width="medium"
          />
        )}
        <Button look="primary" width="full">
          {w.submit}
        </Button>
        <Afterwards said={flow.words(c.get('words'))} icons={flow.icons} />
      </form>
    ),
  })
}

/** What to type, and, where there is more to say, what it is for. */
function Lead(props: { c: WebContext; flow: AccountFlow }) {
  const words = props.c.get('words')
  const { proof } = props.c.get('web').config.lender.registration
  const own = props.flow.words(words).proofLead
  return (
    <p class="k-row">
      {words.accountProof.lead[proof]} {own}
    </p>
  )
}
