import { summaryOf, type Typed } from '#src/http/form.ts'
import type { Session } from '#src/identity/sessions.ts'
import { ErrorSummary } from '#src/ui/forms/error-summary.tsx'
import { Note } from '#src/ui/note.tsx'
import { AT_SIGN_IN, HelpLink } from '../help/help-link.tsx'
import { SignInByPasskey } from '../passkeys/passkey-offer.tsx'
import { PasskeyProblem } from '../passkeys/passkey-problem.tsx'
import { readyForProof } from '../proofs/account-proof-form.ts'
import type { WebContext } from '../request-context.ts'
import { frontDoorPage } from './front-door.tsx'
import { SignInForm } from './sign-in-form.tsx'
import { SIGN_IN_NOTICES, SignInNotice } from './sign-in-notice.tsx'
import { type SignInView, statusOfView } from './sign-in-view.ts'

type Shown = { readonly typed: Typed; readonly view: SignInView }

export function signInPage(c: WebContext, session: Session, shown: Shown): Response {
  const w = c.get('words').identity.signIn
  const { view } = shown
  const status = statusOfView(view)
  if (view.kind === 'busy') c.header('Retry-After', String(view.retryAfterSeconds))
  if (view.kind === 'paused') c.header('Retry-After', String(view.waitSeconds ?? 1))
  return frontDoorPage(c, {
    title: w.title,
    ...(status === 200 ? {} : { state: 'error' as const }),
    status,
    islands: ['password.js', 'passkey.js'],
    children: (
      <>
        <Above c={c} view={view} />
        <HelpLink c={c} topic={AT_SIGN_IN[view.kind]} />
        <SignInForm c={c} session={session} typed={shown.typed} errors={errorsOf(c, view)} />
        <p class="k-row">
          <a href="/recover">{w.forgot}</a>
        </p>
        <SignInByPasskey c={c} session={session} next={shown.typed.next} />
        <hr class="k-rule" />
        <p class="k-row">
          <strong>{w.firstTime}</strong> <a href="/register">{w.register}</a>
        </p>
        <p class="k-row k-ink2">{readyForProof(c)}</p>
      </>
    ),
  })
}

/** Plain when there is no notice of that name. */
export function noticeNamed(name: string | undefined): SignInView {
  const notice = SIGN_IN_NOTICES.find((known) => known === name)
  return notice ? { kind: 'notice', notice } : { kind: 'plain' }
}

function errorsOf(c: WebContext, view: SignInView) {
  const problems = view.kind === 'problems' ? view.problems : []
  const errorOf = (field: string) => problems.find((problem) => problem.field === field)?.message
  const isWrong = view.kind === 'wrong' && view.waitSeconds === null
  const wrong = isWrong ? c.get('words').identity.signIn.passwordAgain : undefined
  return { username: errorOf('username'), password: errorOf('password') ?? wrong }
}

/** What stands over the form: why it came back, or what happened before. */
function Above(props: { c: WebContext; view: SignInView }) {
  const { identity, shell } = props.c.get('words')
  const { view } = props
  const w = identity.signIn
  switch (view.kind) {
    case 'plain':
      return null
    case 'notice':
      return <SignInNotice c={props.c} notice={view.notice} />
    case 'stale':
      return <Note tone="info">{w.stale}</Note>
    case 'problems':
      return (
        <ErrorSummary
          title={shell.errorSummary(view.problems.length)}
          problems={summaryOf(view.problems)}
        />
      )
    case 'busy':
      return (
        <ErrorSummary title={w.busyHeading}>
          {w.busy(identity.duration(view.retryAfterSeconds))}
        </ErrorSummary>
      )
    case 'passkey':
      return <PasskeyProblem c={props.c} refusal={view.refusal} />
    case 'closed':
      return (
        <ErrorSummary title={w.closedHeading}>
          {w.closed} {w.closedNext} <a href="/recover">{w.closedReset}</a>.
        </ErrorSummary>
      )
    case 'wrong':
    case 'paused':
      return <Refused c={props.c} view={view} />
  }
}

function Refused(props: {
  c: WebContext
  view: Extract<SignInView, { waitSeconds: number | null }>
}) {
  const { identity } = props.c.get('words')
  const { view } = props
  const { kind, waitSeconds } = view
  const w = identity.signIn
  const wait = waitSeconds === null ? null : identity.duration(waitSeconds)
  const [pausedFor, why] = {
    own: [w.pausedFor, w.pausedWhy] as const,
    network: [w.networkPausedFor, w.networkPausedWhy] as const,
    site: [w.sitePausedFor, w.sitePausedWhy] as const,
  }[view.kind === 'paused' ? view.counted : 'own']
  return (
    <ErrorSummary title={kind === 'wrong' ? w.wrongHeading : w.pausedHeading}>
      {kind === 'wrong' && `${w.wrong} `}
      {wait ? `${pausedFor(wait)} ${why}` : <a href="#password">{w.typeAgain}</a>}
      {!wait && `. ${w.pauses}`}
    </ErrorSummary>
  )
}
