// GET /papers: papers that wait for a second person, and those that go by mail.
import type { Hono } from 'hono'
import { openPaperRequests } from '#src/store/documents/paper-requests.ts'
import { countWaitingLetters, newestPrintFiles } from '#src/store/documents/print-files.ts'
import { CellNote, Table } from '#src/ui/figures/table.tsx'
import { PageHeading } from '#src/ui/layout/page-heading.tsx'
import { Panel } from '#src/ui/panel.tsx'
import { formatCount } from '#src/words/format.ts'
import { type DeskContext, type DeskEnv, momentsFor } from '../desk-context.ts'
import { deskPage } from '../desk-page.tsx'
import { permitted } from '../permitted.ts'

const MOST_WAITING = 200
const FILES_SHOWN = 30

export function registerWaitingPapers(app: Hono<DeskEnv>): void {
  app.get(
    '/papers',
    permitted('seeCustomer', () => '/papers', show),
  )
}

async function show(c: DeskContext): Promise<Response> {
  const { papers: w } = c.get('words').desk
  const requests = await Requests({ c })
  const letters = await Letters({ c })
  return deskPage(c, {
    title: w.waiting.title,
    current: 'customers',
    children: (
      <>
        <PageHeading title={w.waiting.title} lead={w.waiting.lead} />
        <div class="k-flow">
          <Panel title={w.waiting.decide}>{requests}</Panel>
          <Panel title={w.letters.title} lead={w.letters.lead}>
            {letters}
          </Panel>
        </div>
      </>
    ),
  })
}

async function Requests({ c }: { c: DeskContext }) {
  const w = c.get('words').desk.papers.waiting
  const { moment } = momentsFor(c)
  const open = await openPaperRequests(c.get('desk').db, MOST_WAITING)
  if (open.length === 0) return <p>{w.none}</p>
  return (
    <Table
      caption={w.decide}
      columns={[
        { label: w.what, weight: 'strong', phone: 'name' },
        { label: w.why, phone: 'under' },
        { label: w.who, phone: 'under' },
      ]}
      rows={open.map(({ accountId, paperId, reason, askedByName, askedAt }) => ({
        cells: [
          <a href={`/accounts/${accountId}/papers/${paperId}`}>{w.removal}</a>,
          reason,
          <>
            {askedByName}
            <CellNote>{moment(askedAt)}</CellNote>
          </>,
        ],
      }))}
    />
  )
}

async function Letters({ c }: { c: DeskContext }) {
  const w = c.get('words').desk.papers.letters
  const { db } = c.get('desk')
  const { moment } = momentsFor(c)
  const count = (value: number) => formatCount(value, c.get('locale'))
  const [waiting, files] = await Promise.all([
    countWaitingLetters(db),
    newestPrintFiles(db, FILES_SHOWN),
  ])
  return (
    <div class="k-flow">
      <p>{w.waiting(waiting, count(waiting))}</p>
      {files.length === 0 ? (
        <p>{w.none}</p>
      ) : (
        <Table
          caption={w.title}
          columns={[
            { label: w.file, weight: 'strong', phone: 'name' },
            { label: w.letters, align: 'end', weight: 'ink', phone: 'amount' },
            { label: w.made, before: 'wide', phone: 'hidden' },
            { label: w.delivered, phone: 'under' },
          ]}
          rows={files.map(({ name, letters, madeAt, deliveredAt }) => ({
            cells: [
              name,
              count(letters),
              moment(madeAt),
              deliveredAt === null ? w.notYet : moment(deliveredAt),
            ],
          }))}
        />
      )}
    </div>
  )
}
