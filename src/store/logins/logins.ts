// Who may sign in, and which accounts each login sees as which obligor.
import type { Vault } from '#src/vault/vault.ts'
import { compiledOnce } from '../compiled-once.ts'
import type { Db, Tx } from '../database.ts'

export type Theme = 'system' | 'light' | 'dark'

export type Login = {
  readonly id: string
  readonly username: string
  /** PHC string. */
  readonly password: string
  readonly locale: string
  readonly theme: Theme
  readonly createdAt: string
  readonly passwordChangedAt: string
  /** Since then the password opens nothing: a new one is chosen by recovery. */
  readonly recoveryRequiredAt: string | null
}

export type LoginAccount = { readonly accountId: string; readonly obligorId: string }

/** `normalizedName` is what makes two spellings the same name. */
export async function insertLogin(
  tx: Tx,
  vault: Vault,
  login: Omit<Login, 'theme' | 'passwordChangedAt' | 'recoveryRequiredAt'> & {
    readonly normalizedName: string
  },
): Promise<'inserted' | 'usernameTaken'> {
  const row = await tx
    .insertInto('login')
    .values({
      id: login.id,
      username: login.username,
      username_hash: usernameHash(vault, login.normalizedName),
      password: login.password,
      locale: login.locale,
      created_at: login.createdAt,
      password_changed_at: login.createdAt,
    })
    .onConflict((conflict) => conflict.column('username_hash').doNothing())
    .returning('id')
    .executeTakeFirst()
  return row ? 'inserted' : 'usernameTaken'
}

/**
 * The key under which a name's login and its failed attempts are kept, also for names that nobody
 * has.
 */
export function usernameHash(vault: Vault, normalizedName: string): Buffer {
  return vault.mac('username', normalizedName)
}

export async function findLogin(
  db: Db,
  vault: Vault,
  normalizedName: string,
): Promise<Login | null> {
  const row = await selectLogin(db)
    .where('username_hash', '=', usernameHash(vault, normalizedName))
    .executeTakeFirst()
  return row ? loginOf(row) : null
}

/** Null too for one that its owner gave up. */
export async function readLogin(db: Db, id: string): Promise<Login | null> {
  const row = await selectLogin(db).where('id', '=', id).executeTakeFirst()
  return row ? loginOf(row) : null
}

/**
 * Until the transaction ends nobody else changes the password or a factor, or ends all sessions.
 * Returns when the password was chosen that holds now; null when none does.
 */
export async function holdStill(tx: Tx, loginId: string): Promise<string | null> {
  const { rows } = await held(tx, { loginId })
  const [row] = rows
  return row?.recovery_required_at === null ? row.password_changed_at : null
}

const held = compiledOnce((db, of: { readonly loginId: string }) =>
  db
    .selectFrom('login')
    .select(['password_changed_at', 'recovery_required_at'])
    .where('id', '=', of.loginId)
    .forNoKeyUpdate(),
)

/** Stores a new password string; `changedAt` null where only the hashing parameters changed. */
export async function updatePassword(
  tx: Tx,
  change: {
    readonly loginId: string
    readonly password: string
    readonly changedAt: string | null
  },
): Promise<void> {
  const { password, changedAt } = change
  const at = changedAt === null ? {} : { password_changed_at: changedAt }
  await tx
    .updateTable('login')
    .set({ password, ...at })
    .where('id', '=', change.loginId)
    .execute()
}

export async function updatePreferences(
  tx: Tx,
  change: { readonly loginId: string; readonly locale?: string; readonly theme?: Theme },
): Promise<void> {
  const { loginId, ...preferences } = change
  if (Object.keys(preferences).length === 0) return
  await tx.updateTable('login').set(preferences).where('id', '=', loginId).execute()
}

/**
 * An obligor of an account has at most one login, and a login is at most one obligor of an
 * account.
 */
export async function insertLoginAccount(
  tx: Tx,
  link: LoginAccount & { readonly loginId: string; readonly addedAt: string },
): Promise<'inserted' | 'taken'> {
  const row = await tx
    .insertInto('login_account')
    .values({
      login_id: link.loginId,
      account_id: link.accountId,
      obligor_id: link.obligorId,
      added_at: link.addedAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('login_id')
    .executeTakeFirst()
  return row ? 'inserted' : 'taken'
}

/** Which obligors a login is, the first one first. */
export async function readLoginAccounts(db: Db, loginId: string): Promise<LoginAccount[]> {
  const rows = await db
    .selectFrom('login_account')
    .select(['account_id', 'obligor_id'])
    .where('login_id', '=', loginId)
    .orderBy('added_at')
    .orderBy('account_id')
    .execute()
  return rows.map((row) => ({ accountId: row.account_id, obligorId: row.obligor_id }))
}

/** The login that an obligor has, if any. */
export async function findLoginOfObligor(db: Db, of: LoginAccount): Promise<string | null> {
  const row = await db
    .selectFrom('login_account')
    .select('login_id')
    .where('account_id', '=', of.accountId)
    .where('obligor_id', '=', of.obligorId)
    .executeTakeFirst()
  return row?.login_id ?? null
}

function selectLogin(db: Db) {
  return db
    .selectFrom('login')
    .select(['id', 'username', 'password', 'locale', 'theme', 'created_at', 'password_changed_at'])
    .select('recovery_required_at')
    .where('closed_at', 'is', null)
}

export type LoginRow = Awaited<
  ReturnType<ReturnType<typeof selectLogin>['executeTakeFirstOrThrow']>
>

export function loginOf(row: LoginRow): Login {
  return {
    id: row.id,
    username: row.username,
    password: row.password,
    locale: row.locale,
    theme: row.theme,
    createdAt: row.created_at,
    passwordChangedAt: row.password_changed_at,
    recoveryRequiredAt: row.recovery_required_at,
  }
}
