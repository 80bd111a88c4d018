// The passkeys of a login. What is revoked stays, so that it is known when it comes back.
import type { Db, Tx } from '../database.ts'
import {
  CREDENTIAL_COLUMNS,
  type Credential,
  countSignatureIn,
  credentialOf,
  newCredentialRow,
  type Signed,
} from '../passkey-columns.ts'
import { holdStill } from './logins.ts'

export type Passkey = Credential & {
  readonly loginId: string
  /** Somebody else may have added it: alone it signs in once it was shown after the password. */
  readonly afterPassword: boolean
}

export type NewPasskey = Omit<Passkey, 'lastUsedAt' | 'afterPassword'>

/** `known`: the same credential is there already, whoever's it is. */
export async function insertPasskey(tx: Tx, passkey: NewPasskey): Promise<'inserted' | 'known'> {
  const row = await tx
    .insertInto('login_passkey')
    .values({ ...newCredentialRow(passkey), login_id: passkey.loginId })
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

/** False: its counter went back or stood still, or the passkey is revoked. */
export function countSignature(tx: Tx, signed: Signed): Promise<boolean> {
  return countSignatureIn(tx, 'login_passkey', signed)
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
    .select(CREDENTIAL_COLUMNS)
    .select(['login_id', 'after_password'])
    .where('revoked_at', 'is', null)
}

type PasskeyRow = Awaited<ReturnType<ReturnType<typeof selectPasskeys>['executeTakeFirstOrThrow']>>

function passkeyOf(row: PasskeyRow): Passkey {
  const { login_id: loginId, after_password: afterPassword } = row
  return { ...credentialOf(row), loginId, afterPassword }
}
