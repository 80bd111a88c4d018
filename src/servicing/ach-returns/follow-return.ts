import type { AccountLedger } from '#src/domain/account/ledger.ts'
import type { CivilDate } from '#src/domain/calendar.ts'
import type { LockedAccount } from '#src/store/accounts/accounts.ts'
import type { Tx } from '#src/store/database.ts'
import type { Payment } from '#src/store/payments/payment-row.ts'
import { autopayAfter } from '../autopay/autopay-after.ts'
import type { ServicingContext } from '../context.ts'
import type { LoadedAccount } from '../load-account.ts'
import { stopBankAccount } from './stop-bank-account.ts'
import { tellOfReturn } from './tell-of-return.ts'

/**
 * What a returned payment leads to besides itself: whose it was hears of it, autopay decides its
 * debits before they are held back one by one, and the bank account is stopped where the code says
 * so.
 */
export async function followReturn(
  ctx: ServicingContext,
  tx: Tx,
  of: {
    readonly loaded: LoadedAccount<LockedAccount, AccountLedger>
    readonly payment: Payment
    readonly code: string
    /** When the next try settles. */
    readonly retryOn: CivilDate | null
    readonly stopsDebits: boolean
  },
): Promise<void> {
  const { loaded, payment, code, retryOn, stopsDebits } = of
  await tellOfReturn(ctx, tx, { payment, code, retryOn })
  const cause = { kind: 'paymentReturned', payment, code, retryOn } as const
  const { account } = await autopayAfter(tx, ctx, { loaded, cause })
  const { fundingAccountId } = payment
  if (stopsDebits) await stopBankAccount(ctx, tx, { account, fundingAccountId, code })
}
