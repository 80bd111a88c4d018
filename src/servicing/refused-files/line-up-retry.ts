import { quoteOn } from '#src/domain/account/quote.ts'
import { assert } from '#src/domain/assert.ts'
import { representment } from '#src/domain/rules/ach-returns.ts'
import { firstEffective } from '#src/store/ach/returned-entries.ts'
import type { Tx } from '#src/store/database.ts'
import type { DatesAgain } from '#src/store/payments/payment-row.ts'
import type { ServicingContext } from '../context.ts'
import type { DecidedEntry } from './decided-entry.ts'
import { lineUpAgain } from './line-up-again.ts'

/**
 * The same try of a returned debit in line once more, by the rules of every try: within 180 days of
 * the first one, and never for more than is owed. Null where it may not go.
 */
export async function lineUpRetry(
  ctx: ServicingContext,
  tx: Tx,
  of: DecidedEntry & { readonly code: string; readonly dates: DatesAgain },
): Promise<string | null> {
  const { entry, dates, code, loaded } = of
  const { accountId, paymentId, attempt, amount } = entry
  assert(paymentId, 'a try belongs to a payment')
  const originalEffective = await firstEffective(tx, { accountId, paymentId })
  assert(originalEffective, 'a try follows one that went')
  const on = dates.sendOn
  const may = representment({ code, originalEffective, representedBefore: attempt - 2, on })
  if (!may.may) return null
  const { ledger } = loaded
  if (ledger.product === 'loan' && amount > quoteOn(ledger, dates.effective).total) return null
  return lineUpAgain(ctx, tx, { entry, sendOn: dates.sendOn, wanted: dates.withdrawn })
}
