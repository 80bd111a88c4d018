// What a job is given: the server, databases on it, and the product's own context to work in them.
import { join } from 'node:path'
import { readConfig } from '#src/config.ts'
import { bankFolder } from '#src/gateways/bank-folder.ts'
import { newId, systemClock } from '#src/main.ts'
import type { BankContext } from '#src/servicing/ach/bank-context.ts'
import { openFirstBusinessDay } from '#src/servicing/business-day.ts'
import { connect } from '#src/store/database.ts'
import { openQueue } from '#src/store/queue/queue.ts'
import { generateKeys, parseKeys } from '#src/vault/keys.ts'
import { createVault } from '#src/vault/vault.ts'
import {
  asSuperuser,
  type BenchDatabase,
  copyDatabase,
  type ServerAddress,
  settle,
} from './bench-server.ts'

export type Scale = 'full' | 'quick'

export type World = { readonly server: ServerAddress; readonly scale: Scale }

/** Connections of the application and of every limit. */
export const CONNECTIONS = 16

/** A database opened as the application opens it. */
export type Book = {
  readonly database: BenchDatabase
  readonly ctx: BankContext
  /** Ends the connections; the database stays. */
  readonly close: () => Promise<void>
  /** Ends the connections and removes the database. */
  readonly drop: () => Promise<void>
}

// One set of keys for all databases of a job: rows that were sealed in one are read in its copies.
const vault = createVault(parseKeys(generateKeys()))

/** Opens a copy of `template`; left out, an empty migrated database. */
export async function openBook(world: World, template?: string): Promise<Book> {
  const database = await copyDatabase(world.server, template ?? world.server.template)
  const db = connect({
    url: database.urls.app,
    max: CONNECTIONS,
    applicationName: 'keyturn bench',
  })
  const queue = await openQueue(db)
  const { lender } = readConfig({})
  const bank = bankFolder(join(world.server.files, `bank-${newId()}`))
  const ctx = { db, vault, queue, clock: systemClock, newId, lender, requestId: 'bench', bank }
  await openFirstBusinessDay(ctx)
  const close = async () => {
    await queue.close()
    await db.destroy()
  }
  const drop = async () => {
    await close()
    await database.drop()
  }
  return { database, ctx, close, drop }
}

/** Fills a database once and closes it, so that each timed pass starts from a copy of the same. */
export async function prepareTemplate<T>(
  world: World,
  fill: (book: Book) => Promise<T>,
): Promise<{ template: string; filled: T }> {
  const book = await openBook(world)
  try {
    const filled = await fill(book)
    await book.close()
    await asSuperuser(book.database.urls, (client) => client.query('VACUUM (ANALYZE)'))
    return { template: book.database.name, filled }
  } catch (error) {
    await book.drop()
    throw error
  }
}

/** Works in a fresh copy of a database and removes it. */
export async function inCopy<T>(
  world: World,
  template: string,
  work: (book: Book) => Promise<T>,
): Promise<T> {
  const book = await openBook(world, template)
  try {
    await settle(world.server)
    return await work(book)
  } finally {
    await book.drop()
  }
}
