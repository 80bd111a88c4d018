import { type FieldProblem, summaryOf } from '#src/http/form.ts'
import type { StaffSession } from '#src/identity/staff/staff-sessions.ts'
import type { Addressee, MailingView } from '#src/servicing/papers/view-mailing.ts'
import { Button } from '#src/ui/button.tsx'
import { RadioGroup } from '#src/ui/forms/check-field.tsx'
import { ErrorSummary } from '#src/ui/forms/error-summary.tsx'
import { PageHeading } from '#src/ui/layout/page-heading.tsx'
import { Note } from '#src/ui/note.tsx'
import { Panel } from '#src/ui/panel.tsx'
import type { DeskContext } from '../desk-context.ts'
import { DeskFields } from '../desk-forms.tsx'
import { deskPage } from '../desk-page.tsx'
import { writers } from '../money/money-links.tsx'
import { LettersPanel } from './letters-panel.tsx'

type Shown = {
  readonly view: MailingView
  /** Who was chosen. */
  readonly typed: string
  readonly problems: readonly FieldProblem[]
}

export function mailPage(c: DeskContext, session: StaffSession, shown: Shown): Response {
  const { desk, documents, shell } = c.get('words')
  const { papers } = desk
  const { mailing: w } = papers
  const { view, problems } = shown
  const { paper, accountId, people, letters } = view
  const { kinds, statement } = documents
  const name = paper.correction > 0 ? statement.corrected.kind : kinds[paper.kind]
  const title = w.title(name)
  const isRefused = problems.length > 0
  const summary = { title: shell.errorSummary(problems.length), problems: summaryOf(problems) }
  return deskPage(c, {
    title: isRefused ? `${shell.errorPrefix} ${title}` : title,
    ...(isRefused && { status: 422 as const }),
    current: 'customers',
    children: (
      <>
        <PageHeading
          identity={<a href={`/accounts/${accountId}/papers`}>{papers.title}</a>}
          title={title}
          lead={w.lead(writers(c).day(paper.onDate))}
        />
        <div class="k-flow">
          {isRefused && <ErrorSummary {...summary} />}
          {c.req.query('done') === 'mailed' && (
            <Note tone="ok" role="status">
              {w.done}
            </Note>
          )}
          {paper.isRemoved ? (
            <Note tone="warn">{w.form.removed}</Note>
          ) : (
            <Panel title={w.form.title} lead={w.form.lead}>
              <MailForm c={c} session={session} shown={shown} />
            </Panel>
          )}
          <LettersPanel c={c} shown={{ people, letters, none: w.letters.noneOfIt }} />
          <p class="k-small k-ink2">{papers.paper.written}</p>
        </div>
      </>
    ),
  })
}

function MailForm(props: { c: DeskContext; session: StaffSession; shown: Shown }) {
  const { c, session, shown } = props
  const { form: w } = c.get('words').desk.papers.mailing
  const { view, typed, problems } = shown
  const problem = problems.find(({ field }) => field === 'who')
  const label = ({ name, address }: Addressee) =>
    address === null ? w.noAddress(name) : `${name}, ${address}`
  return (
    <form
      class="k-fields"
      method="post"
      action={`/accounts/${view.accountId}/papers/${view.paper.id}/mail`}
    >
      <DeskFields c={c} session={session} />
      <RadioGroup
        id="who"
        name="who"
        legend={w.who}
        value={typed}
        options={view.addressees.map((each) => ({ value: each.obligorId, label: label(each) }))}
        {...(problem && { error: problem.message })}
      />
      <p class="k-small k-ink2">{w.next}</p>
      <div>
        <Button look="primary">{w.save}</Button>
      </div>
    </form>
  )
}
