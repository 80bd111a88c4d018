// What the requests of an account's money share: the form, the account it goes to, and why.
import type { ComponentChildren } from 'preact'
import { Button, Buttons } from '#src/ui/button.tsx'
import { TextField } from '#src/ui/forms/text-field.tsx'
import { Panel } from '#src/ui/panel.tsx'
import { DeskFields } from '../desk-forms.tsx'
import type { FormName, FormOf } from './account-parts.ts'

type AskParts = {
  readonly name: FormName
  readonly path: string
  readonly title: string
  readonly children: ComponentChildren
}

/** Asks for one thing, with its reason; a second person decides. */
export function AskForm(props: FormOf & AskParts) {
  const { c, session, view, name, typed, wrong } = props
  const { ask } = c.get('words').desk.posting.account
  return (
    <form
      class="k-fields"
      method="post"
      action={`/money/corrections/${view.account.accountId}/${props.path}`}
    >
      <DeskFields c={c} session={session} />
      {props.children}
      <WhyField c={c} prefix={name} typed={typed} wrong={wrong} />
      <Buttons>
        <Button label={`${ask}: ${props.title}`}>{ask}</Button>
      </Buttons>
    </form>
  )
}

/** In the place of a form where there is nothing to ask for. */
export function NothingToAsk({ title, children }: Pick<AskParts, 'title' | 'children'>) {
  return (
    <Panel title={title}>
      <p>{children}</p>
    </Panel>
  )
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

function WhyField({ c, prefix, typed, wrong }: FieldOf) {
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
