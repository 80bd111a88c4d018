// GET /money/held: the accounts on which money is held, the longest first.
import type { Hono } from 'hono'
import { mayEver, type StaffPermit } from '#src/identity/staff/staff-policy.ts'
import { type HeldOnAccount, heldAccounts } from '#src/store/desk-money/held-accounts.ts'
import { Table } from '#src/ui/figures/table.tsx'
import { PageHeading } from '#src/ui/layout/page-heading.tsx'
import { Panel } from '#src/ui/panel.tsx'
import type { DeskContext, DeskEnv } from '../desk-context.ts'
import { deskPage } from '../desk-page.tsx'
import { writers } from '../money/money-links.tsx'
import { permitted } from '../permitted.ts'
import { HELD, REQUESTS } from './posting-desk.ts'

const SHOWN = 200

export function registerHeldAccounts(app: Hono<DeskEnv>): void {
  app.get(
    HELD,
    permitted('seeMoney', () => HELD, show),
  )
}

async function show(c: DeskContext, { session }: StaffPermit<'seeMoney'>): Promise<Response> {
  const held = await heldAccounts(c.get('desk').db, SHOWN)
  const { posting } = c.get('words').desk
  const w = posting.credits.held
  const mayWork = mayEver(session.role, 'askMoney')
  return deskPage(c, {
    title: w.title,
    current: 'money',
    children: (
      <>
        <PageHeading
          identity={<a href={REQUESTS}>{posting.title}</a>}
          title={w.title}
          lead={w.lead(SHOWN)}
        />
        <Panel>
          {held.length === 0 ? <p>{w.none}</p> : <HeldTable c={c} held={held} mayWork={mayWork} />}
        </Panel>
      </>
    ),
  })
}

type Of = { readonly c: DeskContext; readonly held: readonly HeldOnAccount[]; mayWork: boolean }

function HeldTable({ c, held, mayWork }: Of) {
  const { credits, request } = c.get('words').desk.posting
  const w = credits.held
  const { day, money } = writers(c)
  const to = mayWork ? '/money/corrections' : '/money/accounts'
  return (
    <Table
      caption={w.title}
      columns={[
        { label: w.account, weight: 'strong', phone: 'name' },
        { label: w.since, phone: 'under' },
        { label: w.amount, align: 'end', weight: 'ink', phone: 'amount' },
      ]}
      rows={held.map(({ accountId, ending, amount, since }) => ({
        cells: [
          <a href={`${to}/${accountId}`}>{request.effect(ending)}</a>,
          day(since),
          money(amount),
        ],
      }))}
    />
  )
}
