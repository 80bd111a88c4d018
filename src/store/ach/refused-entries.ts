// Entries of a file that the bank refused. They stay in it; what goes again is an entry of its own.
import type { CivilDate } from '#src/domain/calendar.ts'
import type { LockedAccount } from '../accounts/accounts.ts'
import type { Db, Tx } from '../database.ts'
import { ENTRY_COLUMNS, entryOf, type SentEntry } from './sent-entry.ts'

/** `sent`: still taken for sent. `undecided`: taken back, and nothing is done about it yet. */
export type RefusalPhase = 'sent' | 'undecided'

/** Accounts with entries of a file in a phase, the first `limit` after `after`. */
export async function accountsRefused(
  db: Db,
  page: {
    readonly fileId: string
    readonly phase: RefusalPhase
    readonly after: string | null
    readonly limit: number
  },
): Promise<string[]> {
  let query = inPhase(db, page).select('account_id').distinct()
  if (page.after !== null) query = query.where('account_id', '>', page.after)
  const rows = await query.orderBy('account_id').limit(page.limit).execute()
  return rows.map((row) => row.account_id)
}

/** Of an account that the transaction holds. */
export async function readRefusedEntries(
  tx: Tx,
  account: LockedAccount,
  of: { readonly fileId: string; readonly phase: RefusalPhase },
): Promise<SentEntry[]> {
  const rows = await inPhase(tx, of)
    .select(ENTRY_COLUMNS)
    .where('account_id', '=', account.accountId)
    .orderBy('id')
    .execute()
  return rows.map(entryOf)
}

/** False when it was taken back before, or came back otherwise. */
export async function markRefused(
  tx: Tx,
  change: { readonly accountId: string; readonly id: string; readonly at: string },
): Promise<boolean> {
  const result = await tx
    .updateTable('ach_entry')
    .set({ state: 'refused', changed_at: change.at })
    .where('account_id', '=', change.accountId)
    .where('id', '=', change.id)
    .where('state', '=', 'inFile')
    .executeTakeFirstOrThrow()
  return result.numUpdatedRows === 1n
}

/** What was done about it, once; `asEntry` is the one that goes in its place. */
export async function settleRefused(
  tx: Tx,
  change: {
    readonly accountId: string
    readonly id: string
    readonly fate: 'sentAgain' | 'notSent'
    readonly asEntry: string | null
    readonly at: string
  },
): Promise<void> {
  const result = await tx
    .updateTable('ach_entry')
    .set({ refused_then: change.fate, sent_again_as: change.asEntry, changed_at: change.at })
    .where('account_id', '=', change.accountId)
    .where('id', '=', change.id)
    .where('state', '=', 'refused')
    .where('refused_then', 'is', null)
    .executeTakeFirstOrThrow()
  if (result.numUpdatedRows !== 1n)
    throw new Error('broken invariant: a refused entry of a held account is settled once')
}

/** How many entries of a file stand where. */
export type RefusalTally = {
  readonly sent: number
  readonly undecided: number
  readonly sentAgain: number
  readonly notSent: number
}

export async function tallyRefused(db: Db, fileId: string): Promise<RefusalTally> {
  const rows = await db
    .selectFrom('ach_entry')
    .select(['state', 'refused_then', ({ fn }) => fn.countAll<number>().as('count')])
    .where('file_id', '=', fileId)
    .where('state', 'in', ['inFile', 'refused'])
    .groupBy(['state', 'refused_then'])
    .execute()
  const tally = { sent: 0, undecided: 0, sentAgain: 0, notSent: 0 }
  for (const { state, refused_then: then, count } of rows)
    tally[state === 'inFile' ? 'sent' : (then ?? 'undecided')] = Number(count)
  return tally
}

/** The code with which a payment came back last; null when it never did. */
export async function lastReturnCode(
  db: Db,
  of: { readonly accountId: string; readonly paymentId: string },
): Promise<string | null> {
  const row = await db
    .selectFrom('ach_entry')
    .select('return_code')
    .where('account_id', '=', of.accountId)
    .where('payment_id', '=', of.paymentId)
    .where('state', '=', 'returned')
    .orderBy('attempt', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.return_code ?? null
}

/** Puts the new entry of a check in the place of the one that the bank refused. */
export async function replaceCheckEntry(
  tx: Tx,
  of: {
    readonly accountId: string
    readonly checkId: string
    readonly was: string
    readonly now: string
    readonly sendOn: CivilDate
    readonly settlesOn: CivilDate
    readonly at: string
  },
): Promise<void> {
  // Told of deposits that never came, its owner is told again when they do.
  const days = {
    send_on: of.sendOn,
    settles_on: of.settlesOn,
    told_at: null,
    changed_at: of.at,
  }
  for (const column of ['entry_id', 'second_entry_id'] as const)
    await tx
      .updateTable('funding_check')
      .set({ ...days, [column]: of.now })
      .where('account_id', '=', of.accountId)
      .where('id', '=', of.checkId)
      .where('state', '=', 'open')
      .where(column, '=', of.was)
      .execute()
}

function inPhase(db: Db, { fileId, phase }: { fileId: string; phase: RefusalPhase }) {
  const entries = db.selectFrom('ach_entry').where('file_id', '=', fileId)
  return phase === 'sent'
    ? entries.where('state', '=', 'inFile')
    : entries.where('state', '=', 'refused').where('refused_then', 'is', null)
}
