import { type FieldProblem, summaryOf, type Typed } from '#src/http/form.ts'
import type { AccountView } from '#src/servicing/view-account.ts'
import { Button, ButtonLink, Buttons } from '#src/ui/button.tsx'
import { ChoiceList } from '#src/ui/forms/choice-list.tsx'
import { ErrorSummary } from '#src/ui/forms/error-summary.tsx'
import { TextField } from '#src/ui/forms/text-field.tsx'
import { PageHeading } from '#src/ui/layout/page-heading.tsx'
import { Area, PanelGrid } from '#src/ui/layout/panel-grid.tsx'
import { Panel } from '#src/ui/panel.tsx'
import { AccountIdentity, type AccountVisit, showAccountPage } from '../account-visit.tsx'
import { FormFields } from '../form-session.tsx'

type BankAccountParts = {
  readonly view: AccountView
  readonly typed: Typed
  /** The query of the payment to come back to. */
  readonly back: string
  readonly problems: readonly FieldProblem[]
}

export function bankAccountPage(visit: AccountVisit, parts: BankAccountParts): Response {
  const { view, problems } = parts
  const { shell, payments } = visit.reader.words
  const w = payments.bankAccount
  return showAccountPage(visit, view, {
    title: w.title,
    current: 'payments',
    ...(problems.length > 0 && { status: 422, state: 'error' }),
    children: (
      <>
        <PageHeading
          identity={<AccountIdentity visit={visit} view={view} />}
          title={w.title}
          lead={w.lead}
        />
        {problems.length > 0 && (
          <ErrorSummary
            title={shell.errorSummary(problems.length)}
            problems={summaryOf(problems)}
          />
        )}
        <PanelGrid split="7-5">
          <Area at="main">
            <Panel>
              <BankAccountForm visit={visit} parts={parts} />
            </Panel>
          </Area>
        </PanelGrid>
      </>
    ),
  })
}

/** What names the bank is kept; the numbers are typed again. */
function BankAccountForm(props: { visit: AccountVisit; parts: BankAccountParts }) {
  const { visit, parts } = props
  const { c, session, reader, base } = visit
  const w = reader.words.payments.bankAccount
  const { kinds } = reader.words.payments
  const digits = {
    inputmode: 'numeric',
    autocomplete: 'off',
    width: 'medium',
    spelling: 'off',
  } as const
  const named = (id: string) => ({ id, name: id, ...errorOf(parts, id) })
  return (
    <form class="k-fields" method="post" action={`${base}/bank-accounts/new`}>
      <FormFields c={c} session={session} />
      <input type="hidden" name="back" value={parts.back} />
      <ChoiceList
        {...named('kind')}
        legend={w.kind}
        legendLook="field"
        value={parts.typed.kind ?? ''}
        choices={[
          { value: 'checking', name: kinds.checking },
          { value: 'savings', name: kinds.savings },
        ]}
      />
      <TextField {...named('routingNumber')} {...digits} label={w.routing} hint={w.routingHint} />
      <TextField {...named('accountNumber')} {...digits} label={w.number} hint={w.numberHint} />
      <TextField {...named('accountNumberAgain')} {...digits} label={w.again} />
      <TextField
        {...named('bankName')}
        label={w.name}
        hint={w.nameHint}
        maxlength={60}
        value={parts.typed.bankName ?? ''}
      />
      <Buttons>
        <Button look="primary">{w.submit}</Button>
        <ButtonLink href={`${base}/payments/new${parts.back === '' ? '' : `?${parts.back}`}`}>
          {w.back}
        </ButtonLink>
      </Buttons>
    </form>
  )
}

function errorOf(parts: BankAccountParts, field: string): { error?: string } {
  const message = parts.problems.find((problem) => problem.field === field)?.message
  return message === undefined ? {} : { error: message }
}
