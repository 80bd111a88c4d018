import type { CivilDate } from '#src/domain/calendar.ts'
import { type FieldProblem, summaryOf } from '#src/http/form.ts'
import type { StaffSession } from '#src/identity/staff/staff-sessions.ts'
import { deskLimitsOn } from '#src/servicing/lender-rules.ts'
import { Button, Buttons } from '#src/ui/button.tsx'
import { RadioGroup } from '#src/ui/forms/check-field.tsx'
import { ErrorSummary } from '#src/ui/forms/error-summary.tsx'
import { DateField, MoneyField, TextField } from '#src/ui/forms/text-field.tsx'
import { PageHeading } from '#src/ui/layout/page-heading.tsx'
import { Panel } from '#src/ui/panel.tsx'
import type { DeskContext } from '../desk-context.ts'
import { DeskFields } from '../desk-forms.tsx'
import { deskPage } from '../desk-page.tsx'
import { REQUESTS } from './posting-desk.ts'

type Parts = { readonly problems: readonly FieldProblem[]; readonly today: CivilDate }
type Of = Parts & { readonly c: DeskContext; readonly session: StaffSession }

export function postPaymentPage(c: DeskContext, session: StaffSession, parts: Parts): Response {
  const { desk, shell } = c.get('words')
  const w = desk.posting
  const { problems } = parts
  const isRefused = problems.length > 0
  return deskPage(c, {
    title: isRefused ? `${shell.errorPrefix} ${w.post}` : w.post,
    ...(isRefused && { status: 422 as const }),
    current: 'money',
    children: (
      <>
        <PageHeading
          identity={<a href={REQUESTS}>{w.title}</a>}
          title={w.post}
          lead={w.form.lead}
        />
        <div class="k-flow">
          {isRefused && (
            <ErrorSummary
              title={shell.errorSummary(problems.length)}
              problems={summaryOf(problems)}
            />
          )}
          <Panel>
            <PaymentForm c={c} session={session} {...parts} />
          </Panel>
        </div>
      </>
    ),
  })
}

function PaymentForm({ c, session, problems, today }: Of) {
  const w = c.get('words').desk.posting
  const typed = c.get('form')?.typed
  const wrong = (name: string) => problems.find(({ field }) => field === name)?.message
  return (
    <form class="k-fields" method="post" action="/money/posting">
      <DeskFields c={c} session={session} />
      <AccountField c={c} error={wrong('account')} />
      <MoneyField
        id="amount"
        name="amount"
        label={w.form.amount}
        value={typed?.amount ?? ''}
        error={wrong('amount')}
      />
      <DayField c={c} today={today} error={wrong('day')} />
      <RadioGroup
        id="way"
        name="way"
        legend={w.form.way}
        options={(['mail', 'branch'] as const).map((value) => ({
          value,
          label: w.request.ways[value],
        }))}
        value={typed?.way ?? ''}
        error={wrong('way')}
      />
      <TextField
        id="reference"
        name="reference"
        label={w.form.reference}
        value={typed?.reference ?? ''}
        autocomplete="off"
        spelling="off"
        maxlength={40}
        width="medium"
        error={wrong('reference')}
      />
      <ReasonField c={c} error={wrong('reason')} />
      <Buttons>
        <Button look="primary">{w.form.next}</Button>
      </Buttons>
    </form>
  )
}

function DayField({ c, today, error }: Pick<Of, 'c' | 'today'> & { error: string | undefined }) {
  const w = c.get('words').desk.posting.form
  const { backDatedDays } = deskLimitsOn(c.get('desk').config.lender, today)
  return (
    <DateField
      id="day"
      name="day"
      label={w.day}
      hint={w.dayHint(backDatedDays)}
      value={c.get('form')?.typed.day ?? today}
      max={today}
      error={error}
    />
  )
}

export function AccountField({ c, error }: { c: DeskContext; error: string | undefined }) {
  const w = c.get('words').desk.posting.form
  return (
    <TextField
      id="account"
      name="account"
      label={w.account}
      hint={w.accountHint}
      value={c.get('form')?.typed.account ?? ''}
      autocomplete="off"
      spelling="off"
      maxlength={40}
      width="medium"
      error={error}
    />
  )
}

export function ReasonField(props: { c: DeskContext; error: string | undefined; id?: string }) {
  const { c, error, id = 'reason' } = props
  const w = c.get('words').desk.posting.form
  return (
    <TextField
      id={id}
      name="reason"
      label={w.reason}
      hint={w.reasonHint}
      value={c.get('form')?.typed.reason ?? ''}
      autocomplete="off"
      maxlength={500}
      error={error}
    />
  )
}
