import { appendAccountAudit } from '#src/store/accounts/account-audit.ts'
import { moveIntended, readOpenIntended } from '#src/store/sharing/intended-payoffs.ts'
import type { Owner, ServicingContext } from '../context.ts'
import { loadForUpdate } from '../load-account.ts'

/** Nobody waits for it any longer; where nothing is waited for, nothing happens. */
export async function withdrawPayoff(
  ctx: ServicingContext,
  owner: Owner,
  which: { readonly intendedId: string },
): Promise<void> {
  await ctx.db.transaction().execute(async (tx) => {
    const { account } = await loadForUpdate(tx, owner.accountId)
    const open = await readOpenIntended(tx, owner.accountId)
    if (open?.id !== which.intendedId) return
    const at = ctx.clock.now()
    await moveIntended(tx, open, { from: open.state, to: 'withdrawn', at })
    await appendAccountAudit(tx, ctx.vault, {
      account,
      entry: {
        at,
        requestId: ctx.requestId,
        actor: { kind: 'obligor', id: owner.obligorId },
        action: 'payoff no longer intended',
        details: { intendedId: open.id },
      },
    })
  })
}
