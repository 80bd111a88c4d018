// The role that portal, desk and worker run as: it owns nothing, and can only add to events,
// postings and audit.
import { sql } from 'kysely'
import pg from 'pg'
import type { Db } from '../database.ts'
import { MigrationError } from './migration-error.ts'

export const APP_ROLE = 'keyturn_app'

const APPEND_ONLY_TABLES = [
  'account_event',
  'posting',
  'account_audit',
  'access_audit',
  'obligor_change',
]

export class AppRightsError extends Error {
  override readonly name = 'AppRightsError'
}

/** Refuses to go on where the current role could rewrite history. Called once at start. */
export async function assertAppRights(db: Db): Promise<void> {
  const { rows } = await sql<{ role: string; is_superuser: boolean; writable: string[] | null }>`
    select current_user as role,
      (select rolsuper from pg_roles where rolname = current_user) as is_superuser,
      (select array_agg(name order by name) from unnest(${APPEND_ONLY_TABLES}::text[]) as name
        where has_table_privilege(current_user, name, 'UPDATE')
          or has_table_privilege(current_user, name, 'DELETE')
          or has_table_privilege(current_user, name, 'TRUNCATE')
          or has_any_column_privilege(current_user, name, 'UPDATE')) as writable
  `.execute(db)
  const found = rows[0]
  if (!found) throw new AppRightsError('The database did not say which role this is.')
  if (found.is_superuser) {
    throw new AppRightsError(
      `Keyturn will not run as the superuser ${found.role}: connect as ${APP_ROLE}.`,
    )
  }
  if (found.writable) {
    throw new AppRightsError(
      `The role ${found.role} can change or delete rows of ${found.writable.join(', ')}. ` +
        `Keyturn runs only as a role that cannot: connect as ${APP_ROLE}.`,
    )
  }
}

/** Creates the role where it is missing and the owner may; else says what to run. */
export async function ensureAppRole(client: pg.Client): Promise<void> {
  const found = await client.query('select 1 from pg_roles where rolname = $1', [APP_ROLE])
  if (found.rowCount) return
  try {
    await client.query(`create role ${APP_ROLE} nologin`)
    // So that one login can both migrate and, by SET ROLE, run. From 16 on the creator only
    // administers the role.
    await client.query(`grant ${APP_ROLE} to current_user`)
  } catch (error) {
    const code = error instanceof pg.DatabaseError ? error.code : undefined
    // Roles belong to the whole server: another database's migration made it meanwhile.
    if (code === '42710' || code === '23505') return
    if (code !== '42501') throw error
    throw new MigrationError(
      `The role ${APP_ROLE} does not exist and this login may not create it. ` +
        `Have a superuser run: CREATE ROLE ${APP_ROLE} LOGIN PASSWORD '...'; then migrate again.`,
      { cause: error },
    )
  }
}
