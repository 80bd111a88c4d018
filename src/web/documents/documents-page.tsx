// GET /accounts/:id/documents?year=…&kind=…&q=…: the papers of the account, newest first; `made` is
// the one that was asked for just now.
import type { Hono } from 'hono'
import { isAttached } from '#src/formats/attached/attached-facts.ts'
import { listPapers, type Paper } from '#src/servicing/documents/read-papers.ts'
import type { AccountView } from '#src/servicing/view-account.ts'
import { ButtonLink } from '#src/ui/button.tsx'
import { Empty } from '#src/ui/empty.tsx'
import { type Task, TaskList } from '#src/ui/figures/fact-list.tsx'
import { CellNote, Table } from '#src/ui/figures/table.tsx'
import { PageHeading } from '#src/ui/layout/page-heading.tsx'
import { Note } from '#src/ui/note.tsx'
import { Panel } from '#src/ui/panel.tsx'
import { AccountIdentity, type AccountVisit, showAccountPage } from '../account-visit.tsx'
import { viewedPage } from '../lease/page-by-product.ts'
import type { WebEnv } from '../request-context.ts'
import { paperDetail, paperName } from './paper-detail.ts'
import { filterAsked, filtered, PaperFilters } from './paper-filters.tsx'
import { ProofForm } from './proofs.tsx'

export function registerDocuments(app: Hono<WebEnv>): void {
  app.get('/accounts/:id/documents', viewedPage(show))
}

async function show(visit: AccountVisit, view: AccountView): Promise<Response> {
  const { ctx, owner, reader } = visit
  const w = reader.words.documents
  const papers = await listPapers(ctx, owner)
  const by = filterAsked(visit, papers)
  const shown = filtered(visit, papers, by)
  return showAccountPage(visit, view, {
    title: w.title,
    current: 'documents',
    children: (
      <>
        <PageHeading
          identity={<AccountIdentity visit={visit} view={view} />}
          title={w.title}
          lead={w.lead}
          {...(view.knownThrough === null && {
            aside: <ButtonLink href={`${visit.base}/documents/new`}>{w.askForm.link}</ButtonLink>,
          })}
        />
        <Made visit={visit} papers={papers} />
        <Panel>
          {papers.length > 0 && <PaperFilters visit={visit} papers={papers} by={by} />}
          {papers.length === 0 && <None visit={visit} view={view} />}
          {papers.length > 0 && shown.length === 0 && <p>{w.filter.none}</p>}
          {shown.length > 0 && <List visit={visit} papers={shown} />}
          {by.year !== null && shown.length > 0 && (
            <p class="mt-4">
              <a href={`${visit.base}/documents/years/${by.year}`} download>
                {w.filter.whole(by.year)}
              </a>
            </p>
          )}
        </Panel>
        <YourData visit={visit} />
      </>
    ),
  })
}

function YourData({ visit }: { visit: AccountVisit }) {
  const { title, menu } = visit.reader.words.yourData
  const { kinds, privacyNotice } = visit.reader.words.documents
  const tasks: Task[] = [
    { icon: 'file-down', name: title, note: menu, href: `${visit.base}/data` },
    { icon: 'file-text', name: kinds.privacyNotice, note: privacyNotice.menu, href: '/privacy' },
  ]
  return (
    <div class="mt-6">
      <Panel>
        <TaskList tasks={tasks} />
      </Panel>
    </div>
  )
}

function Made({ visit, papers }: { visit: AccountVisit; papers: readonly Paper[] }) {
  const asked = visit.c.req.query('made')
  const paper = papers.find(({ id }) => id === asked)
  if (!paper) return null
  const w = visit.reader.words.documents
  return (
    <div class="mb-6">
      <Note tone="ok" role="status" lead={w.ready(w.kinds[paper.facts.kind])}>
        {w.readyText} <a href={`${visit.base}/documents/${paper.id}`}>{w.open}</a>
      </Note>
    </div>
  )
}

/** With the way to a paper that this account can have. */
function None({ visit, view }: { visit: AccountVisit; view: AccountView }) {
  const { reader, base } = visit
  const w = reader.words.documents
  const isLoan = view.product === 'loan' && !view.knownThrough && view.position.chargedOff === null
  if (!isLoan) {
    const activity = reader.words.account.activity.title
    return (
      <Empty title={w.empty} action={<ButtonLink href={`${base}/activity`}>{activity}</ButtonLink>}>
        {w.emptyOther}
      </Empty>
    )
  }
  const action =
    view.status === 'open' ? (
      <ButtonLink href={`${base}/payoff`}>{w.emptyAction}</ButtonLink>
    ) : (
      <ProofForm visit={visit} action="/paid-in-full">
        {w.paidInFull.make}
      </ProofForm>
    )
  return (
    <Empty title={w.empty} action={action}>
      {view.status === 'open' ? w.emptyText : w.emptyPaid}
    </Empty>
  )
}

function List({ visit, papers }: { visit: AccountVisit; papers: readonly Paper[] }) {
  const w = visit.reader.words.documents
  return (
    <>
      <Table
        caption={w.title}
        rowHeader={1}
        columns={[
          { label: w.columns.dated, phone: 'hidden' },
          { label: w.columns.what, weight: 'strong', phone: 'name' },
          { label: w.columns.code, phone: 'hidden', wrap: 'never' },
          { label: w.columns.file, before: 'wide', phone: 'amount' },
        ]}
        rows={papers.map((paper) => ({ cells: cells(visit, paper) }))}
      />
      {papers.some(({ facts }) => facts.code !== null) && (
        <p class="k-small mt-4">
          {w.codes} <a href="/check">{w.checkLink}</a>
        </p>
      )}
    </>
  )
}

function cells({ reader, base }: AccountVisit, paper: Paper) {
  const { id, facts, size, dated } = paper
  const w = reader.words.documents
  const name = paperName(facts, reader)
  const day = reader.date(dated, 'shortDated')
  const detail = paperDetail(paper, reader)
  const named = `${name}, ${detail}`
  return [
    day,
    <>
      {name}
      <CellNote phone="always">{detail}</CellNote>
      <CellNote phone="only">{day}</CellNote>
    </>,
    facts.code !== null && <span class="k-code">{facts.code}</span>,
    <>
      {isAttached(facts) ? (
        <a href={`${base}/documents/${id}`} aria-label={w.downloadNamed(named, day)} download>
          {w.download}
        </a>
      ) : (
        <a href={`${base}/documents/${id}`} aria-label={w.openNamed(named, day)}>
          {w.open}
        </a>
      )}
      <CellNote>
        {w.size(String(Math.ceil(size / 1024)))}
        {!isAttached(facts) && (
          <>
            {', '}
            <a
              href={`${base}/documents/${id}/signature`}
              aria-label={w.keys.factsNamed(name, day)}
              download
            >
              {w.keys.facts}
            </a>
          </>
        )}
      </CellNote>
    </>,
  ]
}
