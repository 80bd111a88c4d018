// The installments of the coming twelve months, as coupons ask for them.
import { addMonths, type CivilDate } from '../../calendar.ts'
import type { Cents } from '../../money.ts'
import { unpaidLeaseInstallments } from '../../rules/lease-position.ts'
import type { Projection } from '../../rules/projection.ts'
import type { AccountLedger } from '../ledger.ts'

export type Coupon = { readonly number: number; readonly due: CivilDate; readonly amount: Cents }

/**
 * From `on` on; each amount as it is if the ones before it come on their due dates. What is past due
 * is in none of them.
 */
export function couponsOf(
  account: { readonly ledger: AccountLedger; readonly projection: Projection | null },
  on: CivilDate,
): Coupon[] {
  const { ledger, projection } = account
  const installments =
    ledger.product === 'lease'
      ? unpaidLeaseInstallments(ledger.position)
      : (projection?.rows ?? []).map(({ number, due, payment }) => ({
          ...{ number, due, amount: payment },
        }))
  return installments
    .filter(({ due, amount }) => due >= on && due < addMonths(on, 12) && amount > 0)
    .map(({ number, due, amount }) => ({ number, due, amount }))
}
