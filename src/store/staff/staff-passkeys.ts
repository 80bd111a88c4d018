// The passkeys of staff, apart from those of customers. What is revoked stays, so that it is known
// when it comes back.
import { sql } from 'kysely'
import type { Db, Tx } from '../database.ts'
import {
  CREDENTIAL_COLUMNS,
  type Credential,
  countSignatureIn,
  credentialOf,
  newCredentialRow,
  type Signed,
} from '../passkey-columns.ts'

export type StaffPasskey = Credential & { readonly staffId: string }

/** `known`: the same credential is there already, whoever's it is. */
export async function insertStaffPasskey(
  tx: Tx,
  passkey: Omit<StaffPasskey, 'lastUsedAt'>,
): Promise<'inserted' | 'known'> {
  const row = await tx
    .insertInto('staff_passkey')
    .values({ ...newCredentialRow(passkey), staff_id: passkey.staffId })
    .onConflict((conflict) => conflict.column('credential_id').doNothing())
    .returning('id')
    .executeTakeFirst()
  return row ? 'inserted' : 'known'
}

/** Those that work, oldest first. */
export async function readStaffPasskeys(db: Db, staffId: string): Promise<StaffPasskey[]> {
  const rows = await selectPasskeys(db)
    .where('staff_id', '=', staffId)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return rows.map(passkeyOf)
}

/** Null when nobody has it, or it was revoked. */
export async function findStaffPasskey(
  db: Db,
  credentialId: Uint8Array,
): Promise<StaffPasskey | null> {
  const row = await selectPasskeys(db)
    .where('credential_id', '=', Buffer.from(credentialId))
    .executeTakeFirst()
  return row ? passkeyOf(row) : null
}

/** False: its counter went back or stood still, or the passkey is revoked. */
export function countStaffSignature(tx: Tx, signed: Signed): Promise<boolean> {
  return countSignatureIn(tx, 'staff_passkey', signed)
}

/** True for exactly one of several callers. */
export async function revokeStaffPasskey(
  tx: Tx,
  which: { readonly id: string; readonly staffId: string; readonly at: string },
): Promise<boolean> {
  const result = await tx
    .updateTable('staff_passkey')
    .set({ revoked_at: which.at })
    .where('id', '=', which.id)
    .where('staff_id', '=', which.staffId)
    .where('revoked_at', 'is', null)
    .executeTakeFirstOrThrow()
  return result.numUpdatedRows === 1n
}

/**
 * The same, where another way in is left: a second passkey, or single sign-on that knows the
 * person. The person's row is locked first: of two taken at once, neither counts on the other.
 */
export async function takeStaffPasskey(
  tx: Tx,
  which: { readonly id: string; readonly staffId: string; readonly at: string },
): Promise<'taken' | 'gone' | 'last'> {
  const { id, staffId, at } = which
  await tx.selectFrom('staff').select('id').where('id', '=', staffId).forUpdate().execute()
  const { rows } = await sql<{ is_taken: boolean }>`
    with found as (
        select id from staff_passkey
        where id = ${id} and staff_id = ${staffId} and revoked_at is null),
      taken as (
        update staff_passkey p set revoked_at = ${at} from found
        where p.id = found.id and (
          exists (select from staff s where s.id = ${staffId} and s.sso_subject is not null)
          or exists (select from staff_passkey other
            where other.staff_id = ${staffId} and other.id <> p.id and other.revoked_at is null))
        returning p.id)
    select exists (select from taken) as is_taken from found`.execute(tx)
  const [row] = rows
  if (!row) return 'gone'
  return row.is_taken ? 'taken' : 'last'
}

function selectPasskeys(db: Db) {
  return db
    .selectFrom('staff_passkey')
    .select(CREDENTIAL_COLUMNS)
    .select('staff_id')
    .where('revoked_at', 'is', null)
}

type PasskeyRow = Awaited<ReturnType<ReturnType<typeof selectPasskeys>['executeTakeFirstOrThrow']>>

function passkeyOf(row: PasskeyRow): StaffPasskey {
  return { ...credentialOf(row), staffId: row.staff_id }
}
