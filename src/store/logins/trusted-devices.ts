// Browsers that a login trusts for a while: with the password, one of them is what somebody has.
import { sql } from 'kysely'
import type { Db, Tx } from '../database.ts'

export type TrustedDevice = {
  readonly id: string
  readonly loginId: string
  readonly tokenHash: Uint8Array
  readonly device: string
  readonly address: string
  readonly trustedAt: string
  readonly lastUsedAt: string
  readonly expiresAt: string
}

/** Adds one; beyond `most` those that were used longest ago are gone. */
export async function insertTrustedDevice(
  tx: Tx,
  device: Omit<TrustedDevice, 'lastUsedAt'>,
  most: number,
): Promise<void> {
  const { loginId } = device
  await tx
    .insertInto('trusted_device')
    .values({
      id: device.id,
      login_id: loginId,
      token_hash: device.tokenHash,
      device: device.device,
      address: device.address,
      trusted_at: device.trustedAt,
      last_used_at: device.trustedAt,
      expires_at: device.expiresAt,
    })
    .execute()
  await sql`
    delete from trusted_device where id in (
      select id from trusted_device where login_id = ${loginId}
      order by last_used_at desc, id desc offset ${most})`.execute(tx)
}

/** Gives the device its next token. One of several at once gets it, the others null. */
export async function rotateTrustedDevice(
  tx: Tx,
  use: {
    readonly loginId: string
    readonly from: Uint8Array
    readonly to: Uint8Array
    readonly at: string
    readonly device: string
    readonly address: string
  },
): Promise<{ readonly id: string; readonly expiresAt: string } | null> {
  const { loginId, from, to, at, device, address } = use
  const row = await tx
    .updateTable('trusted_device')
    .set({ token_hash: to, spent_hash: from, last_used_at: at, device, address })
    .where('login_id', '=', loginId)
    .where('token_hash', '=', Buffer.from(from))
    .where('expires_at', '>', at)
    .returning(['id', 'expires_at'])
    .executeTakeFirst()
  return row ? { id: row.id, expiresAt: row.expires_at } : null
}

/**
 * Takes away the device whose token before the last one this is, unless that one is of a moment
 * ago: then a form was sent twice.
 */
export async function revokeCopiedDevice(
  tx: Tx,
  shown: { readonly loginId: string; readonly spent: Uint8Array; readonly usedBefore: string },
): Promise<boolean> {
  const result = await tx
    .deleteFrom('trusted_device')
    .where('login_id', '=', shown.loginId)
    .where('spent_hash', '=', Buffer.from(shown.spent))
    .where('last_used_at', '<', shown.usedBefore)
    .executeTakeFirstOrThrow()
  return result.numDeletedRows > 0n
}

/** Those that still count, the last used first. */
export async function listTrustedDevices(
  db: Db,
  of: { readonly loginId: string; readonly now: string },
): Promise<TrustedDevice[]> {
  const rows = await db
    .selectFrom('trusted_device')
    .select(['id', 'token_hash', 'device', 'address', 'trusted_at', 'last_used_at', 'expires_at'])
    .where('login_id', '=', of.loginId)
    .where('expires_at', '>', of.now)
    .orderBy('last_used_at', 'desc')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    loginId: of.loginId,
    tokenHash: row.token_hash,
    device: row.device,
    address: row.address,
    trustedAt: row.trusted_at,
    lastUsedAt: row.last_used_at,
    expiresAt: row.expires_at,
  }))
}

/** True for exactly one of several callers; another login's device is left alone. */
export async function deleteTrustedDevice(
  tx: Tx,
  which: { readonly id: string; readonly loginId: string },
): Promise<boolean> {
  const result = await tx
    .deleteFrom('trusted_device')
    .where('id', '=', which.id)
    .where('login_id', '=', which.loginId)
    .executeTakeFirstOrThrow()
  return result.numDeletedRows === 1n
}

/** After a change of credentials no browser is trusted any more. */
export async function forgetTrustedDevices(tx: Tx, loginId: string): Promise<void> {
  await tx.deleteFrom('trusted_device').where('login_id', '=', loginId).execute()
}

export async function forgetExpiredDevices(tx: Tx, now: string): Promise<void> {
  await tx.deleteFrom('trusted_device').where('expires_at', '<=', now).execute()
}
