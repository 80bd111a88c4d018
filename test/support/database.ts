// A migrated database for one test file, opened as the role the application runs as.
import { randomUUID } from 'node:crypto'
import { readConfig } from '#src/config.ts'
import { upgradeDatabase } from '#src/servicing/upgrade/upgrade-database.ts'
import { connect, type Db } from '#src/store/database.ts'
import { type JobQueue, openQueue } from '#src/store/queue/queue.ts'
import { generateKeys, parseKeys } from '#src/vault/keys.ts'
import { createVault, type Vault } from '#src/vault/vault.ts'
import { testCluster } from './cluster.ts'

export type MigratedDatabase = {
  /** As keyturn_app. */
  readonly db: Db
  readonly queue: JobQueue
  /** With keys of this file's own. */
  readonly vault: Vault
  /** The text of the key file that the vault is made from. */
  readonly keys: string
  readonly appUrl: string
  readonly ownerUrl: string
  readonly superuserUrl: string
  readonly close: () => Promise<void>
}

const clock = { now: () => '2026-01-01T00:00:00.000Z' }

/** Close it in `after`. */
export async function testDatabase(): Promise<MigratedDatabase> {
  const cluster = await testCluster()
  const template = await cluster.migratedTemplate(async (ownerUrl) => {
    await upgradeDatabase(ownerUrl, { clock, newId: newTestId, lender: readConfig({}).lender })
  })
  const { urls, drop } = await cluster.createDatabase(template)
  const db = connect({ url: urls.app, max: 10, applicationName: 'keyturn test' })
  const queue = await openQueue(db)
  const keys = generateKeys()
  return {
    db,
    queue,
    vault: createVault(parseKeys(keys)),
    keys,
    appUrl: urls.app,
    ownerUrl: urls.owner,
    superuserUrl: urls.superuser,
    close: async () => {
      await queue.close()
      await db.destroy()
      await drop()
    },
  }
}

let last = 0

/** A UUIDv7 whose time is a counter, so that ids order as they were made. */
export function newTestId(): string {
  last += 1
  const time = last.toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`
}
