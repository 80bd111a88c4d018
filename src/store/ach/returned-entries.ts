// Entries that the bank has, as it names them when one comes back.
import type { CivilDate } from '#src/domain/calendar.ts'
import type { Cents } from '#src/domain/money.ts'
import type { Vault } from '#src/vault/vault.ts'
import type { Db, Tx } from '../database.ts'
import { type AchEntryPurpose, type EntryReceiver, entryContext } from './ach-entries.ts'
import { ENTRY_COLUMNS, entryOf, type SentEntry } from './sent-entry.ts'

/** The entry of an account that a return names; the last one, should a number come round again. */
export async function readEntryByTrace(
  db: Db,
  which: { readonly accountId: string; readonly trace: string },
): Promise<SentEntry | null> {
  const row = await db
    .selectFrom('ach_entry')
    .select(ENTRY_COLUMNS)
    .where('account_id', '=', which.accountId)
    .where('trace', '=', which.trace)
    .orderBy('effective', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? entryOf(row) : null
}

/** The settlement of the first try of a payment; null when none has gone. */
export async function firstEffective(
  db: Db,
  of: { readonly accountId: string; readonly paymentId: string },
): Promise<CivilDate | null> {
  const row = await db
    .selectFrom('ach_entry')
    .select('effective')
    .where('account_id', '=', of.accountId)
    .where('payment_id', '=', of.paymentId)
    .where('purpose', '=', 'payment')
    .where('state', '<>', 'refused')
    .executeTakeFirst()
  return row?.effective ?? null
}

/** False when it is not in a file, or came back before. */
export async function markReturned(
  tx: Tx,
  change: {
    readonly accountId: string
    readonly id: string
    readonly code: string
    readonly on: CivilDate
    readonly at: string
  },
): Promise<boolean> {
  const result = await tx
    .updateTable('ach_entry')
    .set({
      state: 'returned',
      return_code: change.code,
      returned_on: change.on,
      changed_at: change.at,
    })
    .where('account_id', '=', change.accountId)
    .where('id', '=', change.id)
    .where('state', '=', 'inFile')
    .executeTakeFirstOrThrow()
  return result.numUpdatedRows === 1n
}

/** Takes what waits for a bank account out of the line; answers with what it was. */
export async function withdrawWaiting(
  tx: Tx,
  of: { readonly accountId: string; readonly fundingAccountId: string; readonly at: string },
): Promise<readonly { readonly purpose: AchEntryPurpose; readonly paymentId: string | null }[]> {
  const rows = await tx
    .updateTable('ach_entry')
    .set({ state: 'withdrawn', changed_at: of.at })
    .where('account_id', '=', of.accountId)
    .where('funding_account_id', '=', of.fundingAccountId)
    .where('direction', '=', 'debit')
    .where('state', '=', 'waiting')
    .returning(['purpose', 'payment_id'])
    .execute()
  return rows.map((row) => ({ purpose: row.purpose, paymentId: row.payment_id }))
}

/** Gives what waits for a bank account its corrected numbers. */
export async function readdressWaiting(
  tx: Tx,
  vault: Vault,
  of: {
    readonly accountId: string
    readonly fundingAccountId: string
    readonly receiver: EntryReceiver
  },
): Promise<void> {
  const { accountId } = of
  const waiting = await tx
    .selectFrom('ach_entry')
    .select('id')
    .where('account_id', '=', accountId)
    .where('funding_account_id', '=', of.fundingAccountId)
    .where('state', '=', 'waiting')
    .execute()
  for (const { id } of waiting)
    await tx
      .updateTable('ach_entry')
      .set({ sealed: vault.seal(JSON.stringify(of.receiver), entryContext({ accountId, id })) })
      .where('account_id', '=', accountId)
      .where('id', '=', id)
      .where('state', '=', 'waiting')
      .execute()
}

/** Debits of money that settled within some days, and the codes of those that came back in them. */
export async function countDebits(
  db: Db,
  within: { readonly from: CivilDate; readonly through: CivilDate },
): Promise<{
  readonly debits: number
  readonly returned: readonly { readonly code: string; readonly count: number }[]
}> {
  const { count } = await db
    .selectFrom('ach_entry')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('direction', '=', 'debit')
    .where('amount', '>', 0 as Cents)
    .where('file_id', 'is not', null)
    .where('state', '<>', 'refused')
    .where('effective', '>=', within.from)
    .where('effective', '<=', within.through)
    .executeTakeFirstOrThrow()
  const rows = await db
    .selectFrom('ach_entry')
    .select(['return_code', ({ fn }) => fn.countAll<number>().as('count')])
    .where('direction', '=', 'debit')
    .where('amount', '>', 0 as Cents)
    .where('return_code', 'is not', null)
    .where('returned_on', '>=', within.from)
    .where('returned_on', '<=', within.through)
    .groupBy('return_code')
    .execute()
  return {
    debits: Number(count),
    returned: rows.map((row) => ({ code: row.return_code ?? '', count: Number(row.count) })),
  }
}
