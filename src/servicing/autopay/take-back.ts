// Takes back what autopay has set and the bank has not: each debit until its own file's cutoff.
import { isToCome } from '#src/domain/account/payment-standing.ts'
import type { AutopayDebit } from '#src/store/autopay/autopay-debits.ts'
import { replaceAutopayDebit } from '#src/store/autopay/autopay-debits.ts'
import type { Tx } from '#src/store/database.ts'
import type { Payment } from '#src/store/payments/payment-row.ts'
import { cancelPayment } from '#src/store/payments/payments.ts'
import type { ServicingContext } from '../context.ts'
import { isCancelable } from '../scheduled-payments.ts'
import type { HeldAutopay } from './autopay-state.ts'

export type StoppedDebits = {
  readonly stopped: readonly Payment[]
  /** With the bank, or past their cutoff: they can no longer be stopped here. */
  readonly going: readonly Payment[]
}

/** What ending it now would stop, and what it would not. */
export function stoppable(
  ctx: ServicingContext,
  held: Pick<HeldAutopay, 'autopay' | 'payments'>,
): StoppedDebits {
  const now = ctx.clock.now()
  const own = held.payments.filter(({ autopayId }) => autopayId === held.autopay.id)
  const canStop = (payment: Payment) => isCancelable(ctx, payment, now)
  return {
    stopped: own.filter(canStop).reverse(),
    going: own.filter((payment) => isToCome(payment) && !canStop(payment)).reverse(),
  }
}

/** Cancels those that can be stopped and are among `only`, and opens their days again. */
export async function takeBack(
  ctx: ServicingContext,
  tx: Tx,
  held: HeldAutopay,
  only: (debit: AutopayDebit | undefined) => boolean = () => true,
): Promise<StoppedDebits> {
  const at = ctx.clock.now()
  const { stopped, going } = stoppable(ctx, held)
  const debitOf = (payment: Payment) =>
    held.debits.find(({ paymentId, state }) => paymentId === payment.id && state === 'made')
  const chosen = stopped.filter((payment) => only(debitOf(payment)))
  for (const payment of chosen) {
    await cancelPayment(tx, held.account, { id: payment.id, at })
    const debit = debitOf(payment)
    if (debit) await replaceAutopayDebit(tx, held.account, { id: debit.id, at })
  }
  return { stopped: chosen, going }
}
