import pg from 'pg'
import {
  type Address,
  DATABASE_NAME,
  maintenanceUrl,
  type Passwords,
  ROLE_NAMES,
} from './database-urls.ts'

/**
 * Gives a cluster its two roles and the database. Safe to repeat: what a start that was cut short
 * left out is added by the next.
 */
export async function provision(address: Address, passwords: Passwords): Promise<void> {
  const client = new pg.Client({ connectionString: maintenanceUrl(address, passwords) })
  await client.connect()
  try {
    await ensureRole(client, ROLE_NAMES.owner, passwords.owner)
    await ensureRole(client, ROLE_NAMES.app, passwords.app)
    await client.query('REVOKE ALL ON DATABASE postgres, template1 FROM PUBLIC')
    const found = await client.query('SELECT FROM pg_database WHERE datname = $1', [DATABASE_NAME])
    if (found.rowCount === 0) await createDatabase(client, { name: DATABASE_NAME })
    else await restrictDatabase(client, DATABASE_NAME)
  } finally {
    await client.end()
  }
}

/**
 * Makes a database that the owner role owns and the app role may only connect to. These rights are
 * not part of a template, so they are given to every copy.
 */
export async function createDatabase(
  client: pg.Client,
  { name, template = 'template1' }: { name: string; template?: string },
): Promise<void> {
  const [database, source] = [client.escapeIdentifier(name), client.escapeIdentifier(template)]
  await client.query(
    `CREATE DATABASE ${database} WITH OWNER ${ROLE_NAMES.owner} TEMPLATE ${source}`,
  )
  await restrictDatabase(client, name)
}

async function restrictDatabase(client: pg.Client, name: string): Promise<void> {
  const database = client.escapeIdentifier(name)
  await client.query(`REVOKE ALL ON DATABASE ${database} FROM PUBLIC`)
  await client.query(`GRANT CONNECT ON DATABASE ${database} TO ${ROLE_NAMES.app}`)
}

async function ensureRole(client: pg.Client, name: string, password: string): Promise<void> {
  const found = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [name])
  if (found.rowCount !== 0) return
  await client.query(
    `CREATE ROLE ${name} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE
     PASSWORD ${client.escapeLiteral(password)}`,
  )
}
