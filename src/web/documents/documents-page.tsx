// GET /accounts/:id/documents?made=…: every paper of the account, newest first, and on top the one
// that was asked for just now.
import type { Hono } from 'hono'
import type { DocumentFacts } from '#src/formats/documents/document-facts.ts'
import { listPapers, type Paper } from '#src/servicing/documents/read-papers.ts'
import type { AccountView } from '#src/servicing/view-account.ts'
import { ButtonLink } from '#src/ui/button.tsx'
import { Empty } from '#src/ui/empty.tsx'
import { CellNote, Table } from '#src/ui/figures/table.tsx'
import { PageHeading } from '#src/ui/layout/page-heading.tsx'
import { Note } from '#src/ui/note.tsx'
import { Panel } from '#src/ui/panel.tsx'
import { AccountIdentity, type AccountVisit, showAccountPage } from '../account-visit.tsx'
import { viewedPage } from '../lease/page-by-product.ts'
import type { Reader } from '../reader.ts'
import type { WebEnv } from '../request-context.ts'

export function registerDocuments(app: Hono<WebEnv>): void {
  app.get('/accounts/:id/documents', viewedPage(show))
}

async function show(visit: AccountVisit, view: AccountView): Promise<Response> {
  const { ctx, owner, reader } = visit
  const w = reader.words.documents
  const papers = await listPapers(ctx, owner)
  return showAccountPage(visit, view, {
    title: w.title,
    current: 'documents',
    children: (
      <>
        <PageHeading
          identity={<AccountIdentity visit={visit} view={view} />}
          title={w.title}
          lead={w.lead}
        />
        <Made visit={visit} papers={papers} />
        <Panel>
          {papers.length === 0 ? <None visit={visit} /> : <List visit={visit} papers={papers} />}
        </Panel>
      </>
    ),
  })
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

function None({ visit }: { visit: AccountVisit }) {
  const w = visit.reader.words.documents
  const action = <ButtonLink href={`${visit.base}/payoff`}>{w.emptyAction}</ButtonLink>
  return (
    <Empty title={w.empty} action={action}>
      {w.emptyText}
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
          { label: w.columns.made, phone: 'hidden' },
          { label: w.columns.what, weight: 'strong', phone: 'name' },
          { label: w.columns.code, phone: 'hidden', wrap: 'never' },
          { label: w.columns.file, before: 'wide', phone: 'amount' },
        ]}
        rows={papers.map((paper) => ({ cells: cells(visit, paper) }))}
      />
      <p class="k-small mt-4">
        {w.codes} <a href="/check">{w.checkLink}</a>
      </p>
    </>
  )
}

function cells({ reader, base }: AccountVisit, { id, facts, size }: Paper) {
  const w = reader.words.documents
  const name = w.kinds[facts.kind]
  const made = reader.date(facts.writtenOn, 'shortDated')
  const detail = detailOf(facts, reader)
  return [
    made,
    <>
      {name}
      <CellNote>{detail}</CellNote>
      <CellNote phone="only">{made}</CellNote>
    </>,
    <span class="k-code">{facts.code}</span>,
    <>
      <a href={`${base}/documents/${id}`} aria-label={w.openNamed(name, made)}>
        {w.open}
      </a>
      <CellNote>{w.size(String(Math.ceil(size / 1024)))}</CellNote>
    </>,
  ]
}

function detailOf(facts: DocumentFacts, reader: Reader): string {
  const w = reader.words.documents
  const on = reader.date(facts.on, 'dated')
  return facts.kind === 'statement'
    ? w.statement.detail(reader.date(facts.from, 'dated'), on)
    : w.detail.payoffLetter(on, reader.money(facts.cleared.total))
}
