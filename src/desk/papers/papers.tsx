// GET /accounts/:account/papers: what was attached to the account, what we printed, and what goes
// by mail.
import type { Hono } from 'hono'
import { mayEver, type StaffPermit } from '#src/identity/staff/staff-policy.ts'
import type { AccountPapers } from '#src/servicing/papers/view-papers.ts'
import type { KeptAttached } from '#src/store/documents/attached-papers.ts'
import { ButtonLink, Buttons } from '#src/ui/button.tsx'
import { Chip } from '#src/ui/chip.tsx'
import { CellNote, Table } from '#src/ui/figures/table.tsx'
import { PageHeading } from '#src/ui/layout/page-heading.tsx'
import { Note } from '#src/ui/note.tsx'
import { Panel } from '#src/ui/panel.tsx'
import type { DeskContext, DeskEnv } from '../desk-context.ts'
import { tellPage } from '../desk-errors.tsx'
import { deskPage } from '../desk-page.tsx'
import { writers } from '../money/money-links.tsx'
import { permitted } from '../permitted.ts'
import { LettersPanel } from './letters-panel.tsx'
import { papersOf, papersPath, seenBy } from './papers-desk.ts'
import { PrintedPanel } from './printed-panel.tsx'

export function registerPapers(app: Hono<DeskEnv>): void {
  app.get('/accounts/:account/papers', permitted('seeCustomer', papersPath, list))
}

async function list(c: DeskContext, permit: StaffPermit<'seeCustomer'>): Promise<Response> {
  const view = await papersOf(c, permit)
  if (!view) return tellPage(c, 'notFound', 404)
  const { papers: w, accounts } = c.get('words').desk
  const { people, letters } = view
  const account = `/accounts/${view.accountId}`
  return deskPage(c, {
    title: w.title,
    current: 'customers',
    children: (
      <>
        <PageHeading
          identity={<a href={account}>{accounts.named(view.accountEnding)}</a>}
          title={w.title}
          lead={w.lead}
        />
        <div class="k-flow">
          {c.req.query('done') === 'attached' && (
            <Note tone="ok" role="status">
              {w.done.attached}
            </Note>
          )}
          {mayEver(permit.session.role, 'attachPaper') && (
            <Buttons>
              <ButtonLink look="primary" icon="plus" href={`${account}/papers/new`}>
                {w.attach}
              </ButtonLink>
            </Buttons>
          )}
          <Panel title={w.outside} lead={w.outsideLead}>
            {view.papers.length === 0 ? <p>{w.none}</p> : <Papers c={c} view={view} />}
          </Panel>
          <PrintedPanel c={c} session={permit.session} view={view} />
          <LettersPanel c={c} shown={{ people, letters, none: w.mailing.letters.none }} />
          <p class="k-small k-ink2">{w.paper.written}</p>
        </div>
      </>
    ),
  })
}

function Papers({ c, view }: { c: DeskContext; view: AccountPapers }) {
  const { desk, documents } = c.get('words')
  const w = desk.papers
  const { day } = writers(c)
  return (
    <Table
      caption={w.outside}
      columns={[
        { label: w.what, weight: 'strong', phone: 'name' },
        { label: w.dated, phone: 'under' },
        { label: w.seenBy, phone: 'hidden' },
        { label: w.state, phone: 'amount' },
      ]}
      rows={view.papers.map((paper) => ({
        cells: [
          <>
            <a href={`/accounts/${view.accountId}/papers/${paper.id}`}>{paper.title}</a>
            <CellNote>{documents.attached.kinds[paper.kind]}</CellNote>
          </>,
          day(paper.onDate),
          seenBy(c, view, paper),
          <PaperState c={c} view={view} paper={paper} />,
        ],
      }))}
    />
  )
}

export function PaperState(props: { c: DeskContext; view: AccountPapers; paper: KeptAttached }) {
  const { c, view, paper } = props
  const w = c.get('words').desk.papers.states
  if (paper.removedAt !== null) return <Chip tone="plain">{w.removed}</Chip>
  const isAsked = view.requests.some(
    ({ paperId, state }) => paperId === paper.id && state === 'asked',
  )
  if (isAsked) return <Chip tone="warn">{w.asked}</Chip>
  return paper.replacedBy === null ? (
    <Chip tone="ok">{w.shown}</Chip>
  ) : (
    <Chip tone="plain">{w.replaced}</Chip>
  )
}
