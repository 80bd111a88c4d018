// GET /repossessions: every vehicle that was ordered back, as it stands at this instant.
import type { Hono } from 'hono'
import type { StaffPermit } from '#src/identity/staff/staff-policy.ts'
import { type Repossession, viewRepossessions } from '#src/servicing/holds/view-repossessions.ts'
import { Table } from '#src/ui/figures/table.tsx'
import { PageHeading } from '#src/ui/layout/page-heading.tsx'
import { Panel } from '#src/ui/panel.tsx'
import type { DeskContext, DeskEnv } from '../desk-context.ts'
import { deskPage } from '../desk-page.tsx'
import { deskServicing } from '../desk-servicing.ts'
import { permitted } from '../permitted.ts'

export function registerRepossessions(app: Hono<DeskEnv>): void {
  app.get(
    '/repossessions',
    permitted('seeCustomer', () => '/repossessions', show),
  )
}

async function show(c: DeskContext, permit: StaffPermit<'seeCustomer'>): Promise<Response> {
  const { customers, accounts } = c.get('words').desk
  const w = accounts.flags.orders
  const orders = await viewRepossessions(deskServicing(c), permit)
  const free = orders.filter(({ holds }) => holds.length === 0)
  const held = orders.filter(({ holds }) => holds.length > 0)
  return deskPage(c, {
    title: w.title,
    current: 'customers',
    children: (
      <>
        <PageHeading
          identity={<a href="/customers">{customers.title}</a>}
          title={w.title}
          lead={w.lead}
        />
        <div class="k-flow">
          <Panel title={w.mayGo}>
            {free.length === 0 ? (
              <p>{w.noneToGo}</p>
            ) : (
              <Orders c={c} orders={free} title={w.mayGo} />
            )}
          </Panel>
          <Panel title={w.held}>
            {held.length === 0 ? (
              <p>{w.noneHeld}</p>
            ) : (
              <Orders c={c} orders={held} title={w.held} />
            )}
          </Panel>
        </div>
      </>
    ),
  })
}

function Orders(props: { c: DeskContext; orders: readonly Repossession[]; title: string }) {
  const { accounts } = props.c.get('words').desk
  const { orders: w, kinds } = accounts.flags
  const areHeld = props.orders.some(({ holds }) => holds.length > 0)
  return (
    <Table
      caption={props.title}
      columns={[
        { label: w.vehicle, weight: 'strong', phone: 'name' },
        { label: w.account, phone: 'under' },
        ...(areHeld ? [{ label: w.why, phone: 'amount' as const }] : []),
      ]}
      rows={props.orders.map(({ vehicle, accountId, accountEnding, holds }) => ({
        cells: [
          vehicle ? `${vehicle.modelYear} ${vehicle.make} ${vehicle.model}` : '–',
          <a href={`/accounts/${accountId}`}>{accounts.named(accountEnding)}</a>,
          ...(areHeld ? [holds.map((kind) => kinds[kind]).join(', ')] : []),
        ],
      }))}
    />
  )
}
