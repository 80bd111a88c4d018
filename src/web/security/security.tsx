// GET /security: how one signs in, where one is signed in, and what
// happened at the door.
import type { Hono } from 'hono'
import { readAccessActivity } from '#src/identity/access-log.ts'
import { sessionsOf } from '#src/identity/entry/end-sessions.ts'
import { methodsOf } from '#src/identity/entry/ways.ts'
import type { SignedInSession } from '#src/identity/sessions.ts'
import { PageHeading } from '#src/ui/layout/page-heading.tsx'
import { signedInPage } from '../account-visit.tsx'
import { page } from '../page.tsx'
import { readerOf } from '../reader.ts'
import { identityDeps, type WebContext, type WebEnv } from '../request-context.ts'
import { ActivityPanel } from './activity-panel.tsx'
import { DoneNote } from './done-note.tsx'
import { MethodsPanel } from './methods-panel.tsx'
import { SessionsPanel } from './sessions-panel.tsx'

const LATEST_LINES = 20

export function registerSecurity(app: Hono<WebEnv>): void {
  app.get('/security', signedInPage(securityPage))
}

async function securityPage(c: WebContext, session: SignedInSession): Promise<Response> {
  const deps = identityDeps(c)
  const [methods, sessions, lines] = await Promise.all([
    methodsOf(deps, session),
    sessionsOf(deps.db, session),
    readAccessActivity(deps.db, session, LATEST_LINES),
  ])
  const w = c.get('words').security
  const reader = readerOf(c)
  const { lender } = c.get('web').config
  return page(c, {
    title: w.title,
    children: (
      <>
        <PageHeading title={w.title} lead={w.lead} />
        <div class="k-flow">
          <DoneNote c={c} methods={methods} />
          <MethodsPanel reader={reader} methods={methods} />
          <SessionsPanel c={c} session={session} sessions={sessions} />
          <ActivityPanel reader={reader} lines={lines} fraudPhone={lender.fraudPhone} />
        </div>
      </>
    ),
  })
}
