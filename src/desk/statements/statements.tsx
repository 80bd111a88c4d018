// GET /accounts/:account/statements: the statements of an account, and which would say something
// else now.
import type { Hono } from 'hono'
import type { StaffPermit } from '#src/identity/staff/staff-policy.ts'
import {
  type AccountStatements,
  type ListedStatement,
  viewStatements,
} from '#src/servicing/statements/view-statements.ts'
import { Chip, type ChipTone } from '#src/ui/chip.tsx'
import { CellNote, Table } from '#src/ui/figures/table.tsx'
import { PageHeading } from '#src/ui/layout/page-heading.tsx'
import { Note } from '#src/ui/note.tsx'
import { Panel } from '#src/ui/panel.tsx'
import type { DeskContext, DeskEnv } from '../desk-context.ts'
import { tellPage } from '../desk-errors.tsx'
import { deskPage } from '../desk-page.tsx'
import { deskServicing } from '../desk-servicing.ts'
import { writers } from '../money/money-links.tsx'
import { permitted } from '../permitted.ts'
import { idOf, statementsPath } from './statements-desk.ts'

export function registerStatements(app: Hono<DeskEnv>): void {
  app.get('/accounts/:account/statements', permitted('seeCustomer', statementsPath, list))
}

async function list(c: DeskContext, permit: StaffPermit<'seeCustomer'>): Promise<Response> {
  const accountId = idOf(c, 'account')
  const view = accountId && (await viewStatements(deskServicing(c), { permit, accountId }))
  if (!view) return tellPage(c, 'notFound', 404)
  const { papers, accounts } = c.get('words').desk
  const { statements: w } = papers
  return deskPage(c, {
    title: w.title,
    current: 'customers',
    children: (
      <>
        <PageHeading
          identity={
            <a href={`/accounts/${view.accountId}`}>{accounts.named(view.accountEnding)}</a>
          }
          title={w.title}
          lead={w.lead}
        />
        <div class="k-flow">
          {c.req.query('done') === 'corrected' && (
            <Note tone="ok" role="status">
              {w.done}
            </Note>
          )}
          <Panel>
            {view.statements.length === 0 ? <p>{w.none}</p> : <Statements c={c} view={view} />}
          </Panel>
          <p class="k-small k-ink2">{w.looked}</p>
        </div>
      </>
    ),
  })
}

const TONES: Readonly<Record<ListedStatement['state'], ChipTone>> = {
  asKnown: 'ok',
  outdated: 'warn',
  replaced: 'plain',
}

function Statements({ c, view }: { c: DeskContext; view: AccountStatements }) {
  const { statements: w } = c.get('words').desk.papers
  const { statement } = c.get('words').documents
  const { day, money } = writers(c)
  return (
    <Table
      caption={w.title}
      columns={[
        { label: w.period, weight: 'strong', phone: 'name' },
        { label: w.balance, align: 'end', weight: 'ink', phone: 'underEnd' },
        { label: w.written, before: 'wide', phone: 'hidden' },
        { label: w.state, align: 'end', phone: 'amount' },
      ]}
      rows={view.statements.map(({ id, facts, state }) => ({
        cells: [
          <>
            <a href={`/accounts/${view.accountId}/statements/${id}`}>
              {statement.detail(day(facts.from), day(facts.on))}
            </a>
            {facts.corrects && (
              <CellNote phone="always">{w.corrected(facts.corrects.number)}</CellNote>
            )}
          </>,
          money(facts.closing.balance),
          day(facts.writtenOn),
          <Chip tone={TONES[state]}>{w.states[state]}</Chip>,
        ],
      }))}
    />
  )
}
