// GET /security, POST /security/sessions: how one signs in, where one is signed in, and what
// happened at the door.
import type { Hono } from 'hono'
import * as z from 'zod'
import { readAccessActivity } from '#src/identity/access-log.ts'
import { endOneSession, endOtherSessions, sessionsOf } from '#src/identity/entry/end-sessions.ts'
import { methodsOf } from '#src/identity/entry/ways.ts'
import type { SignedInSession } from '#src/identity/sessions.ts'
import { PageHeading } from '#src/ui/layout/page-heading.tsx'
import { Note } from '#src/ui/note.tsx'
import { signedInPage } from '../account-visit.tsx'
import { page } from '../page.tsx'
import { readerOf } from '../reader.ts'
import { identityDeps, type WebContext, type WebEnv } from '../request-context.ts'
import { ActivityPanel } from './activity-panel.tsx'
import { MethodsPanel } from './methods-panel.tsx'
import { SessionsPanel } from './sessions-panel.tsx'

const LATEST_LINES = 20

export function registerSecurity(app: Hono<WebEnv>): void {
  app.get('/security', signedInPage(securityPage))
  app.post('/security/sessions', signedInPage(postSessions))
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
  const { app, removal } = c.get('words').secondFactors
  const done = { ...w.sessions, appAdded: app.added, appRemoved: removal.removed }
  const named = ['ended', 'endedOthers', 'appAdded', 'appRemoved'] as const
  const ended = named.find((name) => c.req.query('done') === name)
  return page(c, {
    title: w.title,
    children: (
      <>
        <PageHeading title={w.title} lead={w.lead} />
        <div class="k-flow">
          {ended && (
            <Note tone="ok" role="status">
              {done[ended]}
              {ended === 'appAdded' && methods.backupCodesLeft === 0 && (
                <>
                  {' '}
                  {app.next} <a href="/security/backup-codes">{app.nextLink}</a>
                </>
              )}
            </Note>
          )}
          <MethodsPanel
            reader={reader}
            methods={methods}
            replaces={c.req.query('done') === 'lost'}
          />
          <SessionsPanel c={c} session={session} sessions={sessions} />
          <ActivityPanel reader={reader} lines={lines} fraudPhone={lender.fraudPhone} />
        </div>
      </>
    ),
  })
}

async function postSessions(c: WebContext, session: SignedInSession): Promise<Response> {
  const { typed } = c.get('form')
  const asking = { session, visit: c.get('visit') }
  const deps = identityDeps(c)
  if (typed.which === 'others') {
    await endOtherSessions(deps, asking)
    return c.redirect('/security?done=endedOthers', 303)
  }
  const id = z.uuid().safeParse(typed.which)
  if (id.success) await endOneSession(deps, asking, id.data)
  return c.redirect('/security?done=ended', 303)
}
