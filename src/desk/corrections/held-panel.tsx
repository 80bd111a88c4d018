import { toDollars } from '#src/domain/money.ts'
import { Button, Buttons } from '#src/ui/button.tsx'
import { RadioGroup } from '#src/ui/forms/check-field.tsx'
import { MoneyField, TextField } from '#src/ui/forms/text-field.tsx'
import { Panel } from '#src/ui/panel.tsx'
import { DeskFields } from '../desk-forms.tsx'
import { writers } from '../money/money-links.tsx'
import type { FormOf } from './account-parts.ts'

/** Money held: to what is owed, back, or to another account. */
export function HeldPanel(of: FormOf) {
  const { c, view } = of
  const w = c.get('words').desk.posting.account
  const { money } = writers(c)
  const { held, refundable } = view.held
  if (held <= 0)
    return (
      <Panel title={w.heldTitle}>
        <p>{w.heldNone}</p>
      </Panel>
    )
  return (
    <Panel title={w.heldTitle} lead={w.heldLead(money(held), money(refundable))}>
      <HeldForm {...of} />
    </Panel>
  )
}

function HeldForm({ c, session, view, typed, wrong }: FormOf) {
  const { account: w, form } = c.get('words').desk.posting
  return (
    <form
      class="k-fields"
      method="post"
      action={`/money/corrections/${view.account.accountId}/held`}
    >
      <DeskFields c={c} session={session} />
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
      <WhyField c={c} prefix="held" typed={typed} wrong={wrong} />
      <Buttons>
        <Button>{w.ask}</Button>
      </Buttons>
    </form>
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

type FieldOf = Pick<FormOf, 'c' | 'typed' | 'wrong'> & { readonly prefix: string }

export function ToField({ c, prefix, typed, wrong, hint, label }: FieldOf & ToWords) {
  const w = c.get('words').desk.posting.account
  return (
    <TextField
      id={`${prefix}-to`}
      name="to"
      label={label ?? w.toAccount}
      {...(hint !== undefined && { hint })}
      value={typed('to')}
      autocomplete="off"
      spelling="off"
      maxlength={40}
      width="medium"
      error={wrong('to')}
    />
  )
}

type ToWords = { readonly hint?: string; readonly label?: string }

export function WhyField({ c, prefix, typed, wrong }: FieldOf) {
  const { form: w } = c.get('words').desk.posting
  return (
    <TextField
      id={`${prefix}-reason`}
      name="reason"
      label={w.reason}
      hint={w.reasonHint}
      value={typed('reason')}
      autocomplete="off"
      maxlength={500}
      error={wrong('reason')}
    />
  )
}
