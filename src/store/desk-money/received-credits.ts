// Payments of files: where each stands, and those that fit no account.
import type { CivilDate } from '#src/domain/calendar.ts'
import type { Cents } from '#src/domain/money.ts'
import type { Vault } from '#src/vault/vault.ts'
import type { Db, Tx } from '../database.ts'

export type CreditState = 'waiting' | 'posted' | 'unapplied' | 'sentBack' | 'dropped'

export type ReceivedCredit = {
  readonly id: string
  readonly fileId: string
  readonly line: number
  readonly amount: Cents
  readonly receivedOn: CivilDate
  readonly reference: string
  readonly accountId: string | null
  readonly state: CreditState
}

/** As it was written in the file. */
export type WrittenCredit = { readonly accountNumber: string; readonly payer: string }

export async function creditsOfFile(
  db: Db,
  of: { readonly fileId: string; readonly limit: number },
): Promise<ReceivedCredit[]> {
  const rows = await selectCredits(db)
    .where('file_id', '=', of.fileId)
    .orderBy('line')
    .limit(of.limit)
    .execute()
  return rows.map(creditOf)
}

/** Every account that a file has money for; its lines, and those that fit none. */
export async function tallyOfFile(
  db: Db,
  fileId: string,
): Promise<{ readonly accountIds: readonly string[]; readonly fitNone: number }> {
  const rows = await db
    .selectFrom('received_credit')
    .select(['account_id', (one) => one.fn.countAll<number>().as('lines')])
    .where('file_id', '=', fileId)
    .groupBy('account_id')
    .execute()
  const fitNone = rows.find(({ account_id }) => account_id === null)?.lines ?? 0
  return { accountIds: rows.flatMap(({ account_id }) => account_id ?? []), fitNone }
}

/** Of one file for these accounts, in the order in which they are posted. */
export async function waitingCreditsOf(
  db: Db,
  of: { readonly fileId: string; readonly accountIds: readonly string[] },
): Promise<ReceivedCredit[]> {
  if (of.accountIds.length === 0) return []
  const rows = await selectCredits(db)
    .where('file_id', '=', of.fileId)
    .where('state', '=', 'waiting')
    .where('account_id', 'in', of.accountIds)
    .orderBy('line')
    .execute()
  return rows.map(creditOf)
}

/** The oldest first. */
export async function unappliedCredits(db: Db, limit: number): Promise<ReceivedCredit[]> {
  const rows = await selectCredits(db)
    .where('state', '=', 'unapplied')
    .orderBy('received_on')
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(creditOf)
}

export async function readCredit(
  db: Db,
  vault: Vault,
  id: string,
): Promise<(ReceivedCredit & { readonly written: WrittenCredit }) | null> {
  const row = await selectCredits(db).select('sealed').where('id', '=', id).executeTakeFirst()
  if (!row) return null
  return { ...creditOf(row), written: JSON.parse(vault.open(row.sealed, creditContext({ id }))) }
}

/** Held until the transaction ends; null where there is none. */
export async function creditState(tx: Tx, id: string): Promise<CreditState | null> {
  const row = await selectCredits(tx).where('id', '=', id).forUpdate().executeTakeFirst()
  return row ? creditOf(row).state : null
}

/** The next line of a file that is still to be posted; held until the transaction ends. */
export async function nextWaitingCredit(tx: Tx, fileId: string): Promise<ReceivedCredit | null> {
  const row = await selectCredits(tx)
    .where('file_id', '=', fileId)
    .where('state', '=', 'waiting')
    .orderBy('line')
    .limit(1)
    .forUpdate()
    .executeTakeFirst()
  return row ? creditOf(row) : null
}

/** True for exactly one of several callers. */
export async function settleCredit(
  tx: Tx,
  of: {
    readonly id: string
    readonly from: 'waiting' | 'unapplied'
    readonly at: string
  } & (
    | { readonly to: 'posted'; readonly accountId: string; readonly eventId: string }
    | { readonly to: 'unapplied' | 'sentBack' }
  ),
): Promise<boolean> {
  const result = await tx
    .updateTable('received_credit')
    .set({
      state: of.to,
      changed_at: of.at,
      ...(of.to === 'posted' && { account_id: of.accountId, event_id: of.eventId }),
    })
    .where('id', '=', of.id)
    .where('state', '=', of.from)
    .executeTakeFirstOrThrow()
  return result.numUpdatedRows === 1n
}

/** What a sealed row is bound to. */
export function creditContext({ id }: { readonly id: string }): string {
  return `received credit ${id}`
}

function selectCredits(db: Db) {
  return db
    .selectFrom('received_credit')
    .select(['id', 'file_id', 'line', 'amount', 'received_on', 'reference'])
    .select(['account_id', 'state'])
}

type CreditRow = Awaited<ReturnType<ReturnType<typeof selectCredits>['executeTakeFirstOrThrow']>>

function creditOf(row: CreditRow): ReceivedCredit {
  return {
    ...{ id: row.id, fileId: row.file_id, line: row.line, amount: row.amount },
    ...{ receivedOn: row.received_on, reference: row.reference, accountId: row.account_id },
    state: row.state as CreditState,
  }
}
