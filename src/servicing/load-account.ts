import type { AccountEvent } from '#src/domain/account/event.ts'
import { extend } from '#src/domain/account/extend.ts'
import { type AccountLedger, type LoanLedger, loanLedger } from '#src/domain/account/ledger.ts'
import { replay } from '#src/domain/account/replay.ts'
import { assert } from '#src/domain/assert.ts'
import type { CivilDate } from '#src/domain/calendar.ts'
import { readEvents } from '#src/store/accounts/account-events.ts'
import {
  type Account,
  type LockedAccount,
  lockAccount,
  readAccount,
} from '#src/store/accounts/accounts.ts'
import type { StoredEvent } from '#src/store/accounts/event-columns.ts'
import type { Db, Tx } from '#src/store/database.ts'
import type { ServicingContext } from './context.ts'

/**
 * An account with its events replayed. `A` tells whether its row is held by this transaction, `L`
 * whether it is known to be a loan.
 */
export type LoadedAccount<A extends Account = Account, L extends AccountLedger = LoanLedger> = {
  readonly account: A
  readonly events: readonly StoredEvent[]
  readonly ledger: L
}

/** One of either kind. */
export type LoadedAny<A extends Account = Account> = LoadedAccount<A, AccountLedger>

/** Reads a loan or a lease that is known to exist: ownership or a job named it. */
export async function loadAccount(db: Db, accountId: string): Promise<LoadedAny> {
  const [account, events] = await Promise.all([
    readAccount(db, accountId),
    readEvents(db, accountId),
  ])
  assert(account, `account ${accountId} exists`)
  return { account, events, ledger: replay(events) }
}

/** The same of an account that is known to be a loan. */
export async function loadLoan(db: Db, accountId: string): Promise<LoadedAccount> {
  const loaded = await loadAccount(db, accountId)
  return { ...loaded, ledger: loanLedger(loaded.ledger) }
}

/**
 * The account with the late charges that are owed by `today` and that no close has assessed yet, as
 * recording anything would add them: a quote is exact only then. Nothing is written.
 */
export function settled<A extends Account, L extends AccountLedger>(
  ctx: Pick<ServicingContext, 'clock' | 'newId'>,
  loaded: LoadedAccount<A, L>,
  today: CivilDate,
): LoadedAccount<A, L> {
  const { clock, newId } = ctx
  const { recorded, ledger } = extend(loaded.events, [], {
    through: today,
    postedAt: clock.now(),
    newId,
    ledger: loaded.ledger,
  })
  return recorded.length === 0 ? loaded : { ...loaded, ledger }
}

/**
 * Last day of the last filed month of an account known from public filings; null for every other
 * account.
 */
export function knownThrough(loaded: {
  readonly account: Account
  readonly ledger: { readonly steps: readonly { readonly event: AccountEvent }[] }
}): CivilDate | null {
  if (loaded.account.source !== 'abs-ee') return null
  const last = loaded.ledger.steps.findLast(({ event }) => event.payload.kind === 'reportedMonth')
  return last?.event.effectiveDate ?? null
}

/** A loan or a lease whose row the transaction holds. */
export type LoadedForUpdate = LoadedAccount<LockedAccount, AccountLedger>

/** A loan or a lease with its row locked until the transaction ends. */
export async function loadForUpdate(tx: Tx, accountId: string): Promise<LoadedForUpdate> {
  const account = await lockAccount(tx, accountId)
  assert(account, `account ${accountId} exists`)
  const events = await readEvents(tx, accountId)
  return { account, events, ledger: replay(events) }
}

/** The same of an account that is known to be a loan. */
export async function loadLoanForUpdate(
  tx: Tx,
  accountId: string,
): Promise<LoadedAccount<LockedAccount>> {
  const loaded = await loadForUpdate(tx, accountId)
  return { ...loaded, ledger: loanLedger(loaded.ledger) }
}
