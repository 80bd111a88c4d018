import { addDays, type CivilDate } from '#src/domain/calendar.ts'
import { insertEvents } from '#src/store/accounts/account-events.ts'
import { claimCloseSteps } from '#src/store/accounts/close-steps.ts'
import { readHistoriesOf } from '#src/store/accounts/event-histories.ts'
import { insertPostings } from '#src/store/accounts/postings.ts'
import { moveAccounts } from '#src/store/accounts/reviews.ts'
import type { ServicingContext } from '../context.ts'
import { postingRows } from '../record-facts.ts'
import type { DayTally } from './day-tally.ts'
import { settleAccount } from './settle-account.ts'
import { supersedeQuotesOf } from './supersede-quotes-of.ts'

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
    const through = addDays(batch.businessDate, 1)
    const settled = accounts.map((account) =>
      settleAccount(ctx, { account, through, events: histories.get(account.accountId) ?? [] }),
    )
    const events = settled.flatMap(({ added }) => added)
    const moves = settled.map(({ move }) => move)
    const postings = settled.flatMap(({ move, extension }) =>
      postingRows(ctx, move.account.accountId, extension),
    )
    await insertEvents(tx, events)
    await moveAccounts(tx, moves)
    await insertPostings(tx, postings)
    await supersedeQuotesOf(
      tx,
      settled.filter(({ added }) => added.length > 0),
    )
    const charged = events.filter(({ payload }) => payload.kind === 'lateCharge')
    return { accounts: accounts.length, lateCharges: charged.length }
  })
}
