// GET /money/returns: what the bank sent back, the newest first.
import type { Hono } from 'hono'
import { listItems } from '#src/store/ach/desk-returns.ts'
import { Empty } from '#src/ui/empty.tsx'
import { PageHeading } from '#src/ui/layout/page-heading.tsx'
import { Panel } from '#src/ui/panel.tsx'
import type { DeskContext, DeskEnv } from '../desk-context.ts'
import { deskPage } from '../desk-page.tsx'
import { permitted } from '../permitted.ts'
import { ItemTable } from './item-table.tsx'
import { MoneyParts } from './money-links.tsx'

const ITEMS_SHOWN = 200

export function registerReturns(app: Hono<DeskEnv>): void {
  app.get(
    '/money/returns',
    permitted('seeMoney', () => '/money/returns', show),
  )
}

async function show(c: DeskContext): Promise<Response> {
  const items = await listItems(c.get('desk').db, { limit: ITEMS_SHOWN })
  const w = c.get('words').desk.money
  return deskPage(c, {
    title: w.sentBack.title,
    current: 'money',
    children: (
      <>
        <PageHeading title={w.sentBack.title} aside={<MoneyParts c={c} current="returns" />} />
        <Panel>
          {items.length === 0 ? (
            <Empty title={w.sentBack.none}>{w.received.lead}</Empty>
          ) : (
            <ItemTable c={c} items={items} />
          )}
          <p class="k-small mt-4">
            <a href="/money/returns/policy">{w.policy.see}</a>
          </p>
        </Panel>
      </>
    ),
  })
}
