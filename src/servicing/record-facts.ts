import { type Extension, extend, type Fact } from '#src/domain/account/extend.ts'
import type { AccountLedger } from '#src/domain/account/ledger.ts'
import { nextReview } from '#src/domain/account/next-review.ts'
import { type CivilDate, later } from '#src/domain/calendar.ts'
import { isPaidInFull } from '#src/domain/rules/position.ts'
import { appendAccountAudit } from '#src/store/accounts/account-audit.ts'
import { appendEvents } from '#src/store/accounts/account-events.ts'
import { insertFlag, refreshFlags } from '#src/store/accounts/account-flags.ts'
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
  const holds = extension.recorded.find(({ event }) => HOLDS.has(event.payload.kind))
  const held = holds
    ? await holdRepossession(tx, ctx, { account: appended.account, why: holds.event.payload.kind })
    : appended.account
  return { account: held, events: stored, ledger }
}

const HOLDS: ReadonlySet<string> = new Set(['payment', 'extension'])

/**
 * Nobody takes the vehicle of an account that was paid, promised money or given other due dates
 * after the order: it is held in the same transaction, until one of us has looked (PRODUCT D12).
 * Does nothing where no order stands, or a hold does.
 */
export async function holdRepossession(
  tx: Tx,
  ctx: Pick<ServicingContext, 'vault' | 'clock' | 'newId' | 'requestId'>,
  { account, why }: { account: LockedAccount; why: string },
): Promise<LockedAccount> {
  const { flags } = account
  if (!flags.includes('repossession') || flags.includes('hold')) return account
  const [id, at] = [ctx.newId(), ctx.clock.now()]
  const flag = { id, kind: 'hold', obligorId: null, reason: why, setAt: at } as const
  const since = account.lastEffectiveDate
  const setBy = { kind: 'system', id: why } as const
  await insertFlag(tx, account, { ...flag, since, setBy, idempotencyKey: id })
  const action = 'flag set'
  const entry = {
    at,
    requestId: ctx.requestId,
    actor: setBy,
    action,
    details: { kind: 'hold', why },
  }
  return appendAccountAudit(tx, ctx.vault, { account: await refreshFlags(tx, account), entry })
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
