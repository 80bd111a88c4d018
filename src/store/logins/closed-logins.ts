// Logins that their owners gave up: of whom they were, and nothing that opens.
import { sql } from 'kysely'
import { randomBytes } from '#src/vault/vault.ts'
import type { Db, Tx } from '../database.ts'
import type { LoginAccount } from './logins.ts'

/**
 * From now on nothing opens it, and neither its name nor its obligors are taken. What shows who one
 * is goes with it. True for exactly one of several callers.
 */
export async function closeLogin(
  tx: Tx,
  of: { readonly loginId: string; readonly at: string },
): Promise<boolean> {
  const { loginId, at } = of
  const closed = await tx
    .updateTable('login')
    .set({
      closed_at: at,
      recovery_required_at: sql<string>`coalesce(recovery_required_at, ${at}::timestamptz)`,
      // Of no name that anybody could type.
      username_hash: randomBytes(32),
    })
    .where('id', '=', loginId)
    .where('closed_at', 'is', null)
    .executeTakeFirstOrThrow()
  if (closed.numUpdatedRows !== 1n) return false
  await sql`
    with gone as (delete from login_account where login_id = ${loginId}
      returning login_id, account_id, obligor_id)
    insert into closed_login_account (login_id, account_id, obligor_id)
    select login_id, account_id, obligor_id from gone`.execute(tx)
  await tx
    .updateTable('login_passkey')
    .set({ revoked_at: at })
    .where('login_id', '=', loginId)
    .where('revoked_at', 'is', null)
    .execute()
  await tx.deleteFrom('login_totp').where('login_id', '=', loginId).execute()
  await tx.deleteFrom('backup_code').where('login_id', '=', loginId).execute()
  return true
}

/** Of whom a closed login was. */
export async function readClosedAccounts(db: Db, loginId: string): Promise<LoginAccount[]> {
  const rows = await db
    .selectFrom('closed_login_account')
    .select(['account_id', 'obligor_id'])
    .where('login_id', '=', loginId)
    .orderBy('account_id')
    .execute()
  return rows.map((row) => ({ accountId: row.account_id, obligorId: row.obligor_id }))
}

/** When this person last gave up a sign-in; null when they never did. */
export async function lastClosedAt(db: Db, of: LoginAccount): Promise<string | null> {
  const row = await db
    .selectFrom('closed_login_account as c')
    .innerJoin('login as l', 'l.id', 'c.login_id')
    .select('l.closed_at')
    .where('c.account_id', '=', of.accountId)
    .where('c.obligor_id', '=', of.obligorId)
    .orderBy('l.closed_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.closed_at ?? null
}
