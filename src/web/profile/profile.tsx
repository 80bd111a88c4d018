// GET /profile: how a person is reached, and what was changed. POST /profile/messages.
import type { Hono } from 'hono'
import { type FieldProblem, summaryOf } from '#src/http/form.ts'
import { viewProfile } from '#src/identity/profile/view-profile.ts'
import type { SignedInSession } from '#src/identity/sessions.ts'
import { ErrorSummary } from '#src/ui/forms/error-summary.tsx'
import { PageHeading } from '#src/ui/layout/page-heading.tsx'
import { Area, PanelGrid } from '#src/ui/layout/panel-grid.tsx'
import { signedInPage } from '../account-visit.tsx'
import { page } from '../page.tsx'
import { identityDeps, type WebContext, type WebEnv } from '../request-context.ts'
import { choosesMessages } from './choices.ts'
import { HistoryPanel } from './history-panel.tsx'
import { MainPanels } from './main-panels.tsx'
import { registerPaperless } from './paperless.tsx'
import { SidePanels } from './side-panels.tsx'

export function registerProfile(app: Hono<WebEnv>): void {
  app.get(
    '/profile',
    signedInPage((c, session) => show(c, session, [])),
  )
  app.post('/profile/messages', signedInPage(choosesMessages(show)))
  registerPaperless(app)
}

async function show(
  c: WebContext,
  session: SignedInSession,
  problems: readonly FieldProblem[],
): Promise<Response> {
  const profile = await viewProfile(identityDeps(c), session)
  const { profile: w, shell } = c.get('words')
  return page(c, {
    title: problems.length > 0 ? `${shell.errorPrefix} ${w.title}` : w.title,
    ...(problems.length > 0 && { status: 422 as const }),
    children: (
      <>
        <PageHeading title={w.title} lead={w.lead} />
        {problems.length > 0 && (
          <ErrorSummary
            title={shell.errorSummary(problems.length)}
            problems={summaryOf(problems)}
          />
        )}
        <PanelGrid split="7-5">
          <Area at="main">
            <MainPanels {...{ c, session, profile, problems }} />
          </Area>
          <Area at="side">
            <SidePanels c={c} profile={profile} />
          </Area>
          <Area at="wide">
            <HistoryPanel c={c} changes={profile.changes} />
          </Area>
        </PanelGrid>
      </>
    ),
  })
}
