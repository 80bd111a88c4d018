import { type Extension, extend } from '#src/domain/account/extend.ts'
import { nextReview } from '#src/domain/account/next-review.ts'
import { replay } from '#src/domain/account/replay.ts'
import { assert } from '#src/domain/assert.ts'
import { addDays, type CivilDate, later } from '#src/domain/calendar.ts'
import {
  insertEvents,
  readEventsOf,
  type StoredEvent,
  sealEvents,
} from '#src/store/accounts/account-events.ts'
import type { LockedAccount } from '#src/store/accounts/accounts.ts'
import { claimCloseSteps } from '#src/store/accounts/close-steps.ts'
import { insertPostings } from '#src/store/accounts/postings.ts'
import { type AccountMove, moveAccounts } from '#src/store/accounts/reviews.ts'
import type { ServicingContext } from '../context.ts'
import { postingRows, statusOf } from '../record-facts.ts'
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
export async function closeAccounts(ctx: ServicingContext, batch: CloseBatch): Promise<void> {
  await ctx.db.transaction().execute(async (tx) => {
    const kind = 'lateCharges'
    const doneAt = ctx.clock.now()
    const accounts = await claimCloseSteps(tx, { ...batch, kind, doneAt })
    if (accounts.length === 0) return
    const events = await readEventsOf(
      tx,
      accounts.map(({ accountId }) => accountId),
    )
    const through = addDays(batch.businessDate, 1)
    const settled = accounts.map((account) =>
      settle(ctx, { account, through, events: events.get(account.accountId) ?? [] }),
    )
    await insertEvents(
      tx,
      settled.flatMap(({ added }) => added),
    )
    await moveAccounts(
      tx,
      settled.map(({ move }) => move),
    )
    await insertPostings(
      tx,
      settled.flatMap(({ move, extension }) => postingRows(ctx, move.account.accountId, extension)),
    )
    const changed = settled.filter(({ added }) => added.length > 0)
    await supersedeQuotesOf(
      tx,
      changed.map(({ move, extension }) => ({ account: move.account, ledger: extension.ledger })),
    )
  })
}

type Settled = { move: AccountMove; added: readonly StoredEvent[]; extension: Extension }

/** What an account's close writes, worked out without the database. */
function settle(
  ctx: ServicingContext,
  of: { account: LockedAccount; events: readonly StoredEvent[]; through: CivilDate },
): Settled {
  const { account, events, through } = of
  const { accountId } = account
  assert(events.length === account.events.count, `all events of account ${accountId} are there`)
  const ledger = replay(events)
  const { clock, newId } = ctx
  const extension = extend(events, [], { through, postedAt: clock.now(), newId, ledger })
  const { ruleVersion } = extension.ledger.contract
  const sealed = sealEvents(ctx.vault, {
    accountId,
    head: account.events,
    events: extension.recorded.map(({ event }) => ({ ...event, ruleVersion })),
  })
  const lastEffectiveDate = sealed.events
    .map((event) => event.effectiveDate)
    .reduce(later, account.lastEffectiveDate)
  const move = {
    account,
    events: sealed.head,
    lastEffectiveDate,
    status: statusOf(extension.ledger),
    reviewOn: nextReview(extension.ledger),
  }
  return { move, added: sealed.events, extension }
}
