// GET /status: that the desk answers, and whether the database does; no data.
import type { Hono } from 'hono'
import { isAnswering } from '#src/store/database.ts'
import { PageHeading } from '#src/ui/layout/page-heading.tsx'
import { Panel } from '#src/ui/panel.tsx'
import type { DeskContext, DeskEnv } from './desk-context.ts'
import { deskPage } from './desk-page.tsx'

export function registerStatus(app: Hono<DeskEnv>): void {
  app.get('/status', showStatus)
}

async function showStatus(c: DeskContext): Promise<Response> {
  const { db, clock, config } = c.get('desk')
  const answers = await isAnswering(db)
  const w = c.get('words').desk
  return deskPage(c, {
    title: w.heading(config.lender.name),
    status: answers ? 200 : 503,
    children: (
      <>
        <PageHeading title={w.heading(config.lender.name)} />
        <Panel>
          <div class="k-flow">
            <p>{w.answers}</p>
            <p>{answers ? w.databaseAnswers : w.databaseSilent}</p>
            <p class="k-small k-ink2">{w.checkedAt(clock.now())}</p>
          </div>
        </Panel>
      </>
    ),
  })
}
