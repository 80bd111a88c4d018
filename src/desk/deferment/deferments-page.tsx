import { type FieldProblem, summaryOf, type Typed } from '#src/http/form.ts'
import type { StaffSession } from '#src/identity/staff/staff-sessions.ts'
import type { DefermentsView } from '#src/servicing/deferment/view-deferments.ts'
import { Button, Buttons } from '#src/ui/button.tsx'
import { Chip } from '#src/ui/chip.tsx'
import { Table } from '#src/ui/figures/table.tsx'
import { RadioGroup } from '#src/ui/forms/check-field.tsx'
import { ErrorSummary } from '#src/ui/forms/error-summary.tsx'
import { PageHeading } from '#src/ui/layout/page-heading.tsx'
import { Note } from '#src/ui/note.tsx'
import { Panel } from '#src/ui/panel.tsx'
import { Segment } from '#src/ui/segment.tsx'
import type { DeskContext } from '../desk-context.ts'
import { DeskFields } from '../desk-forms.tsx'
import { deskPage } from '../desk-page.tsx'
import { writers } from '../money/money-links.tsx'
import { DefermentRows } from './deferment-rows.tsx'

export type DefermentsForm = {
  readonly view: DefermentsView
  readonly months: number
  readonly typed: Typed
  readonly problems: readonly FieldProblem[]
}

export function defermentsPage(
  c: DeskContext,
  session: StaffSession,
  form: DefermentsForm,
): Response {
  const { shell, desk } = c.get('words')
  const { view, problems } = form
  const w = desk.deferments
  const isRefused = problems.length > 0
  return deskPage(c, {
    title: isRefused ? `${shell.errorPrefix} ${w.title}` : w.title,
    ...(isRefused && { status: 422 as const }),
    current: 'customers',
    children: (
      <>
        <PageHeading
          identity={
            <a href={`/accounts/${view.accountId}`}>{desk.accounts.named(view.accountEnding)}</a>
          }
          title={w.title}
          lead={w.lead}
        />
        <div class="k-flow">
          {c.req.query('done') === 'made' && !isRefused && (
            <Note tone="ok" role="status">
              {w.done}
            </Note>
          )}
          {isRefused && (
            <ErrorSummary
              title={shell.errorSummary(problems.length)}
              problems={summaryOf(problems)}
            />
          )}
          {view.refusal === null ? (
            <OfferPanel c={c} session={session} form={form} />
          ) : (
            <Panel>
              <p>{w.refusals[view.refusal]}</p>
            </Panel>
          )}
          <MadePanel c={c} view={view} />
        </div>
      </>
    ),
  })
}

type Parts = { c: DeskContext; session: StaffSession; form: DefermentsForm }

function OfferPanel({ c, session, form }: Parts) {
  const { view, months } = form
  const w = c.get('words').desk.deferments
  const place = `/accounts/${view.accountId}/deferments`
  const { asked } = view
  return (
    <Panel title={w.figures(months)}>
      <div class="k-flow" id="months" tabIndex={-1}>
        <Segment
          label={w.months}
          current={String(months)}
          options={Array.from({ length: view.mostMonths }, (_, at) => String(at + 1)).map(
            (key) => ({ key, label: key, href: `${place}?months=${key}` }),
          )}
        />
        {asked === null || typeof asked === 'string' ? (
          <p>{w.refusals[asked ?? 'nothingToMove']}</p>
        ) : (
          <>
            <DefermentRows c={c} view={view} asked={asked} />
            <MakeForm c={c} session={session} form={form} />
          </>
        )}
      </div>
    </Panel>
  )
}

function MakeForm({ c, session, form }: Parts) {
  const { view, months, typed, problems } = form
  const w = c.get('words').desk.deferments
  const wrong = problems.find(({ field }) => field === 'language')?.message
  return (
    <form class="k-fields" method="post" action={`/accounts/${view.accountId}/deferments`}>
      <DeskFields c={c} session={session} />
      <input type="hidden" name="months" value={String(months)} />
      <RadioGroup
        id="language"
        name="language"
        legend={w.language}
        value={typed.language ?? view.locale}
        options={(['en', 'es'] as const).map((value) => ({ value, label: w.languages[value] }))}
        {...(wrong !== undefined && { error: wrong })}
      />
      <p class="k-small k-ink2">{w.makeText}</p>
      <Buttons>
        <Button look="primary">{w.make}</Button>
      </Buttons>
    </form>
  )
}

function MadePanel({ c, view }: { c: DeskContext; view: DefermentsView }) {
  const w = c.get('words').desk.deferments
  const { detail } = c.get('words').documents.deferment
  const { day } = writers(c)
  return (
    <Panel title={w.offers}>
      {view.offers.length === 0 ? (
        <p>{w.none}</p>
      ) : (
        <Table
          caption={w.offers}
          rowHeader={1}
          columns={[
            { label: w.made, phone: 'hidden' },
            { label: w.what, weight: 'strong', phone: 'name' },
            { label: w.state, phone: 'under' },
            { label: w.open, phone: 'amount' },
          ]}
          rows={view.offers.map(({ id, facts, state }) => ({
            cells: [
              day(facts.on),
              detail(facts.months, day(facts.validThrough)),
              <Chip tone={state === 'genuine' ? 'ok' : 'plain'}>{w.states[state]}</Chip>,
              <a
                href={`/accounts/${view.accountId}/deferments/${id}`}
                aria-label={w.openNamed(day(facts.on))}
              >
                {w.open}
              </a>,
            ],
          }))}
        />
      )}
    </Panel>
  )
}
