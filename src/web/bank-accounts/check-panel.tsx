// How a bank account is verified: what happens next, the two amounts, or another check.
import { MOST_TRIES } from '#src/domain/rules/funding/funding-check.ts'
import { newCheckDates } from '#src/servicing/funding/start-check.ts'
import { Button, ButtonLink, Buttons } from '#src/ui/button.tsx'
import { TextField } from '#src/ui/forms/text-field.tsx'
import { Panel } from '#src/ui/panel.tsx'
import { FormFields } from '../form-session.tsx'
import { paymentFrom } from './back-to-payment.ts'
import { FundingState, nextWords, takesAmounts } from './funding-words.tsx'
import { type BankAccountProblem, type BankAccountVisit, pathOfBank } from './one-bank-account.ts'

type Props = { found: BankAccountVisit; problem: BankAccountProblem | null }

export function CheckPanel({ found, problem, mayBegin }: Props & { mayBegin: boolean }) {
  const { visit, view, funding } = found
  const { reader, base } = visit
  const w = reader.words.bankAccounts
  const isUsable = funding.state === 'verified' || funding.state === 'checking'
  return (
    <Panel
      title={w.facts.state}
      aside={<FundingState visit={visit} funding={funding} today={view.today} />}
    >
      <div class="k-flow">
        <p>{nextWords(visit, funding, view.today)}</p>
        {takesAmounts(funding, view.today) && <AmountsForm found={found} problem={problem} />}
        {mayBegin && <AgainForm found={found} />}
        <Buttons>
          {view.status === 'open' && canBeSet(funding) && (
            <ButtonLink look="primary" href={`${base}/payments/new?${paymentFrom('', funding)}`}>
              {w.pay}
            </ButtonLink>
          )}
          {!isUsable && (
            <ButtonLink icon="plus" href={`${base}/bank-accounts/new`}>
              {w.add.title}
            </ButtonLink>
          )}
        </Buttons>
      </div>
    </Panel>
  )
}

/** A prenote needs nothing of its owner any more; deposits have to be typed first. */
function canBeSet({ state, check }: BankAccountVisit['funding']): boolean {
  return state === 'verified' || (state === 'checking' && check?.method === 'prenote')
}

/** Money amounts are no secrets, but guesses are: what was typed wrong is typed anew. */
function AmountsForm({ found, problem }: Props) {
  const { visit, funding } = found
  const { c, session, reader } = visit
  const w = reader.words.bankAccounts.verify
  const field = (id: 'first' | 'second') => {
    const error = problem?.problems.find((one) => one.field === id)?.message
    return { id, name: id, label: w[id], ...(error !== undefined && { error }) }
  }
  const shown = { inputmode: 'decimal', autocomplete: 'off', maxlength: 8, width: 'short' } as const
  return (
    <form class="k-fields" method="post" action={`${pathOfBank(found)}/amounts`}>
      <FormFields c={c} session={session} />
      <h3>{w.heading}</h3>
      <p>
        {w.lead} {w.left(MOST_TRIES - (funding.check?.tries ?? 0))}
      </p>
      <TextField {...field('first')} {...shown} hint={w.hint} />
      <TextField {...field('second')} {...shown} />
      <Buttons>
        <Button look="primary">{w.submit}</Button>
      </Buttons>
    </form>
  )
}

function AgainForm({ found }: { found: BankAccountVisit }) {
  const { visit, view } = found
  const { c, ctx, session, reader } = visit
  const w = reader.words.bankAccounts.again
  const { method, settlesOn, firstUse } = newCheckDates(ctx, view.today)
  return (
    <form class="k-fields" method="post" action={`${pathOfBank(found)}/check`}>
      <FormFields c={c} session={session} />
      <p>
        {method === 'prenote'
          ? w.textPrenote(reader.date(firstUse, 'long'))
          : w.textDeposits(reader.date(settlesOn, 'long'))}
      </p>
      <Buttons>
        <Button look="primary">{w[method]}</Button>
      </Buttons>
    </form>
  )
}
