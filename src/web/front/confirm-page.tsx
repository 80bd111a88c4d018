// The page that asks for a second factor: the strongest way that the login has, the others as
// links.
import type { VNode } from 'preact'
import type { Refusal } from '#src/domain/refusal.ts'
import { type ConfirmingSession, waitingSignInCode } from '#src/identity/entry/confirm.ts'
import { offeredWays, type Way, type Ways, waysToConfirm } from '#src/identity/entry/ways.ts'
import { busyPage } from '../errors.tsx'
import { ConfirmByPasskey } from '../passkeys/passkey-offer.tsx'
import { PasskeyProblem } from '../passkeys/passkey-problem.tsx'
import { identityDeps, type WebContext } from '../request-context.ts'
import { exceptOf, nextOf } from './as-confirming.ts'
import { type CodeProblem, CodeStep, statusOfCode } from './code-step.tsx'
import { FactorStep } from './factor-step.tsx'
import { frontDoorPage } from './front-door.tsx'
import { OtherWays } from './other-ways.tsx'

type Shown = {
  readonly way: string
  readonly problem?: CodeProblem | undefined
  readonly refusedPasskey?: Refusal | undefined
}

/** A way that the login does not have is as good as none asked for. */
export async function confirmPage(
  c: WebContext,
  session: ConfirmingSession,
  shown: Shown,
): Promise<Response> {
  const { problem, refusedPasskey } = shown
  if (problem?.kind === 'refused' && problem.refusal.code === 'busy')
    return busyPage(c, problem.refusal.retryAfterSeconds)
  const ways = await waysToConfirm(identityDeps(c), session, exceptOf(c))
  const offered = offeredWays(ways)
  const way = offered.find((known) => known === shown.way) ?? offered[0] ?? 'code'
  const hasPasskey = ways.passkeys.length > 0
  const failed =
    problem ?? (refusedPasskey && ({ kind: 'refused', refusal: refusedPasskey } as const))
  const step = await STEPS[way](c, session, { ways, problem: problem ?? null })
  return frontDoorPage(c, {
    title: c.get('words').identity.confirm.title,
    ...(failed && { state: 'error' as const, status: statusOfCode(c, failed) }),
    islands: hasPasskey ? ['passkey.js'] : [],
    children: (
      <>
        {refusedPasskey && <PasskeyProblem c={c} refusal={refusedPasskey} />}
        {hasPasskey && <ConfirmByPasskey c={c} session={session} next={nextOf(c)} />}
        {(offered.length > 0 || !hasPasskey) && step}
        <OtherWays c={c} ways={ways} others={offered.filter((other) => other !== way)} />
      </>
    ),
  })
}

type Step = (
  c: WebContext,
  session: ConfirmingSession,
  shown: { ways: Ways; problem: CodeProblem | null },
) => Promise<VNode>

const STEPS: Record<Way, Step> = {
  authenticator: async (c, session, { problem }) => {
    const w = c.get('words').secondFactors.confirmApp
    return (
      <FactorStep
        {...{ c, session, problem }}
        action="/confirm/authenticator"
        lead={session.kind === 'half' ? w.lead : w.againLead}
        field={{ id: 'code', label: w.code, hint: w.codeHint, inputmode: 'numeric' }}
      />
    )
  },
  code: sentCodeStep,
  backup: async (c, session, { ways, problem }) => {
    const w = c.get('words').secondFactors.confirmBackup
    const label = w.code(ways.backupNumber ?? 1)
    return (
      <FactorStep
        {...{ c, session, problem }}
        action="/confirm/backup-code"
        lead={w.lead}
        field={{ id: 'backupCode', label, hint: w.codeHint, inputmode: 'text' }}
      />
    )
  },
}

async function sentCodeStep(
  c: WebContext,
  session: ConfirmingSession,
  { ways, problem }: Parameters<Step>[2],
): Promise<VNode> {
  const waiting = await waitingSignInCode(identityDeps(c), session)
  const w = c.get('words').identity.confirm
  const { onlyMail } = c.get('words').secondFactors
  const { lender } = c.get('web').config
  const contact = { phone: lender.phone, hours: lender.hours[c.get('locale')] }
  const step = { c, session, action: '/confirm', next: nextOf(c), waiting, problem }
  const isHalf = session.kind === 'half'
  return (
    <CodeStep
      {...step}
      except={exceptOf(c)}
      contacts={ways.contacts}
      lead={isHalf ? w.lead : w.againLead}
      none={isHalf ? w.none(contact) : onlyMail(contact)}
    />
  )
}
