import { feeOf } from '#src/store/payments/payment-row.ts'
import {
  markPosted,
  type PaymentToPost,
  paymentsToPost,
  readPaymentToPost,
} from '#src/store/payments/payments-to-post.ts'
import { closeQuote } from '#src/store/payments/payoff-quotes.ts'
import { autopayAfter } from '../autopay/autopay-after.ts'
import { businessDay } from '../business-day.ts'
import type { ServicingContext } from '../context.ts'
import { loadForUpdate } from '../load-account.ts'
import { tellApplied } from '../payments/tell-applied.ts'
import { postToAccount } from '../post-payment.ts'

const PAYMENTS_A_PAGE = 500

/**
 * Posts every sent payment that counts by the business date, each exactly once, those of an account
 * in the order in which they count. Safe to run again at any point, and twice at once. One that
 * fails holds up no other; it is told at the end.
 */
export async function postDuePayments(ctx: ServicingContext): Promise<void> {
  const through = await businessDay(ctx.db)
  const failed: unknown[] = []
  let page: PaymentToPost[] = []
  do {
    const after = page.at(-1) ?? null
    page = await paymentsToPost(ctx.db, { through, after, limit: PAYMENTS_A_PAGE })
    failed.push(...(await postPage(ctx, page)))
    if (failed.length > MOST_FAILED) break
  } while (page.length === PAYMENTS_A_PAGE)
  if (failed.length > 0)
    throw new AggregateError(failed, `${failed.length} payments could not be posted: ${failed[0]}`)
}

// Each payment waits for a commit of its own: while the disk works for one, others are worked out.
const ACCOUNTS_AT_ONCE = 4

/** Several accounts at once; the payments of one after another. Answers with what went wrong. */
async function postPage(
  ctx: ServicingContext,
  page: readonly PaymentToPost[],
): Promise<readonly unknown[]> {
  const failed: unknown[] = []
  // All lanes take from the same list.
  const accounts = Map.groupBy(page, ({ accountId }) => accountId).values()
  const lanes = Array.from({ length: ACCOUNTS_AT_ONCE }, async () => {
    for (const payments of accounts)
      for (const due of payments)
        await postDuePayment(ctx, due).catch((error: unknown) => failed.push(error))
  })
  await Promise.all(lanes)
  return failed
}

// With more than this the trouble is not with single accounts: tried again later.
const MOST_FAILED = 100

/** One of them, under its account's lock. The quote that a payoff was set by is used then. */
async function postDuePayment(ctx: ServicingContext, due: PaymentToPost): Promise<void> {
  await ctx.db.transaction().execute(async (tx) => {
    const loaded = await loadForUpdate(tx, due.accountId)
    const through = await businessDay(tx)
    const payment = await readPaymentToPost(tx, loaded.account, { id: due.id, through })
    if (!payment) return
    if (payment.quoteId !== null)
      await closeQuote(tx, loaded.account, { id: payment.quoteId, state: 'used' })
    const { accountId, amount, effectiveDate, extra, extraAmount, toCharges, id } = payment
    const fee = feeOf(payment)
    const terms = { amount, extra, extraAmount, toCharges }
    const posted = await postToAccount(ctx, tx, {
      loaded,
      payment: {
        ...{ accountId, effectiveDate, ...terms, channel: 'ach', paymentId: id },
        ...(fee && { fee }),
      },
    })
    const { eventId } = posted
    await markPosted(tx, loaded.account, { id, eventId, at: ctx.clock.now() })
    // Paid off, or paid another way: autopay decides each debit that is set.
    await autopayAfter(tx, ctx, { loaded: posted.loaded, cause: { kind: 'facts' } })
    await tellApplied(ctx, tx, { payment, ledger: posted.loaded.ledger, eventId })
  })
}
