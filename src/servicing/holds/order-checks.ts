// What speaks for and against an order to take a vehicle.

import { isToCome } from '#src/domain/account/payment-standing.ts'
import { daysPastDue } from '#src/domain/rules/installments.ts'
import { leaseDaysPastDue } from '#src/domain/rules/lease-position.ts'
import type { LockedAccount } from '#src/store/accounts/accounts.ts'
import type { Tx } from '#src/store/database.ts'
import { readPayments } from '#src/store/payments/payments.ts'
import { businessDay } from '../business-day.ts'
import type { ServicingContext } from '../context.ts'
import { loadForUpdate } from '../load-account.ts'
import { holdRepossession } from '../record-facts.ts'

/** Whether an installment is past due today, or the account was charged off. */
export async function isLate(_: ServicingContext, tx: Tx, accountId: string): Promise<boolean> {
  const { ledger } = await loadForUpdate(tx, accountId)
  const today = await businessDay(tx)
  if (ledger.product === 'lease') return leaseDaysPastDue(ledger.position, today) > 0
  return ledger.position.chargedOff !== null || daysPastDue(ledger.position, today) > 0
}

/** Money that is set or on its way holds the order from its first instant. */
export async function holdIfPromised(
  ctx: ServicingContext,
  tx: Tx,
  account: LockedAccount,
): Promise<void> {
  const payments = await readPayments(tx, account.accountId)
  if (payments.some(isToCome)) await holdRepossession(tx, ctx, { account, why: 'promise' })
}
