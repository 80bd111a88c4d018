// What would stop if a bank account went away.
import { type Autopay, readAutopayOn } from '#src/store/autopay/autopays.ts'
import type { Db } from '#src/store/database.ts'
import type { Payment } from '#src/store/payments/payment-row.ts'
import { readPayments } from '#src/store/payments/payments.ts'
import type { Owner, ServicingContext } from '../context.ts'
import { cancelUntil } from '../scheduled-payments.ts'

export type FundingUses = {
  /** Scheduled, and may still be canceled. */
  readonly cancelable: readonly Payment[]
  /** Scheduled, and past the cutoff: it goes with the next file. */
  readonly goingOut: readonly Payment[]
  /** With the bank already: nothing changes for them. */
  readonly sent: readonly Payment[]
  /** The obligor's own autopay that takes from it. */
  readonly autopay: Autopay | null
}

/** The obligor's own payments from one bank account that are not over. */
export async function fundingUses(
  ctx: ServicingContext,
  db: Db,
  of: { readonly owner: Owner; readonly fundingAccountId: string },
): Promise<FundingUses> {
  const now = ctx.clock.now()
  const payments = (await readPayments(db, of.owner.accountId)).filter(
    (payment) =>
      payment.fundingAccountId === of.fundingAccountId && payment.obligorId === of.owner.obligorId,
  )
  const scheduled = payments.filter(({ state }) => state === 'scheduled')
  const autopay = await readAutopayOn(db, of.owner.accountId)
  const isFromIt =
    autopay?.fundingAccountId === of.fundingAccountId && autopay.obligorId === of.owner.obligorId
  return {
    autopay: isFromIt ? autopay : null,
    cancelable: scheduled.filter((payment) => now < cancelUntil(ctx, payment)),
    goingOut: scheduled.filter((payment) => now >= cancelUntil(ctx, payment)),
    sent: payments.filter(({ state, postedEventId }) => state === 'sent' && postedEventId === null),
  }
}
