import { accepted, type Outcome, refused } from '#src/domain/refusal.ts'
import { permitAttempt, withdrawAttempt } from '#src/identity/throttle.ts'
import { isIntendedForm } from '#src/store/sharing/intended-payoffs.ts'
import type { PayoffLink } from '#src/store/sharing/payoff-links.ts'
import { formHash } from './link-secrets.ts'
import type { SharingContext } from './sharing-context.ts'
import { type StatedPayoff, statePayoff } from './state-payoff.ts'

/**
 * As `statePayoff`, by whom the owner gave a link. Each one writes to the owner, so that a link says
 * it five times, then once an hour: `waitBeforeTrying`. What is refused, or was said by the same
 * form before, does not count.
 */
export async function stateByLink(
  ctx: SharingContext,
  link: Pick<PayoffLink, 'accountId' | 'obligorId' | 'id'>,
  stated: StatedPayoff,
): Promise<Outcome<{ readonly isNew: boolean }>> {
  const { accountId, obligorId, id: linkId } = link
  const form = { accountId, formHash: formHash(ctx.vault, stated.formKey) }
  if (await isIntendedForm(ctx.db, form)) return accepted({ isNew: false })
  const lane = { scope: 'payoff-stated', key: linkId } as const
  const permitted = await permitAttempt(ctx, [lane], ctx.wallClock.now())
  if (!permitted.allowed) return refused(permitted.refusal)
  const said = await statePayoff(ctx, { accountId, obligorId, linkId }, stated)
  if (!said.ok || !said.value.isNew)
    await ctx.db.transaction().execute((tx) => withdrawAttempt(tx, permitted.permit))
  return said
}
