// GET /profile: how a person is reached, and what was changed. POST /profile/paperless.
import type { Hono } from 'hono'
import * as z from 'zod'
import { type FieldProblem, readForm, summaryOf } from '#src/http/form.ts'
import { choosePaperless } from '#src/identity/profile/choose-paperless.ts'
import { type Profile, viewProfile } from '#src/identity/profile/view-profile.ts'
import type { SignedInSession } from '#src/identity/sessions.ts'
import { ButtonLink, Buttons } from '#src/ui/button.tsx'
import { ErrorSummary } from '#src/ui/forms/error-summary.tsx'
import { PageHeading } from '#src/ui/layout/page-heading.tsx'
import { Area, PanelGrid } from '#src/ui/layout/panel-grid.tsx'
import { Panel } from '#src/ui/panel.tsx'
import { signedInPage } from '../account-visit.tsx'
import { page } from '../page.tsx'
import { identityDeps, type WebContext, type WebEnv } from '../request-context.ts'
import { ContactsPanel } from './contacts-panel.tsx'
import { ProfileDone } from './done.tsx'
import { HistoryPanel } from './history-panel.tsx'
import { PaperlessPanel } from './paperless-panel.tsx'

export function registerProfile(app: Hono<WebEnv>): void {
  app.get(
    '/profile',
    signedInPage((c, session) => show(c, session, [])),
  )
  app.post('/profile/paperless', signedInPage(choose))
}

async function choose(c: WebContext, session: SignedInSession): Promise<Response> {
  const words = c.get('words')
  const papers = z.enum(['online', 'mail'], words.profile.paperless.missing)
  const form = readForm(z.object({ papers }), c.get('form').typed, words)
  if (!form.ok) return show(c, session, form.problems)
  await choosePaperless(identityDeps(c), { session, visit: c.get('visit') }, form.value.papers)
  return c.redirect('/profile?done=paperless', 303)
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
        <ProfileDone c={c} />
        <PanelGrid split="7-5">
          <Area at="main">
            <ContactsPanel c={c} profile={profile} />
            <AddressPanel c={c} profile={profile} />
          </Area>
          <Area at="side">
            <PaperlessPanel {...{ c, session, profile, problems }} />
            <LanguagePanel c={c} profile={profile} />
          </Area>
          <Area at="wide">
            <HistoryPanel c={c} changes={profile.changes} />
          </Area>
        </PanelGrid>
      </>
    ),
  })
}

function AddressPanel({ c, profile }: { c: WebContext; profile: Profile }) {
  const { address: w } = c.get('words').profile
  const { addresses } = profile
  return (
    <Panel title={w.heading}>
      <div class="k-flow">
        {addresses.length === 0 && <p>{w.none}</p>}
        {addresses.map(({ street, city, state, postalCode }) => (
          <p>
            {street}
            <br />
            {city}, {state} {postalCode}
          </p>
        ))}
        {addresses.length > 1 && <p class="k-small k-ink2">{w.several}</p>}
        <Buttons>
          <ButtonLink href="/profile/address">{w.change}</ButtonLink>
        </Buttons>
      </div>
    </Panel>
  )
}

function LanguagePanel({ c, profile }: { c: WebContext; profile: Profile }) {
  const { language: w } = c.get('words').profile
  return (
    <Panel title={w.heading}>
      <div class="k-flow">
        <p>{w.text(w.names[profile.locale])}</p>
        <p>
          <a href="/preferences">{w.change}</a>
        </p>
      </div>
    </Panel>
  )
}
