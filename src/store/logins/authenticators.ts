// Authenticator apps of a login, and those that are being added. Each step works once: decided in
// one statement that locks the row.
import { compiledOnce } from '../compiled-once.ts'
import type { Db, Tx } from '../database.ts'
import { holdStill } from './logins.ts'

export type StoredAuthenticator = {
  readonly id: string
  readonly loginId: string
  readonly name: string
  /** The secret, sealed by the caller for this row. */
  readonly sealed: Uint8Array
  readonly createdAt: string
  readonly lastUsedAt: string | null
}

/** The oldest first. */
export async function readAuthenticators(db: Db, loginId: string): Promise<StoredAuthenticator[]> {
  const { rows } = await ofLogin(db, { loginId })
  return rows.map(({ id, name, sealed, created_at: createdAt, last_used_at: lastUsedAt }) => {
    return { id, loginId, name, sealed, createdAt, lastUsedAt }
  })
}

const ofLogin = compiledOnce((db, of: { readonly loginId: string }) =>
  db
    .selectFrom('login_totp')
    .select(['id', 'name', 'sealed', 'created_at', 'last_used_at'])
    .where('login_id', '=', of.loginId)
    .orderBy('created_at')
    .orderBy('id'),
)

/** The same; until the transaction ends, nobody else adds one or takes one away. */
export async function lockAuthenticators(tx: Tx, loginId: string): Promise<StoredAuthenticator[]> {
  await holdStill(tx, loginId)
  return readAuthenticators(tx, loginId)
}

/** `lastStep`: of the code that showed that the secret has arrived. False when it is there. */
export async function insertAuthenticator(
  tx: Tx,
  made: Omit<StoredAuthenticator, 'lastUsedAt'> & { readonly lastStep: number },
): Promise<boolean> {
  const row = await tx
    .insertInto('login_totp')
    .values({
      id: made.id,
      login_id: made.loginId,
      name: made.name,
      sealed: made.sealed,
      last_step: made.lastStep,
      created_at: made.createdAt,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** True for exactly one of several callers with the same step, and for none with an older one. */
export async function takeStep(tx: Tx, used: UsedStep): Promise<boolean> {
  const { rows } = await take(tx, used)
  return rows.length === 1
}

type UsedStep = {
  readonly id: string
  readonly loginId: string
  readonly step: number
  readonly at: string
}

const take = compiledOnce((db, used: UsedStep) =>
  db
    .updateTable('login_totp')
    .set({ last_step: used.step, last_used_at: used.at })
    .where('id', '=', used.id)
    .where('login_id', '=', used.loginId)
    .where('last_step', '<', used.step)
    .returning('id'),
)

/** False when it is gone, or another login's. */
export async function deleteAuthenticator(
  tx: Tx,
  which: { readonly id: string; readonly loginId: string },
): Promise<boolean> {
  const row = await tx
    .deleteFrom('login_totp')
    .where('id', '=', which.id)
    .where('login_id', '=', which.loginId)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}
