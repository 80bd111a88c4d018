// What both steps of registering share: which step this is, why the form came back, and the way to
// sign in instead.
import type { ComponentChildren } from 'preact'
import type { Refusal } from '#src/domain/refusal.ts'
import { type FieldProblem, summaryOf } from '#src/http/form.ts'
import { secondsUntil } from '#src/identity/moments.ts'
import { ErrorSummary } from '#src/ui/forms/error-summary.tsx'
import { Note } from '#src/ui/note.tsx'
import { frontDoorPage } from '../front/front-door.tsx'
import { HelpLink } from '../help/help-link.tsx'
import type { PageStatus } from '../page.tsx'
import type { WebContext } from '../request-context.ts'
import type { AccountFlow } from './account-flow.ts'

export type RegisterProblem =
  | { readonly kind: 'expired' }
  | { readonly kind: 'fields'; readonly problems: readonly FieldProblem[] }
  | { readonly kind: 'refused'; readonly refusal: Refusal }

export function registerStepPage(
  c: WebContext,
  props: {
    readonly flow: AccountFlow
    readonly step: number
    readonly title: string
    readonly problem: RegisterProblem | null
    readonly children: ComponentChildren
  },
): Response {
  const w = c.get('words').identity.register
  const own = props.flow.words(c.get('words'))
  const status = statusOf(c, props.problem)
  return frontDoorPage(c, {
    title: props.title,
    ...(status === 200 ? {} : { state: 'error' as const }),
    status,
    islands: props.step === 3 ? ['password.js'] : [],
    children: (
      <>
        {props.flow.steps && <p class="k-row k-ink2">{w.steps(props.step)}</p>}
        {props.problem && <Problem c={c} flow={props.flow} problem={props.problem} />}
        {props.children}
        {props.step === 1 && <HelpLink c={c} topic={helpOf(props)} />}
        <hr class="k-rule" />
        <p class="k-row">
          <strong>{own.already}</strong> <a href={props.flow.leave}>{own.leave}</a>
        </p>
      </>
    ),
  })
}

/** What whoever stands at the first step asks. */
function helpOf(props: { flow: AccountFlow; problem: RegisterProblem | null }) {
  const { problem } = props
  if (problem?.kind === 'refused' && problem.refusal.code === 'registrationNotMatched')
    return 'numbers-do-not-match'
  return HELP[props.flow.purpose]
}

const HELP = {
  registration: 'first-registration',
  recovery: 'forgotten-password',
  lostFactor: undefined,
  newFactor: undefined,
  newAccount: 'first-registration',
} as const satisfies Record<AccountFlow['purpose'], string | undefined>

/** The sentence for one field, if that is what is wrong. */
export function errorOf(problem: RegisterProblem | null, field: string): string | undefined {
  if (problem?.kind !== 'fields') return undefined
  return problem.problems.find((found) => found.field === field)?.message
}

function Problem(props: { c: WebContext; flow: AccountFlow; problem: RegisterProblem }) {
  const { identity, shell } = props.c.get('words')
  const { problem } = props
  switch (problem.kind) {
    case 'expired':
      return <Note tone="info">{identity.register.expired}</Note>
    case 'fields': {
      const links = summaryOf(problem.problems)
      return <ErrorSummary title={shell.errorSummary(links.length)} problems={links} />
    }
    case 'refused':
      return <Refused c={props.c} flow={props.flow} refusal={problem.refusal} />
  }
}

function Refused(props: { c: WebContext; flow: AccountFlow; refusal: Refusal }) {
  const { c, refusal } = props
  const { identity, refusals } = c.get('words')
  const w = identity.register
  const { lender } = c.get('web').config
  if (refusal.code === 'waitBeforeTrying') {
    const wait = secondsUntil(refusal.until, c.get('web').clock.now())
    return <ErrorSummary title={w.pausedHeading}>{w.paused(identity.duration(wait))}</ErrorSummary>
  }
  if (refusal.code === 'busy') {
    const wait = identity.duration(refusal.retryAfterSeconds)
    return (
      <ErrorSummary title={identity.signIn.busyHeading}>{identity.signIn.busy(wait)}</ErrorSummary>
    )
  }
  if (refusal.code !== 'registrationNotMatched') {
    return (
      <ErrorSummary title={props.flow.words(c.get('words')).title}>
        {refusals.sentence(refusal, c.get('locale'))}
      </ErrorSummary>
    )
  }
  const contact = { phone: lender.phone, hours: lender.hours[c.get('locale')] }
  return (
    <ErrorSummary title={w.refusedHeading}>
      {props.flow.words(c.get('words')).refused(contact)}
      {lender.registration.proof === 'birthDate' && (
        <> {c.get('words').accountProof.birthDateMissing}</>
      )}
    </ErrorSummary>
  )
}

function statusOf(c: WebContext, problem: RegisterProblem | null): PageStatus {
  if (problem === null || problem.kind === 'expired') return 200
  if (problem.kind === 'fields') return 422
  const { refusal } = problem
  if (refusal.code === 'busy') {
    c.header('Retry-After', String(refusal.retryAfterSeconds))
    return 503
  }
  if (refusal.code !== 'waitBeforeTrying') return 422
  c.header('Retry-After', String(secondsUntil(refusal.until, c.get('web').clock.now())))
  return 429
}
