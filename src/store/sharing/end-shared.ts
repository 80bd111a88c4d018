import { endCalendarFeed } from '../accounts/calendar-feeds.ts'
import type { Tx } from '../database.ts'

/** Nothing that an obligor let others see is seen any more: their calendar, their payoff links. */
export async function endShared(
  tx: Tx,
  of: { readonly accountId: string; readonly obligorId: string; readonly at: string },
): Promise<void> {
  await endCalendarFeed(tx, of)
  await tx
    .updateTable('payoff_link')
    .set({ ended_at: of.at, ended_why: 'revoked' })
    .where('account_id', '=', of.accountId)
    .where('obligor_id', '=', of.obligorId)
    .where('ended_at', 'is', null)
    .execute()
}
