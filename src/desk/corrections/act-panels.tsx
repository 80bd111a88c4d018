import type { ComponentChildren } from 'preact'
import { Button, Buttons } from '#src/ui/button.tsx'
import { RadioGroup } from '#src/ui/forms/check-field.tsx'
import { FieldError } from '#src/ui/forms/field.tsx'
import { Panel } from '#src/ui/panel.tsx'
import { DeskFields } from '../desk-forms.tsx'
import { writers } from '../money/money-links.tsx'
import type { FormOf } from './account-parts.ts'
import { WhyField } from './held-panel.tsx'

/** Due dates moved: each choice says what it comes to. */
export function ExtensionPanel(of: FormOf) {
  const { c, view, typed, wrong } = of
  const w = c.get('words').desk.posting.acts
  const { day, money } = writers(c)
  if (view.extensions.length === 0)
    return (
      <Panel title={w.extendTitle}>
        <p>{w.extendNone}</p>
      </Panel>
    )
  return (
    <Panel title={w.extendTitle}>
      <ActForm {...of} prefix="extension" path="extensions" title={w.extendTitle}>
        <p class="k-small k-ink2">{w.extendLead}</p>
        <RadioGroup
          id="extension-months"
          name="months"
          legend={w.months}
          options={view.extensions.map(({ months, from, due, amount }) => ({
            value: `${months} ${from} ${amount}`,
            label: (due < view.today ? w.monthsLate : w.monthsOf)(months, day(due), money(amount)),
          }))}
          value={typed('months')}
          error={wrong('months')}
        />
      </ActForm>
    </Panel>
  )
}

/** A loan given up as lost, with the principal that the page showed. */
export function ChargeOffPanel(of: FormOf) {
  const { c, view, wrong } = of
  const w = c.get('words').desk.posting.acts
  const { money } = writers(c)
  if (!view.chargeOff)
    return (
      <Panel title={w.chargeOffTitle}>
        <p>{w.chargeOffNone}</p>
      </Panel>
    )
  const { principal, owed } = view.chargeOff
  const problem = wrong('principal')
  return (
    <Panel title={w.chargeOffTitle}>
      <ActForm {...of} prefix="loss" path="charge-offs" title={w.chargeOffTitle}>
        <div id="loss-principal" tabIndex={-1}>
          <p class="k-small k-ink2">{w.chargeOffLead(money(principal), money(owed))}</p>
          {problem && <FieldError id="loss-principal">{problem}</FieldError>}
          <input type="hidden" name="principal" value={String(principal)} />
        </div>
      </ActForm>
    </Panel>
  )
}

function ActForm(
  props: FormOf & { prefix: string; path: string; title: string; children: ComponentChildren },
) {
  const { c, session, view, prefix, typed, wrong } = props
  const { ask } = c.get('words').desk.posting.account
  return (
    <form
      class="k-fields"
      method="post"
      action={`/money/corrections/${view.account.accountId}/${props.path}`}
    >
      <DeskFields c={c} session={session} />
      {props.children}
      <WhyField c={c} prefix={prefix} typed={typed} wrong={wrong} />
      <Buttons>
        <Button label={`${ask}: ${props.title}`}>{ask}</Button>
      </Buttons>
    </form>
  )
}
