// What the bank is asked to move, one row each. A row waits until a file takes it.
import type { CivilDate } from '#src/domain/calendar.ts'
import type { Cents } from '#src/domain/money.ts'
import type { Vault } from '#src/vault/vault.ts'
import type { Db, Tx } from '../database.ts'

export type AchEntryPurpose =
  | 'payment'
  | 'retry'
  | 'refund'
  | 'prenote'
  | 'accountCheck'
  | 'returnFee'
  | 'reversal'

/** Whose account it goes to, as it goes to the bank. */
export type EntryReceiver = {
  readonly routing: string
  readonly account: string
  readonly kind: 'checking' | 'savings'
  readonly name: string
}

/** An entry before a file has it. */
export type WaitingEntry = {
  readonly accountId: string
  readonly id: string
  readonly fundingAccountId: string
  readonly paymentId: string | null
  readonly purpose: AchEntryPurpose
  readonly direction: 'debit' | 'credit'
  /** Zero in a prenote, and in nothing else. */
  readonly amount: Cents
  readonly class: 'WEB' | 'PPD'
  /** Of WEB debits. */
  readonly recurrence: 'single' | 'recurring' | null
  /** At most 15 characters by which we and the bank know it again. */
  readonly identification: string
  /** Which try of a payment it is. */
  readonly attempt: 1 | 2 | 3
  /** The banking day at whose cutoff a file takes it. */
  readonly sendOn: CivilDate
  /** The day it is wanted to settle; null: as early as can be. */
  readonly wanted: CivilDate | null
  readonly createdAt: string
}

/** Puts an entry in line for the file of its day. False when this try of its payment has one. */
export async function insertEntry(
  tx: Tx,
  vault: Vault,
  { entry, receiver }: { readonly entry: WaitingEntry; readonly receiver: EntryReceiver },
): Promise<boolean> {
  const inserted = await tx
    .insertInto('ach_entry')
    .values({
      account_id: entry.accountId,
      id: entry.id,
      funding_account_id: entry.fundingAccountId,
      payment_id: entry.paymentId,
      purpose: entry.purpose,
      direction: entry.direction,
      amount: entry.amount,
      class: entry.class,
      recurrence: entry.recurrence,
      identification: entry.identification,
      attempt: entry.attempt,
      send_on: entry.sendOn,
      wanted: entry.wanted,
      state: 'waiting',
      sealed: vault.seal(JSON.stringify(receiver), entryContext(entry)),
      created_at: entry.createdAt,
      changed_at: entry.createdAt,
    })
    .onConflict((conflict) =>
      conflict.columns(['account_id', 'try_of', 'purpose', 'attempt']).doNothing(),
    )
    .returning('id')
    .executeTakeFirst()
  return inserted !== undefined
}

/** Opens whose account an entry goes to: for the file, never for a page. */
export async function openReceiver(
  db: Db,
  vault: Vault,
  which: { readonly accountId: string; readonly id: string },
): Promise<EntryReceiver | null> {
  const row = await db
    .selectFrom('ach_entry')
    .select('sealed')
    .where('account_id', '=', which.accountId)
    .where('id', '=', which.id)
    .executeTakeFirst()
  return row ? JSON.parse(vault.open(row.sealed, entryContext(which))) : null
}

/** What a sealed row is bound to. */
export function entryContext(entry: { accountId: string; id: string }): string {
  return `ach entry ${entry.accountId} ${entry.id}`
}
