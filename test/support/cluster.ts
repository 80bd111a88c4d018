import { randomBytes } from 'node:crypto'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import {
  type DatabaseUrls,
  urlOfDatabase,
  urlsOfDatabase,
} from '#src/store/embedded/database-urls.ts'
import { createDatabase } from '#src/store/embedded/provision.ts'
import { startEmbedded } from '#src/store/embedded/start-embedded.ts'
import { onInterrupt } from './interrupt.ts'

type TestDatabase = { urls: DatabaseUrls; drop(): Promise<void> }

export type TestCluster = {
  /** A database of its own name, copied from the template; without one it is empty. */
  createDatabase(template?: string): Promise<TestDatabase>
  /** The name of the database that `migrate` has filled, once for all files of the run. */
  migratedTemplate(migrate: (ownerUrl: string) => Promise<void>): Promise<string>
}

/** How `npm test` hands the cluster of the run to each test file. */
export const CLUSTER_VARIABLE = 'KEYTURN_TEST_CLUSTER'

const TEMPLATE = 'keyturn_template'

let own: Promise<DatabaseUrls> | undefined

/** The cluster of the whole run, or one for this file alone when the file is run by itself. */
export async function testCluster(): Promise<TestCluster> {
  const given = process.env[CLUSTER_VARIABLE]
  own ??= given === undefined ? startOwnCluster() : Promise.resolve(JSON.parse(given))
  const urls = await own
  return {
    createDatabase: (template) => makeDatabase(urls, template),
    migratedTemplate: (migrate) => makeTemplate(urls, migrate),
  }
}

/** A throw-away server in a temporary directory; nothing of it is left after `remove`. */
export async function startTestServer(): Promise<{
  urls: DatabaseUrls
  remove(): Promise<void>
}> {
  const home = await mkdtemp(join(tmpdir(), 'keyturn-test-'))
  // When root runs the tests, the server is another user, who has to pass through.
  await chmod(home, 0o711)
  const server = await startEmbedded({ home, durability: 'fast' })
  const remove = async () => {
    await server.discard()
    await rm(home, { recursive: true, force: true })
  }
  return { urls: server.urls, remove }
}

// Not a test hook: a hook would belong to whichever test happened to ask for the cluster first.
async function startOwnCluster(): Promise<DatabaseUrls> {
  const server = await startTestServer()
  process.once('beforeExit', server.remove)
  onInterrupt(server.remove)
  return server.urls
}

async function makeDatabase(urls: DatabaseUrls, template?: string): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`
  await administer(urls, (client) =>
    createDatabase(client, { name, ...(template !== undefined && { template }) }),
  )
  const drop = () =>
    administer(urls, async (client) => {
      await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
    })
  return { urls: urlsOfDatabase(urls, name), drop }
}

// Filled under another name, so that a migration that fails leaves no template behind.
function makeTemplate(
  urls: DatabaseUrls,
  migrate: (ownerUrl: string) => Promise<void>,
): Promise<string> {
  return administer(urls, async (client) => {
    await client.query('SELECT pg_advisory_lock(hashtext($1))', [TEMPLATE])
    const found = await client.query('SELECT FROM pg_database WHERE datname = $1', [TEMPLATE])
    if (found.rowCount !== 0) return TEMPLATE
    const unfinished = `${TEMPLATE}_unfinished`
    await client.query(`DROP DATABASE IF EXISTS ${unfinished} WITH (FORCE)`)
    await createDatabase(client, { name: unfinished })
    await migrate(urlOfDatabase(urls.owner, unfinished))
    await client.query(`ALTER DATABASE ${unfinished} WITH ALLOW_CONNECTIONS false`)
    await client.query(
      'SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = $1',
      [unfinished],
    )
    await client.query(`ALTER DATABASE ${unfinished} RENAME TO ${TEMPLATE}`)
    return TEMPLATE
  })
}

async function administer<T>(
  urls: DatabaseUrls,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionString: urlOfDatabase(urls.superuser, 'postgres') })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
