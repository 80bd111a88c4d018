import type { Refusal } from '#src/domain/refusal.ts'
import type { ReadableCode } from '#src/identity/factors/backup-codes.ts'
import { secondsUntil } from '#src/identity/moments.ts'
import type { SignedInSession } from '#src/identity/sessions.ts'
import { Button, ButtonLink, Buttons } from '#src/ui/button.tsx'
import { ErrorSummary } from '#src/ui/forms/error-summary.tsx'
import { PageHeading } from '#src/ui/layout/page-heading.tsx'
import { Panel } from '#src/ui/panel.tsx'
import { FormFields } from '../form-session.tsx'
import { statusOfCode } from '../front/code-step.tsx'
import { page } from '../page.tsx'
import { readerOf } from '../reader.ts'
import type { WebContext } from '../request-context.ts'
import { inFours } from './authenticator-page.tsx'

/** How many are left, and the button that makes a new set. */
export function backupCodesPage(
  c: WebContext,
  session: SignedInSession,
  shown: { readonly left: number; readonly refusal: Refusal | null },
): Response {
  const { left, refusal } = shown
  const { shell, secondFactors } = c.get('words')
  const w = secondFactors.codes
  return page(c, {
    title: refusal ? `${shell.errorPrefix} ${w.title}` : w.title,
    ...(refusal && { status: statusOfCode(c, { kind: 'refused', refusal }) }),
    children: (
      <>
        <PageHeading title={w.title} lead={w.lead} />
        {refusal && <Refused c={c} refusal={refusal} />}
        <Panel>
          <p>{left === 0 ? w.noneYet : w.left(left)}</p>
          {left > 0 && <p>{w.replaces}</p>}
          <form method="post" action="/security/backup-codes">
            <FormFields c={c} session={session} />
            <Buttons>
              <Button look="primary">{left === 0 ? w.submit : w.submitAgain}</Button>
              <ButtonLink href="/security">{secondFactors.app.back}</ButtonLink>
            </Buttons>
          </form>
        </Panel>
      </>
    ),
  })
}

function Refused(props: { c: WebContext; refusal: Refusal }) {
  const { c, refusal } = props
  const { identity, secondFactors } = c.get('words')
  const w = secondFactors.codes
  if (refusal.code !== 'waitBeforeTrying')
    return <ErrorSummary title={w.sentTwiceHeading}>{w.sentTwice}</ErrorSummary>
  const wait = identity.duration(secondsUntil(refusal.until, c.get('web').clock.now()))
  return <ErrorSummary title={w.pausedHeading}>{w.paused(wait)}</ErrorSummary>
}

/** For paper: the codes and what they are for. */
export function madeCodesPage(c: WebContext, codes: readonly ReadableCode[]): Response {
  const w = c.get('words').secondFactors.codes
  const reader = readerOf(c)
  return page(c, {
    title: w.madeTitle,
    children: (
      <>
        <PageHeading title={w.madeTitle} lead={w.madeLead} />
        <Panel>
          <ol class="k-backup-codes" aria-label={w.list}>
            {codes.map(({ number, code }) => (
              <li value={number}>
                <span class="k-code">{inFours(code)}</span>
              </li>
            ))}
          </ol>
          <p>{w.madeOn(reader.moment(c.get('web').clock.now()))}</p>
          <p>{w.keep}</p>
          <Buttons>
            <ButtonLink look="primary" href="/security">
              {w.done}
            </ButtonLink>
          </Buttons>
        </Panel>
      </>
    ),
  })
}
