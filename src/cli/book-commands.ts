// The commands that open the book: they load database, portal, desk and verbs.
import { randomUUID } from 'node:crypto'
import type { Command } from 'commander'
import { readConfig } from '../config.ts'
import { migrateDatabase, openKeyturn } from '../main.ts'
import { registerBoard } from './board.ts'
import { registerMigrate } from './migrate.ts'
import { registerStart } from './start.ts'
import { registerVerifyLedger } from './verify-ledger.ts'

export function registerBookCommands(program: Command): void {
  registerStart(program)
  registerMigrate(program, () => migrateDatabase(readConfig(process.env)))
  registerBoard(program, openBook)
  registerVerifyLedger(program)
}

async function openBook() {
  const keyturn = await openKeyturn(readConfig(process.env))
  return { ctx: keyturn.context(randomUUID()), close: keyturn.close }
}
