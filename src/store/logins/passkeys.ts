// The passkeys of a login. What is revoked stays, so that it is known when it comes back.
import { sql } from 'kysely'
import type { Db, Tx } from '../database.ts'
import { holdStill } from './logins.ts'

export type Passkey = {
  readonly id: string
  readonly loginId: string
  readonly credentialId: Uint8Array<ArrayBuffer>
  /** COSE, as the authenticator gave it. */
  readonly publicKey: Uint8Array<ArrayBuffer>
  readonly counter: number
  readonly transports: readonly string[]
  readonly backedUp: boolean
  readonly name: string
  readonly createdAt: string
  readonly lastUsedAt: string | null
  /** Somebody else may have added it: alone it signs in once it was shown after the password. */
  readonly afterPassword: boolean
}

export type NewPasskey = Omit<Passkey, 'lastUsedAt' | 'afterPassword'>

/** `known`: the same credential is there already, whoever's it is. */
export async function insertPasskey(tx: Tx, passkey: NewPasskey): Promise<'inserted' | 'known'> {
  const row = await tx
    .insertInto('login_passkey')
    .values({
      id: passkey.id,
      login_id: passkey.loginId,
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
export async function readPasskeys(db: Db, loginId: string): Promise<Passkey[]> {
  const rows = await selectPasskeys(db)
    .where('login_id', '=', loginId)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return rows.map(passkeyOf)
}

/** The same; until the transaction ends, nobody else adds one or takes one away. */
export async function lockPasskeys(tx: Tx, loginId: string): Promise<Passkey[]> {
  await holdStill(tx, loginId)
  return readPasskeys(tx, loginId)
}

/** Null when nobody has it, or it was revoked. */
export async function findPasskey(db: Db, credentialId: Uint8Array): Promise<Passkey | null> {
  const row = await selectPasskeys(db)
    .where('credential_id', '=', Buffer.from(credentialId))
    .executeTakeFirst()
  return row ? passkeyOf(row) : null
}

/**
 * Notes a signature, once its counter has gone on; an authenticator that does not count says 0 each
 * time. False: the counter went back or stood still (WebAuthn Level 3, section 6.1.1), or the
 * passkey is revoked.
 */
export async function countSignature(
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
    .updateTable('login_passkey')
    .set({ counter, backed_up: backedUp, last_used_at: at })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .where(sql<boolean>`(counter < ${counter} or (counter = 0 and ${counter}::bigint = 0))`)
    .executeTakeFirstOrThrow()
  return result.numUpdatedRows === 1n
}

/** Its name, for exactly one of several callers; null when that login has no such passkey. */
export async function revokePasskey(
  tx: Tx,
  which: { readonly id: string; readonly loginId: string; readonly at: string },
): Promise<string | null> {
  const row = await tx
    .updateTable('login_passkey')
    .set({ revoked_at: which.at })
    .where('id', '=', which.id)
    .where('login_id', '=', which.loginId)
    .where('revoked_at', 'is', null)
    .returning('name')
    .executeTakeFirst()
  return row?.name ?? null
}

/** Whoever showed the password has shown this one too: it is theirs. */
export async function trustPasskey(tx: Tx, id: string): Promise<void> {
  await tx
    .updateTable('login_passkey')
    .set({ after_password: false })
    .where('id', '=', id)
    .execute()
}

function selectPasskeys(db: Db) {
  return db
    .selectFrom('login_passkey')
    .select([
      'id',
      'login_id',
      'credential_id',
      'public_key',
      'counter',
      'transports',
      'backed_up',
      'name',
      'created_at',
      'last_used_at',
      'after_password',
    ])
    .where('revoked_at', 'is', null)
}

type PasskeyRow = Awaited<ReturnType<ReturnType<typeof selectPasskeys>['executeTakeFirstOrThrow']>>

function passkeyOf(row: PasskeyRow): Passkey {
  return {
    id: row.id,
    loginId: row.login_id,
    credentialId: new Uint8Array(row.credential_id),
    publicKey: new Uint8Array(row.public_key),
    counter: row.counter,
    transports: row.transports as string[],
    backedUp: row.backed_up,
    name: row.name,
    createdAt: row.created_at,
    lastUsedAt: row.last_used_at,
    afterPassword: row.after_password,
  }
}
