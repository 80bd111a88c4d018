import { toDollars } from '#src/domain/money.ts'
import { RadioGroup } from '#src/ui/forms/check-field.tsx'
import { MoneyField } from '#src/ui/forms/text-field.tsx'
import { Panel } from '#src/ui/panel.tsx'
import { writers } from '../money/money-links.tsx'
import type { FormOf } from './account-parts.ts'
import { AskForm, NothingToAsk, ToField } from './ask-form.tsx'

/** Money held: to what is owed, back, or to another account. */
export function HeldPanel(of: FormOf) {
  const { c, view } = of
  const w = c.get('words').desk.posting.account
  const { money } = writers(c)
  const { held, refundable } = view.held
  if (held <= 0) return <NothingToAsk title={w.heldTitle}>{w.heldNone}</NothingToAsk>
  return (
    <Panel title={w.heldTitle} lead={w.heldLead(money(held), money(refundable))}>
      <HeldForm {...of} />
    </Panel>
  )
}

function HeldForm(of: FormOf) {
  const { c, view, typed, wrong } = of
  const { account: w, form } = c.get('words').desk.posting
  return (
    <AskForm {...of} name="held" path="held" title={w.heldTitle}>
      <RadioGroup
        id="held-what"
        name="what"
        legend={w.heldWhat}
        options={waysOf({ c, view })}
        value={typed('what')}
        error={wrong('what')}
      />
      <MoneyField
        id="held-amount"
        name="amount"
        label={form.amount}
        value={typed('amount') || toDollars(view.held.held)}
        error={wrong('amount')}
      />
      <ToField c={c} prefix="held" hint={w.toHint} typed={typed} wrong={wrong} />
    </AskForm>
  )
}

function waysOf({ c, view }: Pick<FormOf, 'c' | 'view'>) {
  const words = c.get('words')
  const w = words.desk.posting.account
  const banks = view.banks.map(({ id, kind, lastFour, whose }) => ({
    value: `bank ${id}`,
    label: w.refundBank(`${words.payments.kindsWithin[kind]} ••${lastFour}`, whose),
  }))
  return [
    { value: 'apply', label: w.apply },
    ...banks,
    { value: 'check', label: w.refundCheck },
    { value: 'moveHeld', label: w.moveTo },
  ]
}
