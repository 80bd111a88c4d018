import { markMessagesRead as markRead } from '#src/store/accounts/account-messages.ts'
import type { Owner, ServicingContext } from '../context.ts'

/** The obligor has opened the list of messages: none of them is new any more. */
export async function markMessagesRead(ctx: ServicingContext, owner: Owner): Promise<void> {
  const { accountId, obligorId } = owner
  const at = ctx.clock.now()
  await ctx.db.transaction().execute((tx) => markRead(tx, { accountId, obligorId, at }))
}
