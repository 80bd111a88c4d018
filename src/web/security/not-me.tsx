// GET and POST /security/not-me: one line of what happened was somebody else. GET /reported: what
// was done about it, for who is signed out by it.
import type { Hono } from 'hono'
import * as z from 'zod'
import { type ActivityLine, findActivityLine } from '#src/identity/access-log.ts'
import { reportNotMe } from '#src/identity/entry/report-not-me.ts'
import type { SignedInSession } from '#src/identity/sessions.ts'
import { ButtonLink, Buttons } from '#src/ui/button.tsx'
import { PageHeading } from '#src/ui/layout/page-heading.tsx'
import { Panel } from '#src/ui/panel.tsx'
import { signedInPage } from '../account-visit.tsx'
import { page } from '../page.tsx'
import { identityDeps, type WebContext, type WebEnv } from '../request-context.ts'
import { clearSessionCookie } from '../session-cookie.ts'
import { notMePage } from './not-me-page.tsx'

export function registerNotMe(app: Hono<WebEnv>): void {
  app.get('/security/not-me', signedInPage(asked(notMePage)))
  app.post('/security/not-me', async (c): Promise<Response> => {
    // Sent twice: the first one has ended the session.
    if (c.get('form').state === 'stale') return c.redirect('/reported', 303)
    return signedInPage(asked(report))(c)
  })
  app.get('/reported', reportedPage)
}

type Handle = (
  c: WebContext,
  session: SignedInSession,
  line: ActivityLine,
) => Response | Promise<Response>

/** What is no line of this login's is not asked about. */
function asked(handle: Handle) {
  return async (c: WebContext, session: SignedInSession) => {
    const text = c.req.method === 'GET' ? c.req.query('line') : c.get('form').typed.line
    const seq = z.coerce.number().int().positive().max(2_147_483_647).safeParse(text).data
    const line = seq === undefined ? null : await findActivityLine(c.get('web').db, session, seq)
    return line ? handle(c, session, line) : c.redirect('/security', 303)
  }
}

async function report(
  c: WebContext,
  session: SignedInSession,
  line: ActivityLine,
): Promise<Response> {
  await reportNotMe(identityDeps(c), { session, visit: c.get('visit') }, line)
  clearSessionCookie(c)
  return c.redirect('/reported', 303)
}

function reportedPage(c: WebContext): Response {
  const { notMe: w } = c.get('words').protection
  const { lender } = c.get('web').config
  return page(c, {
    title: w.reportedTitle,
    children: (
      <>
        <PageHeading title={w.reportedTitle} />
        <Panel>
          <div class="k-flow">
            <p>{w.reported}</p>
            <p>{w.next}</p>
            <p>{w.call(lender.fraudPhone)}</p>
          </div>
          <Buttons>
            <ButtonLink look="primary" href="/recover">
              {w.recover}
            </ButtonLink>
          </Buttons>
        </Panel>
      </>
    ),
  })
}
