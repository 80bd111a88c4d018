// Entries that a gathering file takes: new ones of payments, and those that waited in line.
import { sql } from 'kysely'
import type { CivilDate } from '#src/domain/calendar.ts'
import type { Vault } from '#src/vault/vault.ts'
import type { Db, Tx } from '../database.ts'
import { type EntryReceiver, entryContext, type WaitingEntry } from './ach-entries.ts'

/** Writes entries straight into a file. Fails when a try of a payment has its entry already. */
export async function insertTakenEntries(
  tx: Tx,
  vault: Vault,
  taken: {
    readonly fileId: string
    readonly entries: readonly { readonly entry: WaitingEntry; readonly receiver: EntryReceiver }[]
  },
): Promise<void> {
  const column = <T>(of: (entry: WaitingEntry) => T) => taken.entries.map(({ entry }) => of(entry))
  const sealed = taken.entries.map(({ entry, receiver }) =>
    vault.seal(JSON.stringify(receiver), entryContext(entry)),
  )
  await sql`
    insert into ach_entry (account_id, id, funding_account_id, payment_id, purpose, direction,
      amount, class, recurrence, identification, attempt, send_on, wanted, state, file_id, sealed,
      created_at, changed_at)
    select account_id, id, funding_account_id, payment_id, purpose, direction, amount, class,
      recurrence, identification, attempt, send_on, wanted, 'inFile', ${taken.fileId}::uuid, sealed,
      created_at, created_at
    from unnest(${column((e) => e.accountId)}::uuid[], ${column((e) => e.id)}::uuid[],
      ${column((e) => e.fundingAccountId)}::uuid[], ${column((e) => e.paymentId)}::uuid[],
      ${column((e) => e.purpose)}::text[], ${column((e) => e.direction)}::text[],
      ${column((e) => e.amount)}::bigint[], ${column((e) => e.class)}::text[],
      ${column((e) => e.recurrence)}::text[], ${column((e) => e.identification)}::text[],
      ${column((e) => e.attempt)}::integer[], ${column((e) => e.sendOn)}::date[],
      ${column((e) => e.wanted)}::date[], ${sealed}::bytea[],
      ${column((e) => e.createdAt)}::timestamptz[])
      as entry (account_id, id, funding_account_id, payment_id, purpose, direction, amount, class,
        recurrence, identification, attempt, send_on, wanted, sealed, created_at)
  `.execute(tx)
}

/** Accounts with entries in line for the cutoff of `through`, as `accountsToSend`. */
export async function accountsInLine(
  db: Db,
  page: { readonly through: CivilDate; readonly after: string | null; readonly limit: number },
): Promise<string[]> {
  let query = db
    .selectFrom('ach_entry')
    .select('account_id')
    .distinct()
    .where('state', '=', 'waiting')
    .where('send_on', '<=', page.through)
    .orderBy('account_id')
    .limit(page.limit)
  if (page.after !== null) query = query.where('account_id', '>', page.after)
  return (await query.execute()).map((row) => row.account_id)
}

/** An entry in line, with the bank account it is for as it is now. */
export type EntryInLine = Omit<WaitingEntry, 'createdAt' | 'sendOn' | 'wanted'> & {
  readonly receiver: EntryReceiver
  readonly source: {
    readonly state: 'unverified' | 'checking' | 'verified' | 'failed' | 'stopped'
    readonly isRemoved: boolean
  }
}

/** Of accounts that the transaction holds. */
export async function readEntriesInLine(
  tx: Tx,
  vault: Vault,
  of: { readonly accountIds: readonly string[]; readonly through: CivilDate },
): Promise<EntryInLine[]> {
  const rows = await tx
    .selectFrom('ach_entry as entry')
    .innerJoin('funding_account as source', (join) =>
      join
        .onRef('source.account_id', '=', 'entry.account_id')
        .onRef('source.id', '=', 'entry.funding_account_id'),
    )
    .select(['entry.account_id', 'entry.id', 'entry.funding_account_id', 'entry.payment_id'])
    .select(['purpose', 'direction', 'amount', 'class', 'recurrence', 'identification'])
    .select(['attempt', 'entry.sealed', 'source.state as source_state', 'source.removed_at'])
    .where('entry.account_id', '=', sql<string>`any(${of.accountIds}::uuid[])`)
    .where('entry.state', '=', 'waiting')
    .where('send_on', '<=', of.through)
    .orderBy('entry.account_id')
    .orderBy('entry.id')
    .execute()
  return rows.map((row) => {
    const place = { accountId: row.account_id, id: row.id }
    const { purpose, direction, amount, class: secClass, recurrence, identification } = row
    return {
      ...place,
      fundingAccountId: row.funding_account_id,
      paymentId: row.payment_id,
      ...{ purpose, direction, amount, class: secClass, recurrence, identification },
      attempt: row.attempt as WaitingEntry['attempt'],
      receiver: JSON.parse(vault.open(row.sealed, entryContext(place))),
      source: { state: row.source_state, isRemoved: row.removed_at !== null },
    }
  })
}

export type LineOutcome = {
  readonly accountId: string
  readonly id: string
  readonly state: 'inFile' | 'withdrawn'
}

/** Moves entries in line on: into the file, or out of the line. Fails when one waits no longer. */
export async function markTaken(
  tx: Tx,
  change: {
    readonly outcomes: readonly LineOutcome[]
    /** Null where none of them goes into a file. */
    readonly fileId: string | null
    readonly at: string
  },
): Promise<void> {
  const { outcomes, fileId, at } = change
  if (outcomes.length === 0) return
  const { numAffectedRows } = await sql`
    update ach_entry set state = outcome.state, changed_at = ${at},
      file_id = case when outcome.state = 'inFile' then ${fileId}::uuid end
    from unnest(${outcomes.map((each) => each.accountId)}::uuid[],
      ${outcomes.map((each) => each.id)}::uuid[], ${outcomes.map((each) => each.state)}::text[])
      as outcome (account_id, id, state)
    where ach_entry.account_id = outcome.account_id and ach_entry.id = outcome.id
      and ach_entry.state = 'waiting'
  `.execute(tx)
  if (numAffectedRows !== BigInt(outcomes.length))
    throw new Error('broken invariant: an entry of a held account still waits')
}
