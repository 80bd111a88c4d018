// Browsers that a login has signed in with before.
import { sql } from 'kysely'
import type { Db, Tx } from '../database.ts'

export type KnownDevice = {
  readonly id: string
  readonly loginId: string
  readonly tokenHash: Uint8Array
  readonly device: string
  readonly address: string
  readonly at: string
}

/** Its id; null when this login never signed in with it. */
export async function findKnownDevice(
  db: Db,
  of: { readonly loginId: string; readonly tokenHash: Uint8Array },
): Promise<string | null> {
  const row = await db
    .selectFrom('known_device')
    .select('id')
    .where('login_id', '=', of.loginId)
    .where('token_hash', '=', Buffer.from(of.tokenHash))
    .executeTakeFirst()
  return row?.id ?? null
}

/** The ids of all of a login's. */
export async function listKnownDevices(db: Db, loginId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('known_device')
    .select('id')
    .where('login_id', '=', loginId)
    .execute()
  return rows.map(({ id }) => id)
}

/** Adds a device, or notes that it was used again. */
export async function noteKnownDevice(tx: Tx, device: KnownDevice): Promise<void> {
  const { id, loginId, tokenHash, at } = device
  await sql`
    insert into known_device (id, login_id, token_hash, device, address, known_at, last_used_at)
    values (${id}, ${loginId}, ${tokenHash}, ${device.device}, ${device.address}, ${at}, ${at})
    on conflict (login_id, token_hash) do update
      set last_used_at = excluded.last_used_at, device = excluded.device,
        address = excluded.address`.execute(tx)
}

/** After a change of credentials no browser is known any more. */
export async function forgetKnownDevices(tx: Tx, loginId: string): Promise<void> {
  await tx.deleteFrom('known_device').where('login_id', '=', loginId).execute()
}
