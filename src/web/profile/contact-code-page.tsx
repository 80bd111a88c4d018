import type { WaitingContact } from '#src/identity/profile/start-contact.ts'
import type { SignedInSession } from '#src/identity/sessions.ts'
import { Button, ButtonLink, Buttons } from '#src/ui/button.tsx'
import { TextField } from '#src/ui/forms/text-field.tsx'
import { PageHeading } from '#src/ui/layout/page-heading.tsx'
import { Note } from '#src/ui/note.tsx'
import { Panel, Rule } from '#src/ui/panel.tsx'
import { FormFields } from '../form-session.tsx'
import { statusOfCode } from '../front/code-step.tsx'
import { DemoMailbox } from '../front/demo-mailbox.tsx'
import { spoken } from '../masked.tsx'
import { page } from '../page.tsx'
import { readerOf } from '../reader.ts'
import type { WebContext } from '../request-context.ts'
import { type ContactProblem, ContactProblems, fieldError } from './contact-page.tsx'

type Shown = { readonly waiting: WaitingContact; readonly problem: ContactProblem | null }
type Parts = Shown & { readonly c: WebContext; readonly session: SignedInSession }

export function contactCodePage(c: WebContext, session: SignedInSession, shown: Shown): Response {
  const { profile, shell } = c.get('words')
  const { waiting, problem } = shown
  const w = profile.code
  const title = waiting.method === 'sms' ? w.titlePhone : w.titleEmail
  const { change } = waiting
  return page(c, {
    title: problem ? `${shell.errorPrefix} ${title}` : title,
    ...(problem && { status: statusOfCode(c, problem) }),
    children: (
      <>
        <PageHeading identity={<a href="/profile">{profile.title}</a>} title={title} />
        {problem && isShown(shown) && <ContactProblems c={c} problem={problem} fieldId="code" />}
        <Panel>
          <div class="k-flow">
            {waiting.isOpen ? (
              <CodeForm {...{ c, session, ...shown }} />
            ) : (
              <Over {...{ c, waiting }} />
            )}
            {waiting.isOpen && <Rule />}
            <AgainForm {...{ c, session, ...shown }} />
            <p>
              <a
                href={
                  change.kind === 'added' ? `/profile/contact?kind=${change.method}` : '/profile'
                }
              >
                {w.other}
              </a>
            </p>
          </div>
        </Panel>
      </>
    ),
  })
}

/** A code that works no longer is told of once, where it would be typed. */
function isShown({ waiting, problem }: Shown): boolean {
  return waiting.isOpen || problem?.kind !== 'refused' || problem.refusal.code !== 'codeSpent'
}

function Over({ c, waiting }: { c: WebContext; waiting: WaitingContact }) {
  const { code: w } = c.get('words').profile
  return <Note tone="warn">{spoken(w.over(waiting.masked), readerOf(c))}</Note>
}

function CodeForm({ c, session, waiting, problem }: Parts) {
  const { code: w, form } = c.get('words').profile
  const reader = readerOf(c)
  return (
    <form class="k-fields" method="post" action="/profile/contact/code">
      <FormFields c={c} session={session} />
      <p>{spoken(w.sent(waiting.masked, reader.time(waiting.expiresAt)), reader)}</p>
      <DemoMailbox c={c} />
      <TextField
        id="code"
        name="code"
        label={w.code}
        hint={w.hint}
        inputmode="numeric"
        autocomplete="one-time-code"
        width="short"
        spelling="off"
        {...fieldError(c, problem, 'code')}
      />
      <Buttons>
        <Button look="primary">{w.submit}</Button>
        <ButtonLink href="/profile">{form.back}</ButtonLink>
      </Buttons>
    </form>
  )
}

function AgainForm({ c, session, waiting }: Parts) {
  const { code: w } = c.get('words').profile
  return (
    <form class="k-fields" method="post" action="/profile/contact/new-code">
      <FormFields c={c} session={session} />
      <p class="k-small k-ink2">{waiting.method === 'sms' ? w.againPhone : w.againEmail}</p>
      <Buttons>
        <Button {...(waiting.isOpen ? {} : { look: 'primary' as const })}>{w.again}</Button>
      </Buttons>
    </form>
  )
}
