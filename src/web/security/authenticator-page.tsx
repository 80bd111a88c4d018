// The secret as a picture and as text, and the form that takes its first code.
import type { FirstSession } from '#src/identity/entry/enroll-first.ts'
import type { Enrollment } from '#src/identity/factors/enroll-authenticator.ts'
import type { SignedInSession } from '#src/identity/sessions.ts'
import { Button, ButtonLink, Buttons } from '#src/ui/button.tsx'
import { QrCode } from '#src/ui/figures/qr-code.tsx'
import { TextField } from '#src/ui/forms/text-field.tsx'
import { PageHeading } from '#src/ui/layout/page-heading.tsx'
import { Area, PanelGrid } from '#src/ui/layout/panel-grid.tsx'
import { Panel } from '#src/ui/panel.tsx'
import { FormFields } from '../form-session.tsx'
import { type CodeProblem, statusOfCode } from '../front/code-step.tsx'
import { FactorProblem } from '../front/factor-step.tsx'
import { page } from '../page.tsx'
import { readerOf } from '../reader.ts'
import type { WebContext } from '../request-context.ts'

type Shown = { readonly enrollment: Enrollment; readonly problem: CodeProblem | null }

export function authenticatorPage(
  c: WebContext,
  session: SignedInSession | FirstSession,
  shown: Shown,
): Response {
  const { problem, enrollment } = shown
  const first = c.get('words').protection.first
  const { shell, secondFactors } = c.get('words')
  const w = secondFactors.app
  return page(c, {
    title: problem ? `${shell.errorPrefix} ${w.title}` : w.title,
    ...(problem && { status: statusOfCode(c, problem) }),
    children: (
      <>
        <PageHeading title={w.title} lead={session.kind === 'half' ? first.lead : w.lead} />
        {problem && <FactorProblem c={c} problem={problem} fieldId="code" />}
        <PanelGrid split="7-5">
          <Area at="main">
            <Panel title={w.scanHeading}>
              <p>{w.scan}</p>
              <Secret c={c} enrollment={enrollment} />
            </Panel>
          </Area>
          <Area at="side">
            <Panel title={w.typeHeading}>
              <CodeForm c={c} session={session} shown={shown} />
              {session.kind === 'half' && <Leave c={c} session={session} />}
            </Panel>
          </Area>
        </PanelGrid>
      </>
    ),
  })
}

function Secret(props: { c: WebContext; enrollment: Enrollment }) {
  const { c, enrollment } = props
  const w = c.get('words').secondFactors.app
  return (
    <div class="k-secret">
      <QrCode text={enrollment.uri} label={w.picture} />
      <div class="k-flow">
        <p>{w.byHand}</p>
        <p class="k-secret-text k-code">{inFours(enrollment.secret)}</p>
        <p class="k-small k-ink2">{w.until(readerOf(c).time(enrollment.expiresAt))}</p>
        <p class="k-small k-ink2">{w.keep}</p>
      </div>
    </div>
  )
}

function CodeForm(props: { c: WebContext; session: SignedInSession | FirstSession; shown: Shown }) {
  const { c, shown } = props
  const isFirst = props.session.kind === 'half'
  const w = c.get('words').secondFactors.app
  const typed = c.req.method === 'POST' ? c.get('form').typed.name : undefined
  return (
    <form class="k-fields" method="post" action={isFirst ? '/enroll' : '/security/authenticator'}>
      <FormFields c={c} session={props.session} />
      <input type="hidden" name="enrollment" value={shown.enrollment.id} />
      <TextField
        id="code"
        name="code"
        label={w.code}
        hint={w.codeHint}
        inputmode="numeric"
        autocomplete="one-time-code"
        width="short"
        spelling="off"
        error={errorOf(c, shown.problem, 'code')}
      />
      <TextField
        id="name"
        name="name"
        label={w.name}
        hint={w.nameHint}
        maxlength={40}
        autocomplete="off"
        value={typed ?? w.nameDefault}
        error={errorOf(c, shown.problem, 'name')}
      />
      <p class="k-small k-ink2">{w.wrongClock}</p>
      <Buttons>
        <Button look="primary">{w.submit}</Button>
        {!isFirst && <ButtonLink href="/security">{w.back}</ButtonLink>}
      </Buttons>
    </form>
  )
}

/** Without an account to show there is no menu to leave by. */
function Leave({ c, session }: { c: WebContext; session: FirstSession }) {
  return (
    <form method="post" action="/sign-out">
      <FormFields c={c} session={session} />
      <Button look="quiet">{c.get('words').shell.signOut}</Button>
    </form>
  )
}

function errorOf(c: WebContext, problem: CodeProblem | null, field: string): string | undefined {
  if (problem?.kind === 'fields')
    return problem.problems.find((found) => found.field === field)?.message
  if (!problem || field !== 'code' || problem.refusal.code === 'waitBeforeTrying') return undefined
  return c.get('words').refusals.sentence(problem.refusal, c.get('locale'))
}

/** Groups of four, as people copy it; apps take it with the blanks. */
export function inFours(text: string): string {
  return text.replace(/(.{4})(?=.)/g, '$1 ')
}
