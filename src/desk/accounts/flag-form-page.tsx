import type { CivilDate } from '#src/domain/calendar.ts'
import { type FieldProblem, summaryOf } from '#src/http/form.ts'
import type { StaffSession } from '#src/identity/staff/staff-sessions.ts'
import type { AccountMoney } from '#src/servicing/desk-account/view-account-money.ts'
import { Button, ButtonLink, Buttons } from '#src/ui/button.tsx'
import { type Choice, ChoiceList } from '#src/ui/forms/choice-list.tsx'
import { ErrorSummary } from '#src/ui/forms/error-summary.tsx'
import { DateField, TextField } from '#src/ui/forms/text-field.tsx'
import { PageHeading } from '#src/ui/layout/page-heading.tsx'
import { Panel } from '#src/ui/panel.tsx'
import type { DeskContext } from '../desk-context.ts'
import { DeskFields } from '../desk-forms.tsx'
import { deskPage } from '../desk-page.tsx'
import { choiceValue, flagChoices } from './flag-draft.ts'
import { flagName } from './flags-panel.tsx'

export type FlagForm = {
  readonly view: AccountMoney
  readonly session: StaffSession
  readonly to: 'flags' | 'repossession' | `flags/${string}/lift`
  readonly title: string
  readonly lead: string
  readonly reason: string
  readonly save: string
  readonly today: CivilDate
  readonly typed: Readonly<Record<string, string>>
  readonly problems: readonly FieldProblem[]
}

/** One form for what is noted, ordered and lifted: why, and from when where that is asked. */
export function flagFormPage(c: DeskContext, form: FlagForm): Response {
  const { shell, desk } = c.get('words')
  const { view, problems, to, title } = form
  const w = desk.accounts.flags.form
  const account = `/accounts/${view.accountId}`
  const isRefused = problems.length > 0
  return deskPage(c, {
    title: isRefused ? `${shell.errorPrefix} ${title}` : title,
    ...(isRefused && { status: 422 as const }),
    current: 'customers',
    children: (
      <>
        <PageHeading
          identity={<a href={account}>{desk.accounts.named(view.accountEnding)}</a>}
          title={title}
          lead={form.lead}
        />
        <div class="k-flow">
          {isRefused && (
            <ErrorSummary
              title={shell.errorSummary(problems.length)}
              problems={summaryOf(problems)}
            />
          )}
          <Panel>
            <form class="k-fields" method="post" action={`${account}/${to}`}>
              <DeskFields c={c} session={form.session} />
              <Fields c={c} form={form} />
              <Buttons phone="stacked">
                <Button look={to === 'repossession' ? 'destructive' : 'primary'}>
                  {form.save}
                </Button>
                <ButtonLink look="quiet" href={account}>
                  {w.back}
                </ButtonLink>
              </Buttons>
            </form>
          </Panel>
        </div>
      </>
    ),
  })
}

function Fields({ c, form }: { c: DeskContext; form: FlagForm }) {
  const w = c.get('words').desk.accounts.flags.form
  const { typed, to, today, problems, view } = form
  const error = (field: string) => problems.find((each) => each.field === field)?.message
  return (
    <>
      {to === 'flags' && (
        <ChoiceList
          id="kind"
          name="kind"
          legend={w.kind}
          legendLook="field"
          choices={choicesOf(c, view)}
          value={typed.kind ?? ''}
          error={error('kind')}
        />
      )}
      {!to.endsWith('/lift') && (
        <DateField
          id="since"
          name="since"
          label={w.since}
          hint={w.sinceHint}
          value={typed.since ?? today}
          max={today}
          width="short"
          error={error('since')}
        />
      )}
      <TextField
        id="reason"
        name="reason"
        label={form.reason}
        hint={w.reasonHint}
        value={typed.reason ?? ''}
        autocomplete="off"
        maxlength={1000}
        error={error('reason')}
      />
    </>
  )
}

function choicesOf(c: DeskContext, view: AccountMoney): Choice[] {
  const w = c.get('words').desk.accounts.flags
  return flagChoices(view).map((choice) => ({
    value: choiceValue(choice),
    name: flagName(c, view, choice),
    note: w.does[choice.kind],
  }))
}
