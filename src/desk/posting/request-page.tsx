import type { StaffSession } from '#src/identity/staff/staff-sessions.ts'
import type { RehearsedFile } from '#src/servicing/posting/rehearse-file.ts'
import type { RequestView } from '#src/servicing/posting/view-request.ts'
import { Chip } from '#src/ui/chip.tsx'
import { ErrorSummary } from '#src/ui/forms/error-summary.tsx'
import { PageHeading } from '#src/ui/layout/page-heading.tsx'
import { Area, PanelGrid } from '#src/ui/layout/panel-grid.tsx'
import { Note } from '#src/ui/note.tsx'
import { Panel } from '#src/ui/panel.tsx'
import type { DeskContext } from '../desk-context.ts'
import { deskPage } from '../desk-page.tsx'
import { writers } from '../money/money-links.tsx'
import { RequestDone } from '../request-done.tsx'
import { DecidePanel } from './decide-panel.tsx'
import { EffectPanel } from './effect-panel.tsx'
import { FilePanels } from './file-effects.tsx'
import type { FileShown } from './file-shown.ts'
import { ForeseenPanels } from './foreseen-panels.tsx'
import { REQUESTS, refusalWords } from './posting-desk.ts'
import { RequestFacts } from './request-facts.tsx'
import { TONES } from './request-table.tsx'

type Parts = {
  readonly view: RequestView
  readonly file: FileShown | null
  /** Of a file that waits. */
  readonly rehearsed: RehearsedFile | null
  readonly problem: { readonly field: string | null; readonly words: string } | null
}

export function requestPage(c: DeskContext, session: StaffSession, parts: Parts): Response {
  const { desk, shell } = c.get('words')
  const w = desk.posting
  const { view, problem, file, rehearsed } = parts
  const { request } = view
  const title = w.request.title(w.kinds[request.order.kind], writers(c).money(request.amount))
  return deskPage(c, {
    title: problem ? `${shell.errorPrefix} ${title}` : title,
    ...(problem && { status: 422 as const }),
    current: 'money',
    children: (
      <>
        <PageHeading
          identity={<a href={REQUESTS}>{w.title}</a>}
          title={title}
          aside={<Chip tone={TONES[request.state]}>{w.states[request.state]}</Chip>}
        />
        <div class="k-flow">
          {problem && (
            <ErrorSummary
              title={shell.errorSummary(1)}
              problems={[{ fieldId: problem.field, words: problem.words }]}
            />
          )}
          <RequestDone c={c} words={w.done} />
          <Standing c={c} view={view} />
          <PanelGrid split="8-4">
            <Area at="main">
              <Panel title={w.request.facts}>
                <RequestFacts c={c} request={request} file={file} />
              </Panel>
              {file && (
                <FilePanels c={c} rehearsed={rehearsed} file={file} requestId={request.id} />
              )}
              {view.effects.map((effect) => (
                <EffectPanel
                  c={c}
                  session={session}
                  effect={effect}
                  isOpen={request.state === 'asked'}
                />
              ))}
              {view.rehearsed && (
                <ForeseenPanels c={c} effects={view.effects} rehearsed={view.rehearsed} />
              )}
            </Area>
            <Area at="side">
              <DecidePanel c={c} session={session} view={view} problem={problem} />
            </Area>
          </PanelGrid>
        </div>
      </>
    ),
  })
}

function Standing({ c, view }: { c: DeskContext; view: RequestView }) {
  const w = c.get('words').desk.posting.request
  if (view.isOver) return <Note tone="warn">{w.isOver}</Note>
  if (!view.problem) return null
  return (
    <Note tone="warn">
      <strong>{w.cannot}.</strong> {refusalWords(c, view.problem)}
    </Note>
  )
}
