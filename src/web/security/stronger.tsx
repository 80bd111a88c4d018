// GET and POST /security/stronger: once, after a sign-in with a code that was sent, a safer way.
// Whoever says no goes on to where they wanted.
import type { Hono } from 'hono'
import { safePath } from '#src/http/safe-path.ts'
import { declineStronger, isStrongerOffered } from '#src/identity/entry/offer-stronger.ts'
import type { SignedInSession } from '#src/identity/sessions.ts'
import { Button, ButtonLink, Buttons } from '#src/ui/button.tsx'
import { PageHeading } from '#src/ui/layout/page-heading.tsx'
import { Panel } from '#src/ui/panel.tsx'
import { signedInPage } from '../account-visit.tsx'
import { FormFields } from '../form-session.tsx'
import { page } from '../page.tsx'
import { identityDeps, type WebContext, type WebEnv } from '../request-context.ts'

export function registerStronger(app: Hono<WebEnv>): void {
  app.get(
    '/security/stronger',
    signedInPage(async (c, session) => {
      const next = nextOf(c.req.query('next'))
      const offered = await isStrongerOffered(identityDeps(c), session.loginId)
      return offered ? show(c, session, next) : c.redirect(next, 303)
    }),
  )
  app.post(
    '/security/stronger',
    signedInPage(async (c, session) => {
      await declineStronger(identityDeps(c), session)
      return c.redirect(nextOf(c.get('form').typed.next), 303)
    }),
  )
}

function nextOf(typed: string | undefined): string {
  return safePath(typed) ?? '/accounts'
}

function show(c: WebContext, session: SignedInSession, next: string): Response {
  const w = c.get('words').stronger
  return page(c, {
    title: w.title,
    children: (
      <>
        <PageHeading title={w.title} lead={w.lead} />
        <div class="k-flow">
          <Panel title={w.passkey}>
            <p>{w.passkeyText}</p>
            <Buttons>
              <ButtonLink look="primary" icon="fingerprint-pattern" href="/security/passkeys">
                {w.passkeyAdd}
              </ButtonLink>
            </Buttons>
          </Panel>
          <Panel title={w.app}>
            <p>{w.appText}</p>
            <Buttons>
              <ButtonLink icon="plus" href="/security/authenticator">
                {w.appAdd}
              </ButtonLink>
            </Buttons>
          </Panel>
          <form method="post" action="/security/stronger">
            <FormFields c={c} session={session} />
            <input type="hidden" name="next" value={next} />
            <p class="k-row k-ink2">
              {w.minutes} {w.later}
            </p>
            <Buttons>
              <Button look="quiet">{w.notNow}</Button>
            </Buttons>
          </form>
        </div>
      </>
    ),
  })
}
