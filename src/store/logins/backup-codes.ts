// Backup codes of a login: numbered, hashed by the caller, gone once used.
import type { Db, Tx } from '../database.ts'
import { holdStill } from './logins.ts'

export type BackupCode = { readonly number: number; readonly hash: string }

/** The set that was there works no longer. */
export async function replaceBackupCodes(
  tx: Tx,
  set: {
    readonly loginId: string
    readonly codes: readonly BackupCode[]
    readonly madeAt: string
  },
): Promise<void> {
  const { loginId, codes, madeAt } = set
  // Two sets made at once: the later waits here, and replaces the other.
  await holdStill(tx, loginId)
  await deleteBackupCodes(tx, loginId)
  const rows = codes.map(({ number, hash }) => {
    return { login_id: loginId, number, hash, made_at: madeAt }
  })
  await tx.insertInto('backup_code').values(rows).execute()
}

/** How many there were. */
export async function deleteBackupCodes(tx: Tx, loginId: string): Promise<number> {
  const result = await tx
    .deleteFrom('backup_code')
    .where('login_id', '=', loginId)
    .executeTakeFirstOrThrow()
  return Number(result.numDeletedRows)
}

export type BackupCodesLeft = { readonly left: number; readonly madeAt: string }

/** Null when the login has none. */
export async function countBackupCodes(db: Db, loginId: string): Promise<BackupCodesLeft | null> {
  const rows = await db
    .selectFrom('backup_code')
    .select('made_at')
    .where('login_id', '=', loginId)
    .execute()
  const [first] = rows
  return first ? { left: rows.length, madeAt: first.made_at } : null
}

/** The one that is asked for: the lowest number that is left. */
export async function readNextBackupCode(db: Db, loginId: string): Promise<BackupCode | null> {
  const row = await db
    .selectFrom('backup_code')
    .select(['number', 'hash'])
    .where('login_id', '=', loginId)
    .orderBy('number')
    .limit(1)
    .executeTakeFirst()
  return row ?? null
}

/** True for exactly one of several callers. */
export async function takeBackupCode(
  tx: Tx,
  used: BackupCode & { readonly loginId: string },
): Promise<boolean> {
  const row = await tx
    .deleteFrom('backup_code')
    .where('login_id', '=', used.loginId)
    .where('number', '=', used.number)
    .where('hash', '=', used.hash)
    .returning('number')
    .executeTakeFirst()
  return row !== undefined
}
