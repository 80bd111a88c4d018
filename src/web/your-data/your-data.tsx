// GET /accounts/:id/data: what a customer can take along: files, a calendar, a ledger to check.
import type { Hono } from 'hono'
import { type CalendarFeed, readOwnCalendarFeed } from '#src/store/accounts/calendar-feeds.ts'
import { ButtonLink, Buttons } from '#src/ui/button.tsx'
import { type Task, TaskList } from '#src/ui/figures/fact-list.tsx'
import { PageHeading } from '#src/ui/layout/page-heading.tsx'
import { Area, PanelGrid } from '#src/ui/layout/panel-grid.tsx'
import { Note } from '#src/ui/note.tsx'
import { Panel } from '#src/ui/panel.tsx'
import { AccountIdentity, accountPage, showAccountPage, viewOf } from '../account-visit.tsx'
import type { WebEnv } from '../request-context.ts'
import { CalendarPanel } from './calendar-panel.tsx'
import type { DataPage } from './data-page.ts'
import { ledgerFileName } from './ledger-download.ts'

export function registerYourData(app: Hono<WebEnv>): void {
  app.get(
    '/accounts/:id/data',
    accountPage(async (visit) => {
      const view = await viewOf(visit)
      const feed = await readOwnCalendarFeed(visit.ctx.db, visit.owner)
      const { title, lead } = visit.reader.words.yourData
      return showAccountPage(visit, view, {
        title,
        current: 'documents',
        children: (
          <>
            <PageHeading
              identity={<AccountIdentity visit={visit} view={view} />}
              title={title}
              lead={lead}
            />
            <Done visit={visit} view={view} />
            <Panels {...{ visit, view, feed }} />
          </>
        ),
      })
    }),
  )
}

function Done({ visit }: DataPage) {
  const w = visit.reader.words.yourData.calendar
  const done = visit.c.req.query('done')
  if (done !== 'ended' && done !== 'sent-twice') return null
  const isEnded = done === 'ended'
  return (
    <div class="mb-6">
      <Note tone={isEnded ? 'ok' : 'warn'} role="status">
        {isEnded ? w.isEnded : w.sentTwice}
      </Note>
    </div>
  )
}

function Panels(props: DataPage & { readonly feed: CalendarFeed | null }) {
  return (
    <PanelGrid split="6-6">
      <Area at="main">
        <CalendarPanel {...props} />
        <EverythingPanel {...props} />
      </Area>
      <Area at="side">
        <FilesPanel {...props} />
        <LedgerPanel {...props} />
      </Area>
    </PanelGrid>
  )
}

function EverythingPanel({ visit }: DataPage) {
  const w = visit.reader.words.yourData.everything
  return (
    <Panel title={w.title} lead={w.lead}>
      <Buttons>
        <ButtonLink href={`${visit.base}/data/everything`}>{w.link}</ButtonLink>
      </Buttons>
    </Panel>
  )
}

function FilesPanel({ visit, view }: DataPage) {
  const w = visit.reader.words.yourData.files
  const file = (name: string, note: string, format: string): Task => {
    return { icon: 'file-down', name, note, href: `${visit.base}/activity?format=${format}` }
  }
  const ofx = view.product === 'loan' ? [file(w.ofx, w.ofxText, 'ofx')] : []
  return (
    <Panel title={w.title} lead={w.lead}>
      <TaskList tasks={[file(w.csv, w.csvText, 'csv'), ...ofx, file(w.json, w.jsonText, 'json')]} />
      {view.product === 'lease' && <p class="k-small mt-4">{w.noOfx}</p>}
    </Panel>
  )
}

function LedgerPanel({ visit, view }: DataPage) {
  const { base, reader } = visit
  const w = reader.words.yourData.ledger
  if (view.product === 'lease')
    return (
      <Panel title={w.title}>
        <p>{w.lease}</p>
        <Buttons>
          <ButtonLink href={`${base}/terms`}>{w.terms}</ButtonLink>
        </Buttons>
      </Panel>
    )
  return (
    <Panel title={w.title} lead={w.lead}>
      <div class="k-flow">
        <p>{w.how}</p>
        <p>
          <code class="k-command">{w.command(ledgerFileName(view.accountEnding))}</code>
        </p>
        <p>{w.says}</p>
        <p>{w.explain}</p>
        <p class="k-small">{view.knownThrough ? w.reported : w.follows}</p>
      </div>
      <Buttons>
        <ButtonLink href={`${base}/data/ledger`} download={ledgerFileName(view.accountEnding)}>
          {w.download}
        </ButtonLink>
      </Buttons>
    </Panel>
  )
}
