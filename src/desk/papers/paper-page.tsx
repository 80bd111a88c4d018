import { summaryOf } from '#src/http/form.ts'
import { mayEver } from '#src/identity/staff/staff-policy.ts'
import type { StaffSession } from '#src/identity/staff/staff-sessions.ts'
import { ButtonLink, Buttons } from '#src/ui/button.tsx'
import { DefinitionRows } from '#src/ui/figures/definition-rows.tsx'
import { ErrorSummary } from '#src/ui/forms/error-summary.tsx'
import { PageHeading } from '#src/ui/layout/page-heading.tsx'
import { Area, PanelGrid } from '#src/ui/layout/panel-grid.tsx'
import { Note } from '#src/ui/note.tsx'
import { Panel } from '#src/ui/panel.tsx'
import { formatCount } from '#src/words/format.ts'
import { type DeskContext, momentsFor } from '../desk-context.ts'
import { deskPage } from '../desk-page.tsx'
import { writers } from '../money/money-links.tsx'
import { RequestDone } from '../request-done.tsx'
import { PaperState } from './papers.tsx'
import { type PaperParts, seenBy } from './papers-desk.ts'
import { RemovalPanel } from './removal-panel.tsx'

export function paperPage(c: DeskContext, session: StaffSession, parts: PaperParts): Response {
  const { desk, shell } = c.get('words')
  const w = desk.papers
  const { view, paper, problems } = parts
  const isRefused = problems.length > 0
  return deskPage(c, {
    title: isRefused ? `${shell.errorPrefix} ${paper.title}` : paper.title,
    ...(isRefused && { status: 422 as const }),
    current: 'customers',
    children: (
      <>
        <PageHeading
          identity={<a href={`/accounts/${view.accountId}/papers`}>{w.title}</a>}
          title={paper.title}
          aside={<PaperState c={c} view={view} paper={paper} />}
        />
        <div class="k-flow">
          {isRefused && (
            <ErrorSummary
              title={shell.errorSummary(problems.length)}
              problems={summaryOf(problems)}
            />
          )}
          <RequestDone c={c} words={w.done} />
          <PanelGrid split="8-4">
            <Area at="main">
              <Panel title={w.paper.facts}>
                <div class="k-flow">
                  <Standing c={c} parts={parts} />
                  <Facts c={c} parts={parts} />
                  <Ways c={c} session={session} parts={parts} />
                </div>
              </Panel>
            </Area>
            <Area at="side">
              <RemovalPanel c={c} session={session} parts={parts} />
              <p class="k-small k-ink2">{w.paper.written}</p>
            </Area>
          </PanelGrid>
        </div>
      </>
    ),
  })
}

type Of = { readonly c: DeskContext; readonly parts: PaperParts }

function Standing({ c, parts }: Of) {
  const w = c.get('words').desk.papers.paper
  const { paper, view } = parts
  if (paper.removedAt !== null)
    return <Note tone="warn">{w.removed(momentsFor(c).moment(paper.removedAt))}</Note>
  if (paper.replacedBy === null) return null
  return (
    <Note tone="info">
      {w.replacedBy}{' '}
      <a href={`/accounts/${view.accountId}/papers/${paper.replacedBy}`}>{w.seeNewer}</a>
    </Note>
  )
}

function Facts({ c, parts }: Of) {
  const { desk, documents } = c.get('words')
  const { paper: w, dated, seenBy: seen, languages, what } = desk.papers
  const { paper, view } = parts
  const count = (value: number) => formatCount(value, c.get('locale'))
  return (
    <DefinitionRows
      look="ruled"
      rows={[
        { label: what, value: documents.attached.kinds[paper.kind] },
        { label: dated, value: writers(c).day(paper.onDate) },
        { label: w.language, value: languages[paper.locale] },
        { label: seen, value: seenBy(c, view, paper) },
        { label: w.pages, value: count(paper.pages) },
        { label: w.size, value: w.kilobytes(count(Math.ceil(paper.size / 1024))) },
        { label: w.attached, value: momentsFor(c).moment(paper.attachedAt) },
        {
          label: w.digest,
          value: <span class="k-code">{paper.digest.toString('hex').slice(0, 16)}…</span>,
        },
      ]}
    />
  )
}

function Ways({ c, session, parts }: Of & { session: StaffSession }) {
  const { desk } = c.get('words')
  const w = desk.papers.paper
  const { paper, view } = parts
  const papers = `/accounts/${view.accountId}/papers`
  const isCurrent = paper.removedAt === null && paper.replacedBy === null
  return (
    <Buttons phone="stacked">
      <ButtonLink look="primary" href={`${papers}/${paper.id}/file`}>
        {w.open}
      </ButtonLink>
      {isCurrent && mayEver(session.role, 'attachPaper') && (
        <ButtonLink href={`${papers}/new?replaces=${paper.id}`}>{w.replace}</ButtonLink>
      )}
      {paper.removedAt === null && mayEver(session.role, 'mailPaper') && (
        <ButtonLink href={`${papers}/${paper.id}/mail`}>{desk.papers.mailing.link}</ButtonLink>
      )}
    </Buttons>
  )
}
