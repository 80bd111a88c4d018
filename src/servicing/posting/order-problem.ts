// What only the database knows about an order: whether what it is about is still there.
import type { MoneyOrder, MoneyRefusal } from '#src/domain/orders/money-order.ts'
import type { Tx } from '#src/store/database.ts'
import { readKnownFunding } from '#src/store/payments/funding-changes.ts'

/** Null: nothing stands in its way. */
export async function orderProblem(tx: Tx, order: MoneyOrder): Promise<MoneyRefusal | null> {
  if (order.kind !== 'refund' || order.fundingAccountId === null) return null
  const { accountId, fundingAccountId: id } = order
  const funding = await readKnownFunding(tx, { accountId, id })
  const isUsable = funding?.state === 'verified' && !funding.isRemoved
  return isUsable ? null : { code: 'bankAccountNotUsable' }
}
