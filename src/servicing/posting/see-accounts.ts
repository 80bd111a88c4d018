// Whose accounts are looked at from the desk's pages of money: written down on each of them, and
// with who looked.
import type { AccountLedger } from '#src/domain/account/ledger.ts'
import { assert } from '#src/domain/assert.ts'
import type { Visit } from '#src/identity/sessions.ts'
import { recordStaff } from '#src/identity/staff/staff-log.ts'
import type { StaffSession } from '#src/identity/staff/staff-sessions.ts'
import type { Account, LockedAccount } from '#src/store/accounts/accounts.ts'
import { appendAudits, lockAccounts } from '#src/store/accounts/lock-accounts.ts'
import { readObligors } from '#src/store/accounts/obligors.ts'
import type { Tx } from '#src/store/database.ts'
import type { LoadedAccount } from '../load-account.ts'
import type { PostingContext } from './posting-context.ts'

export type SeenAccount = {
  readonly accountId: string
  /** Last four. */
  readonly ending: string
  readonly status: Account['status']
  /** The first borrower. */
  readonly holder: string
  readonly product: AccountLedger['product']
}

export type Looking = { readonly session: StaffSession; readonly visit: Visit }

/** Last in its transaction. */
export async function noteLook(
  ctx: PostingContext,
  tx: Tx,
  of: { readonly who: Looking; readonly accountIds: readonly string[]; readonly what: string },
): Promise<void> {
  const { who, accountIds, what } = of
  if (accountIds.length === 0) return
  const { staffId } = who.session
  const entry = {
    ...{ at: ctx.clock.now(), requestId: ctx.requestId },
    actor: { kind: 'staff', id: staffId } as const,
    action: 'money looked at',
    details: { what },
  }
  const held: readonly LockedAccount[] = await lockAccounts(tx, [...new Set(accountIds)])
  const lines = held.map((account) => ({ account, entries: [entry] }))
  await appendAudits(tx, ctx.vault, lines)
  const line = { staffId, action: 'staffSawAccount', visit: who.visit } as const
  const details = { account: accountIds[0] ?? '' }
  await recordStaff(tx, { vault: ctx.vault, clock: ctx.wallClock }, { ...line, details })
}

export async function seenAccount(
  ctx: PostingContext,
  { account, ledger }: LoadedAccount<Account, AccountLedger>,
): Promise<SeenAccount> {
  const { accountId, accountNumber, status } = account
  const obligors = await readObligors(ctx.db, ctx.vault, accountId)
  const first = obligors.find(({ details }) => details.role === 'primary') ?? obligors[0]
  assert(first, 'an account has a borrower')
  const { givenName, familyName } = first.details
  const holder = `${givenName} ${familyName}`
  return { accountId, ending: accountNumber.slice(-4), status, holder, product: ledger.product }
}
