// The passkeys of staff, apart from those of customers. What is revoked stays, so that it is known
// when it comes back.
import { sql } from 'kysely'
import type { Db, Tx } from '../database.ts'

export type StaffPasskey = {
  readonly id: string
  readonly staffId: string
  readonly credentialId: Uint8Array<ArrayBuffer>
  readonly publicKey: Uint8Array<ArrayBuffer>
  readonly counter: number
  readonly transports: readonly string[]
  readonly backedUp: boolean
  readonly name: string
  readonly createdAt: string
  readonly lastUsedAt: string | null
}

/** `known`: the same credential is there already, whoever's it is. */
export async function insertStaffPasskey(
  tx: Tx,
  passkey: Omit<StaffPasskey, 'lastUsedAt'>,
): Promise<'inserted' | 'known'> {
  const row = await tx
    .insertInto('staff_passkey')
    .values({
      id: passkey.id,
      staff_id: passkey.staffId,
      credential_id: passkey.credentialId,
      public_key: passkey.publicKey,
      counter: passkey.counter,
      transports: JSON.stringify(passkey.transports),
      backed_up: passkey.backedUp,
      name: passkey.name,
      created_at: passkey.createdAt,
    })
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

/**
 * Notes a signature, once its counter has gone on; an authenticator that does not count says 0 each
 * time. False: it went back or stood still (WebAuthn Level 3, section 6.1.1), or is revoked.
 */
export async function countStaffSignature(
  tx: Tx,
  signed: {
    readonly id: string
    readonly counter: number
    readonly backedUp: boolean
    readonly at: string
  },
): Promise<boolean> {
  const { id, counter, backedUp, at } = signed
  const result = await tx
    .updateTable('staff_passkey')
    .set({ counter, backed_up: backedUp, last_used_at: at })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .where(sql<boolean>`(counter < ${counter} or (counter = 0 and ${counter}::bigint = 0))`)
    .executeTakeFirstOrThrow()
  return result.numUpdatedRows === 1n
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

function selectPasskeys(db: Db) {
  return db
    .selectFrom('staff_passkey')
    .select(['id', 'staff_id', 'credential_id', 'public_key', 'counter', 'transports'])
    .select(['backed_up', 'name', 'created_at', 'last_used_at'])
    .where('revoked_at', 'is', null)
}

type PasskeyRow = Awaited<ReturnType<ReturnType<typeof selectPasskeys>['executeTakeFirstOrThrow']>>

function passkeyOf(row: PasskeyRow): StaffPasskey {
  return {
    id: row.id,
    staffId: row.staff_id,
    credentialId: new Uint8Array(row.credential_id),
    publicKey: new Uint8Array(row.public_key),
    counter: row.counter,
    transports: row.transports as string[],
    backedUp: row.backed_up,
    name: row.name,
    createdAt: row.created_at,
    lastUsedAt: row.last_used_at,
  }
}
