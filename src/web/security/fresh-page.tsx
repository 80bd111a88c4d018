import { asFresh, type FreshSession } from '#src/identity/entry/fresh-session.ts'
import type { SignedInSession } from '#src/identity/sessions.ts'
import { ButtonLink, Buttons } from '#src/ui/button.tsx'
import { PageHeading } from '#src/ui/layout/page-heading.tsx'
import { Panel } from '#src/ui/panel.tsx'
import { signedInPage } from '../account-visit.tsx'
import { page } from '../page.tsx'
import type { WebContext } from '../request-context.ts'
import { confirmPath } from '../safe-path.ts'

/**
 * A handler for what changes the ways to sign in: whoever has not shown a factor within minutes
 * shows one first and comes back to `path`. A form that was sent meanwhile is filled in again.
 */
export function freshPage(
  path: string,
  handle: (c: WebContext, session: FreshSession) => Promise<Response>,
) {
  return signedInPage(async (c, session) => {
    const fresh = asFresh(session, c.get('web').clock.now())
    if (fresh) return handle(c, fresh)
    return justByMail(session) ? mailTooWeak(c, path) : c.redirect(confirmPath(path), 303)
  })
}

/** The last thing shown was a code by e-mail: asking once more would go round in a circle. */
function justByMail({ authenticated }: SignedInSession): boolean {
  return authenticated.at(-1)?.method === 'email'
}

function mailTooWeak(c: WebContext, path: string): Response {
  const w = c.get('words').security.mailTooWeak
  const { lender } = c.get('web').config
  return page(c, {
    title: w.title,
    status: 403,
    children: (
      <>
        <PageHeading title={w.title} />
        <Panel>
          <div class="k-flow">
            <p>{w.text}</p>
            <p>{w.none(lender.phone, lender.hours[c.get('locale')])}</p>
            <Buttons>
              <ButtonLink look="primary" href={confirmPath(path)}>
                {w.again}
              </ButtonLink>
            </Buttons>
          </div>
        </Panel>
      </>
    ),
  })
}
