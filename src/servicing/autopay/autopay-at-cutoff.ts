// What the verb that fills a file asks about a payment of autopay, under the account's lock.
import type { LockedAccount } from '#src/store/accounts/accounts.ts'
import type { Tx } from '#src/store/database.ts'
import type { Payment } from '#src/store/payments/payment-row.ts'
import { businessDay } from '../business-day.ts'
import type { ServicingContext } from '../context.ts'
import type { LoadedAny } from '../load-account.ts'
import { adjustDebits } from './adjust-debits.ts'
import { holdAutopay } from './autopay-state.ts'
import { followAccount } from './follow-account.ts'

/**
 * The payment as it may go: smaller where less is due by now, null where nothing of it may go any
 * more; then it is canceled and its owner told. A payment of no autopay goes as it is. One whose
 * autopay was ended after the cutoff to stop it goes too: its owner was told so.
 */
export async function autopayAtCutoff(
  tx: Tx,
  ctx: ServicingContext,
  of: { readonly loaded: LoadedAny<LockedAccount>; readonly payment: Payment },
): Promise<{ readonly payment: Payment | null; readonly account: LockedAccount }> {
  const { loaded, payment } = of
  const unchanged = { payment, account: loaded.account }
  if (payment.autopayId === null) return unchanged
  const held = await holdAutopay(tx, ctx, { loaded, today: await businessDay(tx) })
  if (held?.autopay.id !== payment.autopayId) return unchanged
  const followed = await followAccount(ctx, tx, held)
  const { account, payments } =
    followed.autopay.state === 'ended' ? followed : await adjustDebits(ctx, tx, followed)
  const now = payments.find(({ id }) => id === payment.id)
  return { payment: now?.state === 'scheduled' ? now : null, account }
}
