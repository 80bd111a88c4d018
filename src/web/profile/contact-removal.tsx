// GET and POST /profile/contact/removal: take away a phone or an email.
import type { Hono } from 'hono'
import type { Refusal } from '#src/domain/refusal.ts'
import type { FreshSession } from '#src/identity/entry/fresh-session.ts'
import type { Contact } from '#src/identity/factors/contacts.ts'
import { removeContact } from '#src/identity/profile/remove-contact.ts'
import { ownContacts } from '#src/identity/profile/view-profile.ts'
import type { SignedInSession } from '#src/identity/sessions.ts'
import { Button, ButtonLink, Buttons } from '#src/ui/button.tsx'
import { ErrorSummary } from '#src/ui/forms/error-summary.tsx'
import { PageHeading } from '#src/ui/layout/page-heading.tsx'
import { Panel } from '#src/ui/panel.tsx'
import { signedInPage } from '../account-visit.tsx'
import { FormFields } from '../form-session.tsx'
import { spoken } from '../masked.tsx'
import { page } from '../page.tsx'
import { readerOf } from '../reader.ts'
import { identityDeps, type WebContext, type WebEnv } from '../request-context.ts'
import { steppedUpForm } from '../security/step-up.tsx'

export function registerContactRemoval(app: Hono<WebEnv>): void {
  app.get('/profile/contact/removal', signedInPage(asked))
  app.post('/profile/contact/removal', signedInPage(asked))
}

/** What is gone, or was never this person's, is not asked about. */
async function asked(c: WebContext, session: SignedInSession): Promise<Response> {
  const wanted = c.req.method === 'GET' ? c.req.query('contact') : c.get('form').typed.contact
  const contacts = await ownContacts(identityDeps(c), session)
  const contact = contacts.find(({ key }) => key === wanted)
  if (!contact) return c.redirect('/profile', 303)
  return steppedUpForm(c, session, {
    action: 'changeContact',
    removing: contact.key,
    back: `/profile/contact/removal?contact=${contact.key}`,
    handle: (fresh) =>
      c.req.method === 'GET' ? show(c, fresh, contact, null) : remove(c, fresh, contact),
  })
}

async function remove(c: WebContext, session: FreshSession, contact: Contact) {
  const asking = { session, visit: c.get('visit') }
  const removed = await removeContact(identityDeps(c), asking, contact.key)
  if (!removed.ok) return show(c, session, contact, removed.refusal)
  return c.redirect('/profile?done=contact', 303)
}

async function show(
  c: WebContext,
  session: FreshSession,
  contact: Contact,
  refusal: Refusal | null,
): Promise<Response> {
  const { profile, shell, refusals } = c.get('words')
  const { removal: w } = profile
  const title = contact.method === 'sms' ? w.phone(contact.masked) : w.email(contact.masked)
  return page(c, {
    title: refusal ? `${shell.errorPrefix} ${title}` : title,
    ...(refusal && { status: 422 as const }),
    children: (
      <>
        <PageHeading
          identity={<a href="/profile">{profile.title}</a>}
          title={spoken(title, readerOf(c))}
        />
        {refusal && (
          <ErrorSummary title={shell.refused.title}>
            {refusals.sentence(refusal, c.get('locale'))}
          </ErrorSummary>
        )}
        <Panel>
          {refusal ? (
            <ButtonLink href="/profile">{w.keep}</ButtonLink>
          ) : (
            <RemovalForm c={c} session={session} contact={contact} />
          )}
        </Panel>
      </>
    ),
  })
}

function RemovalForm(props: { c: WebContext; session: FreshSession; contact: Contact }) {
  const { c, session, contact } = props
  const { removal: w } = c.get('words').profile
  return (
    <form class="k-fields" method="post" action="/profile/contact/removal">
      <FormFields c={c} session={session} />
      <input type="hidden" name="contact" value={contact.key} />
      <p>{w.lead}</p>
      <p>{w.waits}</p>
      <Buttons>
        <Button look="destructive">{w.submit}</Button>
        <ButtonLink href="/profile">{w.keep}</ButtonLink>
      </Buttons>
    </form>
  )
}
