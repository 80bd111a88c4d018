import { Button, ButtonLink, Buttons } from '#src/ui/button.tsx'
import { ChoiceList } from '#src/ui/forms/choice-list.tsx'
import { TextField } from '#src/ui/forms/text-field.tsx'
import type { AccountVisit } from '../account-visit.tsx'
import { FormFields } from '../form-session.tsx'
import type { AddParts } from './add-parts.ts'

type Props = { visit: AccountVisit; parts: AddParts }

/** What names the bank is kept; the numbers are typed again. */
export function AddForm(props: Props) {
  const { visit, parts } = props
  const { c, session, reader, base } = visit
  const w = reader.words.bankAccounts.add
  const back = parts.back === '' ? `${base}/bank-accounts` : `${base}/payments/new?${parts.back}`
  const named = (id: string) => ({ id, name: id, ...errorOf(parts, id) })
  return (
    <form class="k-fields" method="post" action={`${base}/bank-accounts/new`}>
      <FormFields c={c} session={session} />
      <input type="hidden" name="back" value={parts.back} />
      <Choices {...props} />
      <TextField {...named('routingNumber')} {...DIGITS} label={w.routing} hint={w.routingHint} />
      <TextField {...named('accountNumber')} {...DIGITS} label={w.number} hint={w.numberHint} />
      <TextField {...named('accountNumberAgain')} {...DIGITS} label={w.again} />
      <TextField
        {...named('bankName')}
        label={w.name}
        hint={w.nameHint}
        maxlength={60}
        value={parts.typed.bankName ?? ''}
      />
      <TextField
        {...named('nickname')}
        label={w.nickname}
        hint={w.nicknameHint}
        maxlength={40}
        value={parts.typed.nickname ?? ''}
      />
      <Buttons>
        <Button look="primary">{w.submit}</Button>
        <ButtonLink href={back}>{w.back}</ButtonLink>
      </Buttons>
    </form>
  )
}

const DIGITS = {
  inputmode: 'numeric',
  autocomplete: 'off',
  width: 'medium',
  spelling: 'off',
} as const

/** Which kind it is, and whose. */
function Choices({ visit, parts }: Props) {
  const { reader } = visit
  const w = reader.words.bankAccounts.add
  const { kinds } = reader.words.payments
  const { givenName, familyName } = parts.view.obligor
  return (
    <>
      <ChoiceList
        {...{ id: 'kind', name: 'kind', ...errorOf(parts, 'kind') }}
        legend={w.kind}
        legendLook="field"
        value={parts.typed.kind ?? ''}
        choices={[
          { value: 'checking', name: kinds.checking },
          { value: 'savings', name: kinds.savings },
        ]}
      />
      <ChoiceList
        {...{ id: 'holder', name: 'holder', ...errorOf(parts, 'holder') }}
        legend={w.holder}
        legendLook="field"
        value={parts.typed.holder ?? ''}
        choices={[
          {
            value: 'mine',
            name: w.holderMine(`${givenName} ${familyName}`),
            note: w.holderMineNote,
          },
          { value: 'other', name: w.holderOther },
        ]}
      />
    </>
  )
}

function errorOf(parts: AddParts, field: string): { error?: string } {
  const message = parts.problems.find((problem) => problem.field === field)?.message
  return message === undefined ? {} : { error: message }
}
