// GET and POST /security/authenticator/removal: take away an authenticator app.
import type { Hono } from 'hono'
import * as z from 'zod'
import { type Authenticator, authenticatorsOf } from '#src/identity/factors/authenticators.ts'
import { removeAuthenticator } from '#src/identity/factors/remove-authenticator.ts'
import type { SignedInSession } from '#src/identity/sessions.ts'
import { Button, ButtonLink, Buttons } from '#src/ui/button.tsx'
import { PageHeading } from '#src/ui/layout/page-heading.tsx'
import { Panel } from '#src/ui/panel.tsx'
import { signedInPage } from '../account-visit.tsx'
import { refusedPage } from '../errors.tsx'
import { FormFields } from '../form-session.tsx'
import { page } from '../page.tsx'
import { identityDeps, type WebContext, type WebEnv } from '../request-context.ts'
import { steppedUp } from './step-up.tsx'

export function registerAuthenticatorRemoval(app: Hono<WebEnv>): void {
  app.get('/security/authenticator/removal', signedInPage(asked))
  app.post('/security/authenticator/removal', signedInPage(asked))
}

/** What is gone, or was never this person's, is not asked about. */
async function asked(c: WebContext, session: SignedInSession): Promise<Response> {
  const text = c.req.method === 'GET' ? c.req.query('app') : c.get('form').typed.app
  const id = z.uuid().safeParse(text).data
  const known = await authenticatorsOf(identityDeps(c).db, session.loginId)
  const app = known.find((authenticator) => authenticator.id === id)
  if (!app) return c.redirect('/security', 303)
  return steppedUp(c, session, {
    action: 'removeAuthenticator',
    removing: app.id,
    back: `/security/authenticator/removal?${new URLSearchParams({ app: app.id })}`,
    handle: () => (c.req.method === 'GET' ? show(c, session, app) : remove(c, session, app)),
  })
}

async function remove(
  c: WebContext,
  session: SignedInSession,
  app: Authenticator,
): Promise<Response> {
  const asking = { session, visit: c.get('visit') }
  const answer = await removeAuthenticator(identityDeps(c), asking, app.id)
  if (!answer.ok) return refusedPage(c, answer.refusal)
  return c.redirect('/security?done=appRemoved', 303)
}

async function show(
  c: WebContext,
  session: SignedInSession,
  app: Authenticator,
): Promise<Response> {
  const w = c.get('words').secondFactors.removal
  return page(c, {
    title: w.title,
    children: (
      <>
        <PageHeading title={w.title} />
        <Panel>
          <p>{w.lead(app.name)}</p>
          <p>{w.told}</p>
          <form method="post" action="/security/authenticator/removal">
            <FormFields c={c} session={session} />
            <input type="hidden" name="app" value={app.id} />
            <Buttons>
              <Button look="destructive">{w.submit}</Button>
              <ButtonLink href="/security">{w.keep}</ButtonLink>
            </Buttons>
          </form>
        </Panel>
      </>
    ),
  })
}
