import { type FieldProblem, summaryOf } from '#src/http/form.ts'
import type { StaffSession } from '#src/identity/staff/staff-sessions.ts'
import type { CreditView } from '#src/servicing/posting/view-credit.ts'
import { Button, Buttons } from '#src/ui/button.tsx'
import { DefinitionRows } from '#src/ui/figures/definition-rows.tsx'
import { RadioGroup } from '#src/ui/forms/check-field.tsx'
import { ErrorSummary } from '#src/ui/forms/error-summary.tsx'
import { PageHeading } from '#src/ui/layout/page-heading.tsx'
import { Note } from '#src/ui/note.tsx'
import { Panel } from '#src/ui/panel.tsx'
import type { DeskContext } from '../desk-context.ts'
import { DeskFields } from '../desk-forms.tsx'
import { deskPage } from '../desk-page.tsx'
import { writers } from '../money/money-links.tsx'
import { AccountField, ReasonField } from './post-payment-page.tsx'
import { REQUESTS } from './posting-desk.ts'

type Parts = { readonly credit: CreditView; readonly problems: readonly FieldProblem[] }
type Of = Parts & { readonly c: DeskContext; readonly session: StaffSession }

export function creditPage(c: DeskContext, session: StaffSession, parts: Parts): Response {
  const { desk, shell } = c.get('words')
  const w = desk.posting.credits
  const { credit, problems } = parts
  const title = w.of(writers(c).money(credit.amount))
  const isRefused = problems.length > 0
  return deskPage(c, {
    title: isRefused ? `${shell.errorPrefix} ${title}` : title,
    ...(isRefused && { status: 422 as const }),
    current: 'money',
    children: (
      <>
        <PageHeading identity={<a href={REQUESTS}>{desk.posting.title}</a>} title={title} />
        <div class="k-flow">
          {isRefused && (
            <ErrorSummary
              title={shell.errorSummary(problems.length)}
              problems={summaryOf(problems)}
            />
          )}
          <Panel title={w.facts}>
            <Facts c={c} credit={credit} />
          </Panel>
          {credit.state === 'unapplied' && (
            <Panel>
              {credit.quoted && (
                <div class="mb-4">
                  <Note tone="info">{w.quoted(credit.quoted)}</Note>
                </div>
              )}
              <CreditForm c={c} session={session} {...parts} />
            </Panel>
          )}
        </div>
      </>
    ),
  })
}

function Facts({ c, credit }: Pick<Of, 'c' | 'credit'>) {
  const w = c.get('words').desk.posting.credits
  const { accountNumber, payer } = credit.written
  return (
    <DefinitionRows
      look="ruled"
      rows={[
        { label: w.day, value: writers(c).day(credit.receivedOn) },
        { label: w.reference, value: <span class="k-code">{credit.reference}</span> },
        { label: w.payer, value: payer === '' ? w.nobody : payer },
        { label: w.written, value: <span class="k-code">{accountNumber}</span> },
        { label: w.state, value: w.states[credit.state] },
      ]}
    />
  )
}

function CreditForm({ c, session, credit, problems }: Of) {
  const { credits: w, form } = c.get('words').desk.posting
  const wrong = (name: string) => problems.find(({ field }) => field === name)?.message
  return (
    <form class="k-fields" method="post" action={`/money/credits/${credit.id}`}>
      <DeskFields c={c} session={session} />
      <RadioGroup
        id="what"
        name="what"
        legend={w.what}
        options={[
          { value: 'assign', label: w.assign },
          { value: 'sendBack', label: w.sendBack },
        ]}
        value={c.get('form')?.typed.what ?? ''}
        error={wrong('what')}
      />
      <AccountField c={c} error={wrong('account')} />
      <ReasonField c={c} error={wrong('reason')} />
      <Buttons>
        <Button look="primary">{form.next}</Button>
      </Buttons>
    </form>
  )
}
