// The page that asks for a second factor: a passkey where there is one, the strongest way that the
// login has to type something, the others as links.
import type { ConfirmingSession } from '#src/identity/entry/confirm.ts'
import { offeredWays, waysToConfirm } from '#src/identity/entry/ways.ts'
import { busyPage } from '../errors.tsx'
import { exceptOf, nextOf } from '../front/as-confirming.ts'
import { type CodeProblem, statusOfCode } from '../front/code-step.tsx'
import { frontDoorPage } from '../front/front-door.tsx'
import { HelpLink } from '../help/help-link.tsx'
import { PasskeyAbove, type PasskeyRefusal } from '../passkeys/passkey-offer.tsx'
import { identityDeps, type WebContext } from '../request-context.ts'
import { STEPS } from './confirm-steps.tsx'
import { OtherWays } from './other-ways.tsx'

type Shown = { readonly way: string; readonly problem?: CodeProblem | PasskeyRefusal | undefined }

/** A way that the login does not have is as good as none asked for. */
export async function confirmPage(
  c: WebContext,
  session: ConfirmingSession,
  shown: Shown,
): Promise<Response> {
  const { problem } = shown
  if (problem?.kind === 'refused' && problem.refusal.code === 'busy')
    return busyPage(c, problem.refusal.retryAfterSeconds)
  const ways = await waysToConfirm(identityDeps(c), session, exceptOf(c))
  const hasPasskey = ways.passkeys.length > 0
  const offered = offeredWays(ways)
  const way = offered.find((known) => known === shown.way) ?? offered[0] ?? 'code'
  const [ofPasskey, typed] = problem?.kind === 'passkey' ? [problem, null] : [null, problem ?? null]
  const step = await STEPS[way](c, session, { ways, problem: typed })
  return frontDoorPage(c, {
    title: c.get('words').identity.confirm.title,
    ...(problem && { state: 'error' as const, status: statusOfCode(c, problem) }),
    islands: hasPasskey ? ['passkey.js'] : [],
    children: (
      <>
        <PasskeyAbove {...{ c, session, hasPasskey }} next={nextOf(c)} problem={ofPasskey} />
        {(offered.length > 0 || !hasPasskey) && step}
        <OtherWays c={c} ways={ways} others={offered.filter((other) => other !== way)} />
        <p class="k-row">
          <a href={session.kind === 'half' ? '/recover/factor' : '/security/proof'}>
            {c.get('words').provenChanges.lostFactor.link}
          </a>
        </p>
        <HelpLink c={c} topic="lost-phone" />
      </>
    ),
  })
}
