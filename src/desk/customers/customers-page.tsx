import type { FoundCustomer } from '#src/identity/assistance/find-customer.ts'
import type { OpenReport } from '#src/identity/assistance/reports.ts'
import { mayEver } from '#src/identity/staff/staff-policy.ts'
import type { StaffSession } from '#src/identity/staff/staff-sessions.ts'
import { Button, Buttons } from '#src/ui/button.tsx'
import { type Fact, FactList } from '#src/ui/figures/fact-list.tsx'
import { ErrorSummary } from '#src/ui/forms/error-summary.tsx'
import { TextField } from '#src/ui/forms/text-field.tsx'
import { PageHeading } from '#src/ui/layout/page-heading.tsx'
import { Note } from '#src/ui/note.tsx'
import { Panel } from '#src/ui/panel.tsx'
import { type DeskContext, momentsFor } from '../desk-context.ts'
import { DeskFields } from '../desk-forms.tsx'
import { deskPage } from '../desk-page.tsx'
import { MARKS } from '../fraud/mark-names.ts'

export type Search = { readonly found?: readonly FoundCustomer[]; readonly problem?: string }

type Parts = { readonly reports: readonly OpenReport[]; readonly search: Search }
type Of = Parts & { readonly c: DeskContext; readonly session: StaffSession }

export function customersPage(c: DeskContext, session: StaffSession, parts: Parts): Response {
  const { desk, shell } = c.get('words')
  const w = desk.customers
  const { problem, found } = parts.search
  const isRefused = problem !== undefined || found?.length === 0
  const of = { c, session, ...parts }
  return deskPage(c, {
    title: isRefused ? `${shell.errorPrefix} ${w.title}` : w.title,
    ...(isRefused && { status: 422 as const }),
    current: 'customers',
    children: (
      <>
        <PageHeading
          title={w.title}
          lead={w.lead}
          aside={
            <p class="k-name">
              <a href="/repossessions">{desk.accounts.flags.orders.link}</a>
              {' · '}
              <a href={MARKS}>{desk.marks.link}</a>
              {' · '}
              <a href="/papers">{desk.papers.waiting.link}</a>
            </p>
          }
        />
        <div class="k-flow">
          {problem && (
            <ErrorSummary
              title={shell.errorSummary(1)}
              problems={[{ fieldId: 'wanted', words: problem }]}
            />
          )}
          {found?.length === 0 && <ErrorSummary title={w.nobodyTitle}>{w.nobody}</ErrorSummary>}
          {c.req.query('done') === 'closed' && (
            <Note tone="ok" role="status">
              {w.reports.closed}
            </Note>
          )}
          <Panel>
            <SearchForm {...of} />
          </Panel>
          {found && found.length > 0 && (
            <Panel title={w.found}>
              <Found c={c} found={found} />
            </Panel>
          )}
          <Panel title={w.reports.title} lead={w.reports.lead}>
            <Reports {...of} />
          </Panel>
        </div>
      </>
    ),
  })
}

function SearchForm({ c, session, search }: Of) {
  const w = c.get('words').desk.customers
  return (
    <form class="k-fields" method="post" action="/customers">
      <DeskFields c={c} session={session} />
      <TextField
        id="wanted"
        name="wanted"
        label={w.wanted}
        hint={w.wantedHint}
        value={c.get('form')?.typed.wanted ?? ''}
        autocomplete="off"
        spelling="off"
        maxlength={100}
        width="medium"
        error={search.problem}
      />
      <Buttons>
        <Button look="primary" icon="search">
          {w.find}
        </Button>
      </Buttons>
    </form>
  )
}

function Found({ c, found }: { c: DeskContext; found: readonly FoundCustomer[] }) {
  const w = c.get('words').desk.customers
  const facts = found.map(
    ({ name, role, accountEnding, accountId, obligorId }): Fact => ({
      mark: { icon: 'chevron-right' },
      title: <a href={`/customers/${accountId}/${obligorId}`}>{name}</a>,
      detail: w.account(accountEnding, w.role[role]),
    }),
  )
  return <FactList look="ruled" facts={facts} />
}

function Reports({ c, session, reports }: Of) {
  const w = c.get('words').desk.customers.reports
  const { moment } = momentsFor(c)
  if (reports.length === 0) return <p>{w.none}</p>
  const facts = reports.map(
    ({ id, at, accountId, obligorId }): Fact => ({
      mark: { icon: 'triangle-alert' },
      title: <a href={`/customers/${accountId}/${obligorId}`}>{w.notMe(moment(at))}</a>,
      ...(mayEver(session.role, 'closeReport') && {
        action: (
          <form method="post" action="/customers/reports">
            <DeskFields c={c} session={session} />
            <input type="hidden" name="report" value={id} />
            <Button size="dense" label={w.closeNamed(moment(at))}>
              {w.close}
            </Button>
          </form>
        ),
      }),
    }),
  )
  return <FactList look="ruled" facts={facts} />
}
