import { addDays, type CivilDate } from '#src/domain/calendar.ts'
import { claimCloseSteps } from '#src/store/accounts/close-steps.ts'
import { readHistoriesOf } from '#src/store/accounts/event-histories.ts'
import { moveAccounts } from '#src/store/accounts/reviews.ts'
import { readOpenQuotesOf } from '#src/store/payments/open-quotes.ts'
import { closeQuote } from '#src/store/payments/payoff-quotes.ts'
import type { ServicingContext } from '../context.ts'
import type { DayTally } from './day-tally.ts'
import { settleAccount } from './settle-account.ts'

export type CloseBatch = {
  readonly accountIds: readonly string[]
  readonly businessDate: CivilDate
}

/**
 * The part that some accounts have in a close, in one transaction: late charges that are owed by
 * the next day, what follows from them, and when to look again. An account whose step of that day
 * is done is left alone.
 */
export async function closeAccounts(ctx: ServicingContext, batch: CloseBatch): Promise<DayTally> {
  return ctx.db.transaction().execute(async (tx) => {
    const step = { kind: 'lateCharges', doneAt: ctx.clock.now() }
    const accounts = await claimCloseSteps(tx, { ...batch, ...step })
    if (accounts.length === 0) return {}
    const ids = accounts.map(({ accountId }) => accountId)
    const histories = await readHistoriesOf(tx, ids)
    const quotes = Map.groupBy(await readOpenQuotesOf(tx, ids), ({ accountId }) => accountId)
    // The claim may have waited for somebody who recorded something meanwhile: now is after that.
    const day = { through: addDays(batch.businessDate, 1), postedAt: ctx.clock.now() }
    // One account after another: what each was derived from can be forgotten before the next.
    const settled = accounts.map((account) => {
      const { accountId } = account
      const events = histories.of(accountId)
      return settleAccount(ctx, { ...day, account, events, quotes: quotes.get(accountId) ?? [] })
    })
    const events = settled.flatMap(({ added }) => added)
    await moveAccounts(tx, {
      moves: settled.map(({ move }) => move),
      events,
      postings: settled.flatMap(({ postings }) => postings),
    })
    for (const { move, superseded } of settled)
      for (const { id } of superseded)
        await closeQuote(tx, move.account, { id, state: 'superseded' })
    const charged = events.filter(({ payload }) => payload.kind === 'lateCharge')
    return { accounts: accounts.length, lateCharges: charged.length }
  })
}
