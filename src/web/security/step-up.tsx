// Asks once more who somebody is before a page or a form that needs it, and comes back to the page.
import type { FreshSession } from '#src/identity/entry/fresh-session.ts'
import { askStepUp, type StepUpAction } from '#src/identity/entry/step-up.ts'
import type { SignedInSession } from '#src/identity/sessions.ts'
import { ButtonLink, Buttons } from '#src/ui/button.tsx'
import { PageHeading } from '#src/ui/layout/page-heading.tsx'
import { Panel } from '#src/ui/panel.tsx'
import { page } from '../page.tsx'
import { identityDeps, type WebContext } from '../request-context.ts'

/** `back`: the page to come back to, never a form. */
export async function steppedUp(
  c: WebContext,
  session: SignedInSession,
  asked: {
    readonly action: StepUpAction
    readonly back: string
    readonly removing?: string
    readonly handle: (fresh: FreshSession) => Promise<Response>
  },
): Promise<Response> {
  const { action, back, removing, handle } = asked
  const what = { action, ...(removing !== undefined && { removing }) }
  const answer = await askStepUp(identityDeps(c), session, what)
  switch (answer.kind) {
    case 'may':
      return handle(answer.session)
    case 'confirm': {
      const except = answer.except === null ? {} : { except: answer.except }
      return c.redirect(`/confirm?${new URLSearchParams({ next: back, ...except })}`, 303)
    }
    case 'cannot':
      return cannotPage(c)
  }
}

function cannotPage(c: WebContext): Response {
  const { secondFactors: w } = c.get('words')
  const { lender } = c.get('web').config
  const contact = { phone: lender.phone, hours: lender.hours[c.get('locale')] }
  return page(c, {
    title: w.onlyMailHeading,
    status: 403,
    children: (
      <>
        <PageHeading title={w.onlyMailHeading} />
        <Panel>
          <p>{w.onlyMail(contact)}</p>
          <Buttons>
            <ButtonLink href="/security">{w.app.back}</ButtonLink>
          </Buttons>
        </Panel>
      </>
    ),
  })
}
