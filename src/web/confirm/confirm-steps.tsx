// Each way to confirm, as what the page asks for.
import type { VNode } from 'preact'
import type { ConfirmingSession } from '#src/identity/entry/confirm.ts'
import { waitingSignInCode } from '#src/identity/entry/confirm-by-code.ts'
import type { Way, Ways } from '#src/identity/entry/ways.ts'
import { exceptOf, nextOf } from '../front/as-confirming.ts'
import { type CodeProblem, CodeStep } from '../front/code-step.tsx'
import { FactorStep } from '../front/factor-step.tsx'
import { identityDeps, type WebContext } from '../request-context.ts'

type Step = (
  c: WebContext,
  session: ConfirmingSession,
  shown: { ways: Ways; problem: CodeProblem | null },
) => Promise<VNode>

export const STEPS: Record<Way, Step> = {
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
      none={isHalf ? w.none(contact) : onlyMail}
    />
  )
}
