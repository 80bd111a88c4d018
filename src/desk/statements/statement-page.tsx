import { summaryOf } from '#src/http/form.ts'
import { mayEver } from '#src/identity/staff/staff-policy.ts'
import type { StaffSession } from '#src/identity/staff/staff-sessions.ts'
import { ButtonLink, Buttons } from '#src/ui/button.tsx'
import { ErrorSummary } from '#src/ui/forms/error-summary.tsx'
import { PageHeading } from '#src/ui/layout/page-heading.tsx'
import { Area, PanelGrid } from '#src/ui/layout/panel-grid.tsx'
import { Note } from '#src/ui/note.tsx'
import type { DeskContext } from '../desk-context.ts'
import { deskPage } from '../desk-page.tsx'
import { writers } from '../money/money-links.tsx'
import { ChangesPanels } from './changes-panels.tsx'
import { CorrectionPanel } from './correction-panel.tsx'
import { type StatementParts, statementsPath } from './statements-desk.ts'

/** What is different line by line stands beside the form, before anything is made. */
export function statementPage(
  c: DeskContext,
  session: StaffSession,
  parts: StatementParts,
): Response {
  const { desk, shell } = c.get('words')
  const { statements: w } = desk.papers
  const { view, problems } = parts
  const { day } = writers(c)
  const title = w.one(day(view.facts.from), day(view.facts.on))
  const isRefused = problems.length > 0
  const mayCorrect = view.restated.length > 0 && mayEver(session.role, 'correctStatement')
  return deskPage(c, {
    title: isRefused ? `${shell.errorPrefix} ${title}` : title,
    ...(isRefused && { status: 422 as const }),
    current: 'customers',
    children: (
      <>
        <PageHeading identity={<a href={statementsPath(c)}>{w.title}</a>} title={title} />
        <div class="k-flow">
          {isRefused && (
            <ErrorSummary
              title={shell.errorSummary(problems.length)}
              problems={summaryOf(problems)}
            />
          )}
          <PanelGrid split="8-4">
            <Area at="main">
              <Standing c={c} view={view} />
              <ChangesPanels c={c} view={view} />
            </Area>
            <Area at="side">
              {mayCorrect && <CorrectionPanel c={c} session={session} parts={parts} />}
              <Buttons phone="stacked">
                <ButtonLink
                  icon="file-text"
                  href={`/accounts/${view.accountId}/papers/${view.id}/file`}
                >
                  {w.open}
                </ButtonLink>
              </Buttons>
              <p class="k-small k-ink2">{w.looked}</p>
            </Area>
          </PanelGrid>
        </div>
      </>
    ),
  })
}

function Standing({ c, view }: { c: DeskContext } & Pick<StatementParts, 'view'>) {
  const { statements: w } = c.get('words').desk.papers
  const { replacedBy, restated } = view
  if (replacedBy)
    return (
      <Note tone="info">
        {w.replaced(writers(c).day(replacedBy.writtenOn))}{' '}
        <a href={`${statementsPath(c)}/${replacedBy.id}`}>{w.seeNewer}</a>
      </Note>
    )
  return restated.length === 0 ? (
    <Note tone="ok">{w.same}</Note>
  ) : (
    <Note tone="warn">{w.outdated}</Note>
  )
}
