// Links with which somebody adds their first passkey, or another after losing theirs. A person has
// at most one that is open: the next one takes its place.
import type { Db, Tx } from '../database.ts'

export type NewStaffLink = {
  readonly id: string
  readonly staffId: string
  /** Null while it waits for a second administrator. */
  readonly tokenHash: Uint8Array | null
  readonly createdAt: string
  /** Null: by the command line. */
  readonly createdBy: string | null
  readonly expiresAt: string
}

export async function putStaffLink(tx: Tx, link: NewStaffLink): Promise<void> {
  await withdrawStaffLinks(tx, link.staffId)
  await tx
    .insertInto('staff_link')
    .values({
      id: link.id,
      staff_id: link.staffId,
      token_hash: link.tokenHash && Buffer.from(link.tokenHash),
      created_at: link.createdAt,
      created_by: link.createdBy,
      expires_at: link.expiresAt,
    })
    .execute()
}

export async function withdrawStaffLinks(tx: Tx, staffId: string): Promise<void> {
  await tx
    .deleteFrom('staff_link')
    .where('staff_id', '=', staffId)
    .where('used_at', 'is', null)
    .execute()
}

type Usable = { readonly tokenHash: Uint8Array; readonly now: string }

/** Whose link it is; null when it was used, is too old or never was. */
export async function readStaffLink(db: Db, by: Usable): Promise<string | null> {
  const row = await db
    .selectFrom('staff_link')
    .select('staff_id')
    .where('token_hash', '=', Buffer.from(by.tokenHash))
    .where('used_at', 'is', null)
    .where('expires_at', '>', by.now)
    .executeTakeFirst()
  return row?.staff_id ?? null
}

/** Whose it was, for exactly one of several callers. */
export async function useStaffLink(tx: Tx, by: Usable): Promise<string | null> {
  const row = await tx
    .updateTable('staff_link')
    .set({ used_at: by.now })
    .where('token_hash', '=', Buffer.from(by.tokenHash))
    .where('used_at', 'is', null)
    .where('expires_at', '>', by.now)
    .returning('staff_id')
    .executeTakeFirst()
  return row?.staff_id ?? null
}

export type WaitingLink = {
  readonly id: string
  readonly staffId: string
  readonly createdBy: string
  readonly createdAt: string
}

/** Those that wait for a second administrator, oldest first. */
export async function listWaitingLinks(db: Db, now: string): Promise<WaitingLink[]> {
  const rows = await db
    .selectFrom('staff_link')
    .select(['id', 'staff_id', 'created_by', 'created_at'])
    .where('token_hash', 'is', null)
    .where('expires_at', '>', now)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    staffId: row.staff_id,
    createdBy: row.created_by ?? '',
    createdAt: row.created_at,
  }))
}

/** Makes it usable: whose it is, for exactly one of several callers, never for who asked for it. */
export async function approveStaffLink(
  tx: Tx,
  by: {
    readonly id: string
    readonly approver: string
    readonly tokenHash: Uint8Array
    readonly now: string
    readonly expiresAt: string
  },
): Promise<string | null> {
  const row = await tx
    .updateTable('staff_link')
    .set({
      approved_by: by.approver,
      token_hash: Buffer.from(by.tokenHash),
      expires_at: by.expiresAt,
    })
    .where('id', '=', by.id)
    .where('token_hash', 'is', null)
    .where('expires_at', '>', by.now)
    .where('created_by', '<>', by.approver)
    .returning('staff_id')
    .executeTakeFirst()
  return row?.staff_id ?? null
}
