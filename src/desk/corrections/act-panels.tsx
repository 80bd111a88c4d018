import { RadioGroup } from '#src/ui/forms/check-field.tsx'
import { FieldError } from '#src/ui/forms/field.tsx'
import { Panel } from '#src/ui/panel.tsx'
import { writers } from '../money/money-links.tsx'
import type { FormOf } from './account-parts.ts'
import { AskForm, NothingToAsk } from './ask-form.tsx'

/** Due dates moved: each choice says what it comes to. */
export function ExtensionPanel(of: FormOf) {
  const { c, view, typed, wrong } = of
  const w = c.get('words').desk.posting.acts
  const { day, money } = writers(c)
  if (view.extensions.length === 0)
    return <NothingToAsk title={w.extendTitle}>{w.extendNone}</NothingToAsk>
  return (
    <Panel title={w.extendTitle}>
      <AskForm {...of} name="extension" path="extensions" title={w.extendTitle}>
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
      </AskForm>
    </Panel>
  )
}

/** A loan given up as lost, with the principal that the page showed. */
export function ChargeOffPanel(of: FormOf) {
  const { c, view, wrong } = of
  const w = c.get('words').desk.posting.acts
  const { money } = writers(c)
  if (!view.chargeOff)
    return <NothingToAsk title={w.chargeOffTitle}>{w.chargeOffNone}</NothingToAsk>
  const { principal, owed } = view.chargeOff
  const problem = wrong('principal')
  return (
    <Panel title={w.chargeOffTitle}>
      <AskForm {...of} name="loss" path="charge-offs" title={w.chargeOffTitle}>
        <div id="loss-principal" tabIndex={-1}>
          <p class="k-small k-ink2">{w.chargeOffLead(money(principal), money(owed))}</p>
          {problem && <FieldError id="loss-principal">{problem}</FieldError>}
          <input type="hidden" name="principal" value={String(principal)} />
        </div>
      </AskForm>
    </Panel>
  )
}
