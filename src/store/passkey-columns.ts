// What a passkey is, whoever's: customers and staff have tables of their own, alike in these
// columns.
import { sql } from 'kysely'
import type { Tx } from './database.ts'

export type Credential = {
  readonly id: string
  readonly credentialId: Uint8Array<ArrayBuffer>
  /** COSE, as the authenticator gave it. */
  readonly publicKey: Uint8Array<ArrayBuffer>
  readonly counter: number
  readonly transports: readonly string[]
  readonly backedUp: boolean
  readonly name: string
  readonly createdAt: string
  readonly lastUsedAt: string | null
}

export const CREDENTIAL_COLUMNS = [
  'id',
  'credential_id',
  'public_key',
  'counter',
  'transports',
  'backed_up',
  'name',
  'created_at',
  'last_used_at',
] as const

type CredentialRow = {
  readonly id: string
  readonly credential_id: Buffer
  readonly public_key: Buffer
  readonly counter: number
  readonly transports: unknown
  readonly backed_up: boolean
  readonly name: string
  readonly created_at: string
  readonly last_used_at: string | null
}

export function credentialOf(row: CredentialRow): Credential {
  return {
    id: row.id,
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

/** Of one that was never used. */
export function newCredentialRow(made: Omit<Credential, 'lastUsedAt'>) {
  return {
    id: made.id,
    credential_id: made.credentialId,
    public_key: made.publicKey,
    counter: made.counter,
    transports: JSON.stringify(made.transports),
    backed_up: made.backedUp,
    name: made.name,
    created_at: made.createdAt,
  }
}

export type Signed = {
  readonly id: string
  readonly counter: number
  readonly backedUp: boolean
  readonly at: string
}

/**
 * Notes a signature, once its counter has gone on; an authenticator that does not count says 0 each
 * time. False: the counter went back or stood still (WebAuthn Level 3, section 6.1.1), or the
 * passkey is revoked.
 */
export async function countSignatureIn(
  tx: Tx,
  table: 'login_passkey' | 'staff_passkey',
  { id, counter, backedUp, at }: Signed,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update ${sql.table(table)}
    set counter = ${counter}, backed_up = ${backedUp}, last_used_at = ${at}
    where id = ${id} and revoked_at is null
      and (counter < ${counter} or (counter = 0 and ${counter}::bigint = 0))`.execute(tx)
  return numAffectedRows === 1n
}
