import type { CivilDate } from '#src/domain/calendar.ts'
import type { Refusal } from '#src/domain/refusal.ts'
import type { LockedAccount } from '#src/store/accounts/accounts.ts'
import type { Tx } from '#src/store/database.ts'
import type { Owner, ServicingContext } from '../context.ts'
import { noteAttempt } from '../payments/note-attempt.ts'
import type { CardOrder } from './decide-card-payment.ts'

/** Keeps an order by card that was refused, with a number, as any payment that failed. */
export function noteCardAttempt(
  ctx: ServicingContext,
  tx: Tx,
  of: {
    owner: Owner
    order: CardOrder
    on: CivilDate
    refusal: Refusal
    account: LockedAccount
  },
): Promise<string | null> {
  const { owner, order, on, refusal, account } = of
  const choice = { ...order.choice, effective: on, fundingAccountId: '' }
  return noteAttempt(ctx, tx, { owner, order: { ...order, choice }, refusal, account })
}
