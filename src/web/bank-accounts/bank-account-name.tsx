import { Button, Buttons } from '#src/ui/button.tsx'
import { TextField } from '#src/ui/forms/text-field.tsx'
import { Panel } from '#src/ui/panel.tsx'
import { FormFields } from '../form-session.tsx'
import { type BankAccountProblem, type BankAccountVisit, pathOfBank } from './one-bank-account.ts'

/** What its owner calls it, and its bank. */
export function NamePanel(props: { found: BankAccountVisit; problem: BankAccountProblem | null }) {
  const { found, problem } = props
  const { visit, funding } = found
  const { c, session, reader } = visit
  const { name: w, add } = reader.words.bankAccounts
  const isCard = funding.kind === 'card'
  const field = (id: 'nickname' | 'bankName', kept: string) => {
    const error = problem?.problems.find((one) => one.field === id)?.message
    return {
      ...{ id, name: id, value: problem?.typed[id] ?? kept, autocomplete: 'off' },
      ...(error !== undefined && { error }),
    }
  }
  return (
    <Panel title={w.heading}>
      <form class="k-fields" method="post" action={`${pathOfBank(found)}/name`}>
        <FormFields c={c} session={session} />
        <TextField
          {...field('nickname', funding.nickname ?? '')}
          label={isCard ? reader.words.cards.saved.nickname : w.nickname}
          hint={add.nicknameHint}
          maxlength={40}
        />
        {isCard ? (
          <input type="hidden" name="bankName" value={funding.bankName} />
        ) : (
          <TextField
            {...field('bankName', funding.bankName)}
            label={add.name}
            hint={add.nameHint}
            maxlength={60}
          />
        )}
        <Buttons>
          <Button>{w.submit}</Button>
        </Buttons>
      </form>
    </Panel>
  )
}
