// The server that everything is measured on: the embedded one with fsync on, in a temporary home of
// its own.
import { randomBytes } from 'node:crypto'
import { chmod, mkdir, mkdtemp, rm, statfs } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { readConfig } from '#src/config.ts'
import { newId, systemClock } from '#src/main.ts'
import { upgradeDatabase } from '#src/servicing/upgrade/upgrade-database.ts'
import {
  type DatabaseUrls,
  urlOfDatabase,
  urlsOfDatabase,
} from '#src/store/embedded/database-urls.ts'
import { createDatabase } from '#src/store/embedded/provision.ts'
import { startEmbedded } from '#src/store/embedded/start-embedded.ts'

/** What a job's process has to know of the server. */
export type ServerAddress = {
  readonly urls: DatabaseUrls
  /** A migrated database with nothing in it, to be copied. */
  readonly template: string
  /** Where the server may write and read files of rows. */
  readonly files: string
}

export type BenchServer = ServerAddress & {
  readonly major: number
  readonly remove: () => Promise<void>
}

export async function startBenchServer(): Promise<BenchServer> {
  const home = await temporaryHome()
  const server = await startEmbedded({ home, durability: 'durable' })
  const remove = async () => {
    await server.discard()
    await rm(home, { recursive: true, force: true })
  }
  try {
    const template = 'bench_empty'
    await administer(server.urls, (client) => createDatabase(client, { name: template }))
    const owner = urlOfDatabase(server.urls.owner, template)
    await upgradeDatabase(owner, { clock: systemClock, newId, lender: readConfig({}).lender })
    const files = join(home, 'rows')
    await mkdir(files)
    // Run by root, the server is another user.
    await chmod(files, 0o777)
    return { urls: server.urls, template, files, major: server.major, remove }
  } catch (error) {
    await remove()
    throw error
  }
}

/** A directory that the server's user can pass through, whoever runs the bench. */
export async function temporaryHome(): Promise<string> {
  const home = await mkdtemp(join(tmpdir(), 'keyturn-bench-'))
  await chmod(home, 0o711)
  return home
}

const TMPFS = 0x01021994

/**
 * Whether fsync reaches a disk there: in a file system in memory it costs nothing, and no figure
 * means anything.
 */
export async function isOnDisk(path: string): Promise<boolean> {
  return (await statfs(path)).type !== TMPFS
}

export type BenchDatabase = {
  readonly name: string
  readonly urls: DatabaseUrls
  readonly drop: () => Promise<void>
}

/** A copy of another database of the server, which nobody may be connected to. */
export async function copyDatabase(server: ServerAddress, of: string): Promise<BenchDatabase> {
  const name = `bench_${randomBytes(6).toString('hex')}`
  await administer(server.urls, (client) => createDatabase(client, { name, template: of }))
  const drop = () =>
    administer(server.urls, async (client) => {
      await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
    })
  return { name, urls: urlsOfDatabase(server.urls, name), drop }
}

/**
 * Writes everything out now, so that no checkpoint of earlier work falls into what is timed next.
 */
export async function settle(server: ServerAddress): Promise<void> {
  await administer(server.urls, async (client) => {
    await client.query('CHECKPOINT')
  })
}

/** Runs statements as the superuser of one database, each by itself. */
export async function asSuperuser<T>(
  urls: DatabaseUrls,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionString: urls.superuser })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

function administer<T>(urls: DatabaseUrls, work: (client: pg.Client) => Promise<T>): Promise<T> {
  return asSuperuser(urlsOfDatabase(urls, 'postgres'), work)
}
