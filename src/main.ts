// Wires configuration, database, keys and queue into an open book. Nothing here decides anything.
import { randomUUIDv7 } from 'node:crypto'
import type { Config } from './config.ts'
import { ConfigError } from './config.ts'
import type { Clock, NewId } from './domain/clock.ts'
import { type Log, openLog } from './log.ts'
import { assertMayOpen } from './may-open.ts'
import { homeOf, keysFileOf } from './places.ts'
import { openFirstBusinessDay } from './servicing/business-day.ts'
import type { ServicingContext } from './servicing/context.ts'
import { completeProofs } from './servicing/upgrade/complete-proofs.ts'
import { RulesChanged } from './servicing/upgrade/record-rules.ts'
import { upgradeDatabase } from './servicing/upgrade/upgrade-database.ts'
import { connect, type Db } from './store/database.ts'
import { startEmbedded } from './store/embedded/start-embedded.ts'
import { type JobQueue, openQueue } from './store/queue/queue.ts'
import { APP_ROLE } from './store/schema/app-role.ts'
import { vaultOfFile } from './vault/key-file.ts'
import type { Vault } from './vault/vault.ts'

export const systemClock: Clock = { now: () => new Date().toISOString() }
export const newId: NewId = () => randomUUIDv7()

type Addresses = {
  readonly owner: string
  readonly app: string
  /** The role to take on where the login is another one. */
  readonly role: string | null
  readonly home: string
  readonly stop: () => Promise<void>
}

/** The database of the settings, or the clone's own server, started or joined. */
async function findDatabase(config: Config, log: (line: string) => void): Promise<Addresses> {
  const home = homeOf(config)
  if (config.databaseUrl !== null) {
    const app = config.databaseUrl
    const owner = config.migrateDatabaseUrl ?? app
    const isAppRole = new URL(app).username === APP_ROLE
    return { owner, app, role: isAppRole ? null : APP_ROLE, home, stop: async () => undefined }
  }
  const server = await startEmbedded({ ...(config.home !== null && { home: config.home }), log })
  const { owner, app } = server.urls
  return { owner, app, role: null, home: server.home, stop: () => server.stop() }
}

/** Migrates as the owner; answers with what was applied. */
export async function migrateDatabase(config: Config): Promise<readonly string[]> {
  const database = await findDatabase(config, () => undefined)
  try {
    return await upgraded(database.owner, config)
  } finally {
    await database.stop()
  }
}

async function upgraded(owner: string, { lender }: Config): Promise<readonly string[]> {
  try {
    return await upgradeDatabase(owner, { clock: systemClock, newId, lender })
  } catch (error) {
    if (error instanceof RulesChanged) throw new ConfigError(error.message)
    throw error
  }
}

export type Keyturn = {
  readonly config: Config
  readonly db: Db
  readonly vault: Vault
  readonly queue: JobQueue
  readonly log: Log
  readonly databaseUrl: string
  readonly role: string | null
  /** Where a demo keeps its files. */
  readonly home: string
  /** By which money is dated: wall time, unless a demo moved it on (decision 0020). */
  readonly moneyClock: Clock
  readonly context: (requestId: string) => ServicingContext
  readonly close: () => Promise<void>
}

export type Opening = {
  readonly tell?: (line: string) => void
  /** The movable clock of a demo's home; production never asks for it. */
  readonly demoClock?: (home: string) => Clock
}

/**
 * Opens the migrated book as the application's role; refuses a role that could rewrite history, and
 * in production a server that could lose what it has committed.
 */
export async function openKeyturn(config: Config, by: Opening = {}): Promise<Keyturn> {
  const log = openLog()
  const database = await findDatabase(config, by.tell ?? (() => undefined))
  await upgraded(database.owner, config)
  const { app: url, role, home } = database
  const db = connect({
    url,
    max: 16,
    applicationName: 'keyturn',
    ...(role === null ? {} : { role }),
  })
  await assertMayOpen(db, config, systemClock).catch(async (error: unknown) => {
    await db.destroy()
    await database.stop()
    throw error
  })
  const vault = vaultOfFile(await keysFileOf(config))
  await completeProofs({ db, vault })
  const queue = await openQueue(db)
  const { lender } = config
  const moneyClock = (config.mode === 'demo' && by.demoClock?.(home)) || systemClock
  const context = (requestId: string): ServicingContext => {
    return { db, vault, queue, clock: moneyClock, newId, lender, requestId }
  }
  await openFirstBusinessDay(context('start'))
  const close = async () => {
    await queue.close()
    await db.destroy()
    await database.stop()
  }
  const opened = { config, db, vault, queue, log, databaseUrl: url, role, home }
  return { ...opened, moneyClock, context, close }
}
