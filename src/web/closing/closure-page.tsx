import { type FieldProblem, summaryOf } from '#src/http/form.ts'
import type { SignedInSession } from '#src/identity/sessions.ts'
import { Button, ButtonLink, Buttons } from '#src/ui/button.tsx'
import { CheckField } from '#src/ui/forms/check-field.tsx'
import { ErrorSummary } from '#src/ui/forms/error-summary.tsx'
import { PageHeading } from '#src/ui/layout/page-heading.tsx'
import { Panel } from '#src/ui/panel.tsx'
import { FormFields } from '../form-session.tsx'
import { page } from '../page.tsx'
import type { WebContext } from '../request-context.ts'

/** On the page of security: the way to it, last of all. */
export function ClosurePanel({ c }: { c: WebContext }) {
  const { closing: w } = c.get('words')
  return (
    <Panel title={w.heading}>
      <p>{w.lead}</p>
      <Buttons>
        <ButtonLink href="/security/closure">{w.link}</ButtonLink>
      </Buttons>
    </Panel>
  )
}

/** What stays, what changes, and the one button. */
export function closurePage(
  c: WebContext,
  session: SignedInSession,
  problems: readonly FieldProblem[],
): Response {
  const { closing: w, shell, security } = c.get('words')
  const isRefused = problems.length > 0
  const count = session.accounts.length
  return page(c, {
    title: isRefused ? `${shell.errorPrefix} ${w.title}` : w.title,
    ...(isRefused && { status: 422 as const }),
    children: (
      <>
        <PageHeading
          identity={<a href="/security">{security.title}</a>}
          title={w.title}
          lead={w.intro}
        />
        <div class="k-flow">
          {isRefused && (
            <ErrorSummary
              title={shell.errorSummary(problems.length)}
              problems={summaryOf(problems)}
            />
          )}
          <Panel title={w.stays}>
            <Points points={w.kept} />
          </Panel>
          <Panel title={w.changes}>
            <Points points={count > 1 ? [w.several(count), ...w.effects] : w.effects} />
            <p>
              <a href="/profile/address">{w.address}</a>
            </p>
            <ClosureForm c={c} session={session} problems={problems} />
          </Panel>
        </div>
      </>
    ),
  })
}

function Points({ points }: { points: readonly string[] }) {
  return (
    <ul class="list-disc ps-5">
      {points.map((point) => (
        <li>{point}</li>
      ))}
    </ul>
  )
}

function ClosureForm(props: {
  c: WebContext
  session: SignedInSession
  problems: readonly FieldProblem[]
}) {
  const { c, session, problems } = props
  const { closing: w } = c.get('words')
  const typed = c.req.method === 'POST' ? c.get('form').typed.agreed : undefined
  return (
    <form class="k-fields" method="post" action="/security/closure">
      <FormFields c={c} session={session} />
      <CheckField
        id="agreed"
        name="agreed"
        label={w.agree}
        checked={typed === 'yes'}
        error={problems.find(({ field }) => field === 'agreed')?.message}
      />
      <Buttons>
        <Button look="destructive">{w.submit}</Button>
        <ButtonLink href="/security">{w.keep}</ButtonLink>
      </Buttons>
    </form>
  )
}

export function closedPage(c: WebContext): Response {
  const { closing: w } = c.get('words')
  const { lender } = c.get('web').config
  return page(c, {
    title: w.closedTitle,
    children: (
      <>
        <PageHeading title={w.closedTitle} />
        <Panel>
          <div class="k-flow">
            <p>{w.closed}</p>
            <p>{w.paper}</p>
            <p>{w.again}</p>
            <p>{w.call(lender.fraudPhone)}</p>
          </div>
          <Buttons>
            <ButtonLink href="/register">{w.register}</ButtonLink>
          </Buttons>
        </Panel>
      </>
    ),
  })
}
