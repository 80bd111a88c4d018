import type { AccountEvent } from '#src/domain/account/event.ts'
import { extend } from '#src/domain/account/extend.ts'
import { type AccountLedger, loanLedger } from '#src/domain/account/ledger.ts'
import { nextReview } from '#src/domain/account/next-review.ts'
import { replay } from '#src/domain/account/replay.ts'
import { assert } from '#src/domain/assert.ts'
import { type CivilDate, later } from '#src/domain/calendar.ts'
import { sealEvents } from '#src/store/accounts/account-events.ts'
import type { LockedAccount } from '#src/store/accounts/accounts.ts'
import type { StoredEvent } from '#src/store/accounts/event-columns.ts'
import type { StoredPosting } from '#src/store/accounts/postings.ts'
import type { AccountMove } from '#src/store/accounts/reviews.ts'
import type { PayoffQuote } from '#src/store/payments/payoff-quotes.ts'
import type { ServicingContext } from '../context.ts'
import { postingRows, statusOf } from '../record-facts.ts'
import { stillHolds } from '../supersede-quotes.ts'

/** What the close of an account writes. */
export type SettledAccount = {
  readonly move: AccountMove
  readonly added: readonly StoredEvent[]
  readonly postings: readonly StoredPosting[]
  readonly superseded: readonly PayoffQuote[]
}

/**
 * Late charges with an effective date up to `through`, which of the account's open quotes hold no
 * longer, and when to look again; worked out without the database, and the same as recording
 * nothing would give.
 */
export function settleAccount(
  ctx: ServicingContext,
  of: {
    readonly account: LockedAccount
    readonly events: readonly AccountEvent[]
    readonly quotes: readonly PayoffQuote[]
    readonly through: CivilDate
    /** The moment of recording, one for a whole batch. */
    readonly postedAt: string
  },
): SettledAccount {
  const { account, events, through, postedAt } = of
  const { accountId } = account
  assert(events.length === account.events.count, `all events of account ${accountId} are there`)
  const { newId } = ctx
  const extension = extend(events, [], { through, postedAt, newId, ledger: replay(events) })
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
  return {
    move,
    added: sealed.events,
    postings: postingRows(ctx, accountId, extension),
    superseded: sealed.events.length === 0 ? [] : noLongerHolding(of.quotes, extension.ledger),
  }
}

function noLongerHolding(quotes: readonly PayoffQuote[], ledger: AccountLedger): PayoffQuote[] {
  return quotes.filter((quote) => !stillHolds(quote, loanLedger(ledger)))
}
