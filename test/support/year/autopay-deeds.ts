import type { BankContext } from '#src/servicing/ach/bank-context.ts'
import { pauseAutopay, resumeAutopay } from '#src/servicing/autopay/change-autopay.ts'
import { setAutopay } from '#src/servicing/autopay/set-autopay.ts'
import type { Deed } from './borrowers.ts'
import type { Person } from './simulate.ts'

/** Null when done, else the code of the refusal. */
export async function actOnAutopay(
  ctx: BankContext,
  by: { who: Pick<Person, 'owner' | 'fundingAccountId'>; deed: Deed },
): Promise<string | null> {
  const { who, deed } = by
  const idempotencyKey = ctx.newId()
  const answer =
    deed.kind === 'pause'
      ? await pauseAutopay(ctx, who.owner, { idempotencyKey })
      : deed.kind === 'resume'
        ? await resumeAutopay(ctx, who.owner, { idempotencyKey })
        : await setAutopay(ctx, who.owner, {
            terms: {
              amount: { kind: 'installment' },
              day: { kind: 'dueDate' },
              charges: 'notTaken',
              begins: deed.on,
              ends: null,
            },
            fundingAccountId: who.fundingAccountId,
            agreed: 'yes',
            authorizationText: 'I allow each payment.',
            idempotencyKey,
          })
  return answer.ok ? null : answer.refusal.code
}
