// Asks once more who somebody is before a page or a form that needs it, and comes back to it.
import type { ComponentChildren } from 'preact'
import type { FreshSession } from '#src/identity/entry/fresh-session.ts'
import { askStepUp, mayProve, type StepUpAction } from '#src/identity/entry/step-up.ts'
import type { SignedInSession } from '#src/identity/sessions.ts'
import { ButtonLink, Buttons } from '#src/ui/button.tsx'
import { PageHeading } from '#src/ui/layout/page-heading.tsx'
import { Panel } from '#src/ui/panel.tsx'
import { HELD_FORM } from '../confirm-path.ts'
import { page } from '../page.tsx'
import { readerOf } from '../reader.ts'
import { identityDeps, type WebContext } from '../request-context.ts'
import { holdPosted } from './held-form.ts'

type Asked = {
  readonly action: StepUpAction
  /** The page to come back to, never a form. */
  readonly back: string
  readonly removing?: string
  readonly handle: (fresh: FreshSession) => Promise<Response>
}

/** What was posted too late is not sent on: the person comes back to the page. */
export function steppedUp(
  c: WebContext,
  session: SignedInSession,
  asked: Asked,
): Promise<Response> {
  return answered(c, session, { ...asked, next: async () => asked.back })
}

/** A form that is posted too late waits, and is sent once the person has confirmed. */
export function steppedUpForm(
  c: WebContext,
  session: SignedInSession,
  asked: Asked,
): Promise<Response> {
  const next = async () => {
    if (c.req.method !== 'POST') return asked.back
    await holdPosted(c, session)
    return HELD_FORM
  }
  return answered(c, session, { ...asked, next })
}

async function answered(
  c: WebContext,
  session: SignedInSession,
  asked: Asked & { readonly next: () => Promise<string> },
): Promise<Response> {
  const { action, removing, handle } = asked
  const what = { action, ...(removing !== undefined && { removing }) }
  const answer = await askStepUp(identityDeps(c), session, what)
  switch (answer.kind) {
    case 'may':
      return handle(answer.session)
    case 'confirm': {
      const except = answer.except === null ? {} : { except: answer.except }
      const query = new URLSearchParams({ next: await asked.next(), ...except })
      return c.redirect(`/confirm?${query}`, 303)
    }
    case 'cannot':
      return mayProve(action) ? c.redirect('/security/proof', 303) : cannotPage(c)
    case 'held':
      return heldPage(c, answer.until)
  }
}

/** Who has only e-mail adds a factor first. */
function cannotPage(c: WebContext): Response {
  const { secondFactors, provenChanges } = c.get('words')
  return notNow(c, {
    title: secondFactors.onlyMailHeading,
    children: <p>{provenChanges.newFactor.only}</p>,
    first: { href: '/security/proof', words: provenChanges.newFactor.chooseTitle },
  })
}

function heldPage(c: WebContext, until: string): Response {
  const w = c.get('words').stepUp
  return notNow(c, {
    title: w.heldTitle,
    children: (
      <>
        <p>{w.held(readerOf(c).moment(until))}</p>
        <p>{w.heldAnyway}</p>
        <p>{w.heldNotYou(c.get('web').config.lender.fraudPhone)}</p>
      </>
    ),
  })
}

function notNow(
  c: WebContext,
  said: {
    title: string
    children: ComponentChildren
    /** What to do about it. */
    first?: { href: string; words: string }
  },
): Response {
  const { title, children, first } = said
  return page(c, {
    title,
    status: 403,
    children: (
      <>
        <PageHeading title={title} />
        <Panel>
          {children}
          <Buttons>
            {first && (
              <ButtonLink look="primary" href={first.href}>
                {first.words}
              </ButtonLink>
            )}
            <ButtonLink href="/security">{c.get('words').secondFactors.app.back}</ButtonLink>
          </Buttons>
        </Panel>
      </>
    ),
  })
}
