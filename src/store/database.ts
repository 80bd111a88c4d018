// The connection to PostgreSQL. Writers take `tx: Tx`, readers take `db: Db`; Kysely refuses the
// one for the other.
import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely'
import pg from 'pg'
import { parseColumn } from './column-parsers.ts'
import { preparing } from './prepared-statements.ts'
import type { Database } from './rows.ts'

export type Db = Kysely<Database>
export type Tx = Transaction<Database>

export type ConnectionSettings = {
  readonly url: string
  readonly max: number
  readonly applicationName: string
  /** Set when the login is another role that may act as this one. */
  readonly role?: string
}

/** Opens a pool; nothing connects before the first query. End it with `db.destroy()`. */
export function connect(settings: ConnectionSettings): Db {
  const pool = new pg.Pool({
    connectionString: settings.url,
    max: settings.max,
    application_name: settings.applicationName,
    connectionTimeoutMillis: 10_000,
    options: sessionOptions(settings.role),
    types: { getTypeParser: parseColumn },
  })
  // A connection that the server ends, idle or at work, is replaced at the next query, and the one
  // that ran fails; without listeners it would end the process.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  return new Kysely<Database>({ dialect: new PostgresDialect({ pool: preparing(pool) }) })
}

/** Whether the database answers at all: for a status page. */
export async function isAnswering(db: Db): Promise<boolean> {
  return sql`select 1`.execute(db).then(
    () => true,
    () => false,
  )
}

function sessionOptions(role: string | undefined): string {
  // Dates and moments are read as text: a server may be set to write them otherwise.
  const form = '-c TimeZone=UTC -c DateStyle=ISO'
  if (role === undefined) return form
  if (!/^[a-z_][a-z0-9_]*$/.test(role)) throw new Error(`not a plain role name: ${role}`)
  return `${form} -c role=${role}`
}
