// What only the database knows about an order: whether what it is about is still there.
import type { MoneyOrder, MoneyRefusal } from '#src/domain/orders/money-order.ts'
import { readCardPayment } from '#src/store/cards/card-payments.ts'
import type { Tx } from '#src/store/database.ts'
import { readCreditFile } from '#src/store/desk-money/credit-files.ts'
import { creditState } from '#src/store/desk-money/received-credits.ts'
import { readKnownFunding } from '#src/store/payments/funding-changes.ts'

/** Null: nothing stands in its way. */
export async function orderProblem(tx: Tx, order: MoneyOrder): Promise<MoneyRefusal | null> {
  switch (order.kind) {
    case 'refund': {
      if (order.fundingAccountId === null) return null
      const { accountId, fundingAccountId: id } = order
      const funding = await readKnownFunding(tx, { accountId, id })
      const isUsable = funding?.state === 'verified' && !funding.isRemoved
      return isUsable ? null : { code: 'bankAccountNotUsable' }
    }
    case 'cardRefund': {
      const { accountId, paymentId: id, eventId } = order
      const paid = await readCardPayment(tx, { accountId, id })
      const isOpen = paid?.state === 'paid' && paid.refundRequest === null
      return isOpen && paid.postedEventId === eventId ? null : { code: 'cardNotRefundable' }
    }
    case 'file': {
      const file = await readCreditFile(tx, order.fileId)
      return file?.state === 'waiting' ? null : { code: 'fileNotOpen' }
    }
    case 'assign':
    case 'sendBack': {
      const state = await creditState(tx, order.creditId)
      return state === 'unapplied' ? null : { code: 'creditNotOpen' }
    }
    default:
      return null
  }
}
