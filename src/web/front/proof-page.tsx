// The first form of registering, of recovering and of the others: which account is yours. What was
// typed stays on the page.
import type { Session } from '#src/identity/sessions.ts'
import { Button } from '#src/ui/button.tsx'
import { TextField } from '#src/ui/forms/text-field.tsx'
import type { Typed } from '../form.ts'
import { FormFields } from '../form-session.tsx'
import { Afterwards } from '../proofs/afterwards.tsx'
import type { WebContext } from '../request-context.ts'
import type { AccountFlow } from './account-flow.ts'
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
  const w = c.get('words').identity.register
  const own = flow.words(c.get('words'))
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
    title: own.proofTitle,
    problem: shown.problem,
    children: (
      <form class="k-fields" method="post" action={flow.proof}>
        <FormFields c={c} session={session} />
        <p class="k-row">{own.proofLead}</p>
        <TextField {...field('accountNumber')} label={w.accountNumber} hint={w.accountNumberHint} />
        <TextField
          {...field('lastFour')}
          label={w.lastFour}
          hint={w.lastFourHint}
          inputmode="numeric"
          width="short"
        />
        <TextField {...field('vin')} label={w.vin} hint={w.vinHint} />
        <Button look="primary" width="full">
          {w.submitProof}
        </Button>
        {own.afterwards && own.afterwardsHeading && (
          <Afterwards
            said={{ afterwards: own.afterwards, afterwardsHeading: own.afterwardsHeading }}
            icons={flow.icons ?? []}
          />
        )}
      </form>
    ),
  })
}
