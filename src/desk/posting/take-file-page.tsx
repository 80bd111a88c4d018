import { CREDITS_EXAMPLE } from '#src/formats/credits/read-credits.ts'
import type { StaffSession } from '#src/identity/staff/staff-sessions.ts'
import { Button, Buttons } from '#src/ui/button.tsx'
import { ErrorSummary } from '#src/ui/forms/error-summary.tsx'
import { FileField } from '#src/ui/forms/file-field.tsx'
import { PageHeading } from '#src/ui/layout/page-heading.tsx'
import { Panel } from '#src/ui/panel.tsx'
import type { DeskContext } from '../desk-context.ts'
import { DeskFields } from '../desk-forms.tsx'
import { deskPage } from '../desk-page.tsx'
import { REQUESTS } from './posting-desk.ts'

/** What is wrong is told line by line; the file itself has to be chosen anew. */
export function takeFilePage(
  c: DeskContext,
  session: StaffSession,
  problems: readonly string[],
): Response {
  const { desk, shell } = c.get('words')
  const { title, credits } = desk.posting
  const w = credits.take
  const isRefused = problems.length > 0
  return deskPage(c, {
    title: isRefused ? `${shell.errorPrefix} ${w.title}` : w.title,
    ...(isRefused && { status: 422 as const }),
    current: 'money',
    children: (
      <>
        <PageHeading identity={<a href={REQUESTS}>{title}</a>} title={w.title} lead={w.lead} />
        <div class="k-flow">
          {isRefused && (
            <ErrorSummary
              title={shell.errorSummary(problems.length)}
              problems={problems.map((words) => ({ fieldId: 'file', words }))}
            />
          )}
          <Panel>
            <FileForm c={c} session={session} problems={problems} />
          </Panel>
          <Panel title={w.looks} lead={w.looksLead}>
            <pre class="k-code k-sample">{CREDITS_EXAMPLE}</pre>
          </Panel>
        </div>
      </>
    ),
  })
}

function FileForm(props: { c: DeskContext; session: StaffSession; problems: readonly string[] }) {
  const { c, session, problems } = props
  const w = c.get('words').desk.posting.credits.take
  const [first, second] = problems
  const error = second === undefined ? first : w.several
  return (
    <form class="k-fields" method="post" action="/money/credit-files" enctype="multipart/form-data">
      <DeskFields c={c} session={session} />
      <FileField
        id="file"
        name="file"
        label={w.file}
        hint={w.fileHint}
        accept=".csv,text/csv,text/plain"
        {...(error !== undefined && { error })}
      />
      <Buttons>
        <Button look="primary">{w.next}</Button>
      </Buttons>
    </form>
  )
}
