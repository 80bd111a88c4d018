import { toDollars } from '#src/domain/money.ts'
import type { FieldProblem, Typed } from '#src/http/form.ts'
import type { Session } from '#src/identity/sessions.ts'
import type { SharedPayoff } from '#src/servicing/sharing/shared-payoff.ts'
import { Button, Buttons } from '#src/ui/button.tsx'
import { CheckField } from '#src/ui/forms/check-field.tsx'
import { DateField, MoneyField, TextField } from '#src/ui/forms/text-field.tsx'
import { Panel } from '#src/ui/panel.tsx'
import { FormFields } from '../form-session.tsx'
import type { WebContext } from '../request-context.ts'

/** Filled in with the amount and the day that are shown. */
export function IntendPanel(props: {
  readonly c: WebContext
  readonly session: Session
  readonly shared: SharedPayoff
  readonly problems: readonly FieldProblem[]
  /** What was typed; nothing where the form is new. */
  readonly typed: Typed
}) {
  const { c, session, shared, problems, typed } = props
  const w = c.get('words').sharing.intend
  const { payoff, clearedOnly, firstDate, lastDate } = shared.quoted
  const field = (name: string, first: string) => {
    const error = problems.find((problem) => problem.field === name)?.message
    return { id: name, name, value: typed[name] ?? first, ...(error !== undefined && { error }) }
  }
  const consent = problems.find(({ field: name }) => name === 'consent')?.message
  return (
    <Panel title={w.title} lead={w.lead}>
      <form class="k-fields" method="post" action="/shared/payoff">
        <FormFields c={c} session={session} />
        <TextField {...field('payer', '')} label={w.payer} maxlength={80} />
        <MoneyField
          {...field('amount', toDollars((clearedOnly?.payoff ?? payoff).total))}
          label={w.amount}
        />
        <DateField
          {...field('expectedOn', payoff.on)}
          label={w.day}
          min={firstDate}
          max={lastDate}
        />
        <TextField
          {...field('email', '')}
          label={w.email}
          hint={w.emailHint}
          type="email"
          autocomplete="email"
          maxlength={254}
        />
        <CheckField
          id="consent"
          name="consent"
          label={w.consent}
          checked={typed.consent === 'yes'}
          {...(consent !== undefined && { error: consent })}
        />
        <Buttons>
          <Button look="primary">{w.submit}</Button>
        </Buttons>
      </form>
    </Panel>
  )
}
