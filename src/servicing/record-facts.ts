import { type Extension, extend, type Fact } from '#src/domain/account/extend.ts'
import type { AccountLedger } from '#src/domain/account/ledger.ts'
import { nextReview } from '#src/domain/account/next-review.ts'
import { type CivilDate, later } from '#src/domain/calendar.ts'
import { isPaidInFull } from '#src/domain/rules/position.ts'
import { appendEvents } from '#src/store/accounts/account-events.ts'
import {
  type AccountStatus,
  type LockedAccount,
  setReviewDate,
} from '#src/store/accounts/accounts.ts'
import type { StoredEvent } from '#src/store/accounts/event-columns.ts'
import { insertPostings } from '#src/store/accounts/postings.ts'
import type { Tx } from '#src/store/database.ts'
import type { ServicingContext } from './context.ts'
import type { LoadedAccount } from './load-account.ts'
import { supersedeQuotes } from './supersede-quotes.ts'

/**
 * Adds facts to a locked account with all that follows: late charges through `through`, postings,
 * the account's status and next review, and open payoff quotes that no longer hold. Adding nothing
 * still settles late charges.
 */
export async function recordFacts<L extends AccountLedger>(
  tx: Tx,
  ctx: ServicingContext,
  change: {
    loaded: LoadedAccount<LockedAccount, L>
    facts: readonly Fact[]
    through: CivilDate
  },
): Promise<LoadedAccount<LockedAccount, L>> {
  const { account, events, ledger: before } = change.loaded
  const extension = extend(events, change.facts, {
    through: change.through,
    postedAt: ctx.clock.now(),
    newId: ctx.newId,
    ledger: before,
  })
  const { ledger } = extension
  const reviewOn = nextReview(ledger)
  if (extension.recorded.length === 0) {
    const held =
      account.reviewOn === reviewOn ? account : await setReviewDate(tx, account, reviewOn)
    return { account: held, events, ledger }
  }
  const appended = await appendEvents(tx, ctx.vault, {
    account,
    events: extension.recorded.map(({ event }) => ({
      ...event,
      ruleVersion: ledger.contract.ruleVersion,
    })),
    status: statusOf(ledger),
    reviewOn,
  })
  await insertPostings(tx, postingRows(ctx, account.accountId, extension))
  const stored: StoredEvent[] = [...events, ...appended.events]
  if (ledger.product === 'loan') await supersedeQuotes(tx, appended.account, ledger)
  return { account: appended.account, events: stored, ledger }
}

/** A loan is closed once nothing is owed after the last fact; a lease ends with its vehicle. */
export function statusOf(ledger: AccountLedger): AccountStatus {
  if (ledger.product === 'lease') return 'open'
  const last = ledger.steps.at(-1)?.event.effectiveDate ?? ledger.contract.start
  const on = later(last, ledger.position.accruedThrough)
  return isPaidInFull(ledger.position, on) ? 'closed' : 'open'
}

/**
 * The rows of an extension's postings, each with its place among the lines of the event that wrote
 * it.
 */
export function postingRows(ctx: ServicingContext, accountId: string, extension: Extension) {
  return extension.recorded.flatMap(({ event, postings }) =>
    postings.map((posting, line) => ({
      ...posting,
      accountId,
      id: ctx.newId(),
      recordedBy: event.id,
      line,
      postedAt: event.postedAt,
    })),
  )
}
