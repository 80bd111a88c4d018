// The job queue's own schema: pg-boss's tables, made by the owner so that the worker need not be
// one.
import type pg from 'pg'
import { getConstructionPlans, getMigrationPlans } from 'pg-boss'
import { assert } from '#src/domain/assert.ts'
import { DEAD_LETTER_QUEUE, QUEUE_SCHEMA, QUEUES } from '../queue/queue-names.ts'
import { APP_ROLE } from './app-role.ts'
import { MigrationError } from './migration-error.ts'

/** Installs or upgrades the queue's schema, its queues and the rights on it. Names what changed. */
export async function migrateQueue(client: pg.Client): Promise<string[]> {
  const schema = await migrateSchema(client)
  const queues = await createMissingQueues(client)
  return [...schema, ...queues]
}

async function migrateSchema(client: pg.Client): Promise<string[]> {
  const wanted = releaseVersion()
  const installed = await installedVersion(client)
  if (installed === wanted) return []
  if (installed !== null && installed > wanted) {
    throw new MigrationError(
      `The job queue of this database is at version ${installed}, ` +
        `and this release knows ${wanted}.`,
    )
  }
  if (installed === null) await client.query(getConstructionPlans(QUEUE_SCHEMA))
  else await upgrade(client, installed)
  await grantQueue(client)
  return [`job queue ${wanted}`]
}

// pg-boss names its schema version only inside the script that installs it.
function releaseVersion(): number {
  const script = getConstructionPlans(QUEUE_SCHEMA)
  const match = /INSERT INTO pgboss\.version\(version\) VALUES \('(\d+)'\)/.exec(script)
  assert(match, 'the queue names its schema version in its script')
  return Number(match[1])
}

async function installedVersion(client: pg.Client): Promise<number | null> {
  const table = await client.query(`select to_regclass('${QUEUE_SCHEMA}.version') as name`)
  if (table.rows[0].name === null) return null
  const found = await client.query(`select version from ${QUEUE_SCHEMA}.version`)
  return Number(found.rows[0].version)
}

// Index builds that may not run in a transaction follow the script's commit, one statement each.
async function upgrade(client: pg.Client, from: number): Promise<void> {
  const script = getMigrationPlans(QUEUE_SCHEMA, from)
  const end = script.lastIndexOf('COMMIT;') + 'COMMIT;'.length
  await client.query(script.slice(0, end))
  for (const statement of script.slice(end).split(/;\s*\n|;\s*$/)) {
    if (statement.trim() !== '') await client.query(statement)
  }
}

async function grantQueue(client: pg.Client): Promise<void> {
  await client.query(`
    grant usage on schema ${QUEUE_SCHEMA} to ${APP_ROLE};
    grant select, insert, update, delete on all tables in schema ${QUEUE_SCHEMA} to ${APP_ROLE};
    grant usage, select on all sequences in schema ${QUEUE_SCHEMA} to ${APP_ROLE};
    grant execute on all functions in schema ${QUEUE_SCHEMA} to ${APP_ROLE}`)
}

async function createMissingQueues(client: pg.Client): Promise<string[]> {
  const found = await client.query<{ name: string }>(`select name from ${QUEUE_SCHEMA}.queue`)
  const present = new Set(found.rows.map((row) => row.name))
  const wanted = Object.entries({ [DEAD_LETTER_QUEUE]: { policy: 'standard' }, ...QUEUES })
  const missing = wanted.filter(([name]) => !present.has(name))
  for (const [name, settings] of missing) {
    await client.query(`select ${QUEUE_SCHEMA}.create_queue($1, $2::jsonb)`, [
      name,
      JSON.stringify(settings),
    ])
  }
  return missing.map(([name]) => `queue ${name}`)
}
