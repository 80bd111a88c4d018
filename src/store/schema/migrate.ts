// Brings a database to the schema of this release, as its owner: plain SQL files in order, each
// in its own transaction.
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { ensureAppRole } from './app-role.ts'
import { distributeTables } from './citus.ts'
import { MigrationError } from './migration-error.ts'
import { migrateQueue } from './queue-schema.ts'

/** Names of what was applied now; empty when the database was up to date. */
export type MigrationReport = { readonly applied: readonly string[] }

export const MIGRATIONS_FOLDER = join(
  dirname(fileURLToPath(import.meta.url)),
  '../../../migrations',
)

// unique_violation, duplicate_table, duplicate_object: which one, depends on how far the other was.
const MADE_MEANWHILE = ['23505', '42P07', '42710']

type MigrationFile = { readonly name: string; readonly text: string; readonly digest: string }

/** Runs as the owner of the database. Safe to run again, and by two processes at once. */
export async function migrate(
  ownerUrl: string,
  settings: { readonly folder: string } = { folder: MIGRATIONS_FOLDER },
): Promise<MigrationReport> {
  const files = await migrationFiles(settings.folder)
  const clients = [newClient(ownerUrl), newClient(ownerUrl)] as const
  const [guard, worker] = clients
  try {
    await Promise.all(clients.map(open))
    await createMigrationTable(worker)
    await guard.query('begin')
    // Conflicts with itself and not with the inserts below: one process migrates, the others wait
    // here.
    await guard.query('lock table migration in share update exclusive mode')
    const applied = await applyAll(worker, files)
    await guard.query('commit')
    return { applied }
  } finally {
    await Promise.all(clients.map((client) => client.end()))
  }
}

function newClient(url: string): pg.Client {
  return new pg.Client({ connectionString: url, application_name: 'keyturn migrate' })
}

async function open(client: pg.Client): Promise<void> {
  try {
    await client.connect()
  } catch (error) {
    const reason = error instanceof Error ? error.message || error.name : String(error)
    throw new MigrationError(`The database cannot be opened: ${reason}`, { cause: error })
  }
}

async function migrationFiles(folder: string): Promise<MigrationFile[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(join(folder, name), 'utf8')
      // Line ends may be rewritten by a checkout; they are no change.
      const digest = createHash('sha256').update(text.replaceAll('\r\n', '\n')).digest('hex')
      return { name, text, digest }
    }),
  )
}

async function createMigrationTable(client: pg.Client): Promise<void> {
  const present = await client.query("select to_regclass('public.migration') is not null as is")
  if (present.rows[0].is) return
  try {
    await client.query(`create table public.migration (
      name text primary key, digest text not null, applied_at timestamptz not null default now());
      comment on table public.migration is 'local'`)
  } catch (error) {
    // Two processes on an empty database: the other one made it.
    if (!(error instanceof pg.DatabaseError) || !MADE_MEANWHILE.includes(error.code ?? '')) {
      throw error
    }
  }
}

async function applyAll(client: pg.Client, files: readonly MigrationFile[]): Promise<string[]> {
  const landed = await client.query<{ name: string; digest: string }>(
    'select name, digest from migration',
  )
  const digests = new Map(landed.rows.map((row) => [row.name, row.digest]))
  refuseEdited(files, digests)
  await ensureAppRole(client)
  const applied: string[] = []
  for (const file of files) {
    if (digests.has(file.name)) continue
    await apply(client, file)
    applied.push(file.name)
  }
  applied.push(...(await distributeTables(client)), ...(await migrateQueue(client)))
  return applied
}

function refuseEdited(files: readonly MigrationFile[], digests: ReadonlyMap<string, string>): void {
  const byName = new Map(files.map((file) => [file.name, file]))
  for (const [name, digest] of digests) {
    const file = byName.get(name)
    if (!file) {
      throw new MigrationError(
        `This database has ${name}, which this release does not know: ` +
          'it was migrated by a newer release.',
      )
    }
    if (file.digest !== digest) {
      throw new MigrationError(
        `${name} was changed after it had been applied to this database. ` +
          'Restore the file, and put the change into a new migration.',
      )
    }
  }
}

async function apply(client: pg.Client, file: MigrationFile): Promise<void> {
  try {
    await client.query('begin')
    await client.query(file.text)
    await client.query('insert into migration (name, digest) values ($1, $2)', [
      file.name,
      file.digest,
    ])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new MigrationError(`${file.name}: ${error instanceof Error ? error.message : error}`, {
      cause: error,
    })
  }
}
