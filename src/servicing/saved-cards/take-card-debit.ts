import { readFundingAccount } from '#src/store/payments/funding-accounts.ts'
import { readPayment } from '#src/store/payments/payments.ts'
import { autopayAtCutoff } from '../autopay/autopay-at-cutoff.ts'
import { type CardContext, cardDay } from '../cards/card-context.ts'
import { loadForUpdate } from '../load-account.ts'
import { cardDebitProblem } from './card-debit-problem.ts'
import { handOver, keepBack } from './hand-over-debit.ts'

type Which = { readonly accountId: string; readonly id: string }

/**
 * Looks at a payment from a saved card once more, under its account's lock, and hands it over to be
 * charged under the same id and number; false where nothing is to be charged, which its owner is
 * told.
 */
export async function takeCardDebit(ctx: CardContext, which: Which): Promise<boolean> {
  return ctx.db.transaction().execute(async (tx) => {
    const loaded = await loadForUpdate(tx, which.accountId)
    const asked = await readPayment(tx, which)
    if (asked?.state !== 'scheduled' || !asked.byCard) return false
    const { payment, account } = await autopayAtCutoff(tx, ctx, { loaded, payment: asked })
    if (payment === null) return false
    const on = await cardDay(ctx, tx)
    const owner = { accountId: payment.accountId, obligorId: payment.obligorId }
    const card = await readFundingAccount(tx, { ...owner, id: payment.fundingAccountId })
    const reason = await cardDebitProblem(ctx, tx, { loaded, payment, card, on })
    if (reason === null && card) await handOver(ctx, tx, { account, payment, card })
    else await keepBack(ctx, tx, { account, payment, reason: reason ?? 'cardRemoved' })
    return reason === null
  })
}
