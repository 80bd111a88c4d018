// The commands that open the book: they load database, portal, desk and verbs.
import { randomUUID } from 'node:crypto'
import type { Command } from 'commander'
import { readConfig } from '../config.ts'
import { migrateDatabase } from '../main.ts'
import { registerBoard } from './board.ts'
import { registerMigrate } from './migrate.ts'
import { openBook } from './open-book.ts'
import { registerStart } from './start.ts'
import { registerVerifyLedger } from './verify-ledger.ts'

export function registerBookCommands(program: Command): void {
  registerStart(program)
  registerMigrate(program, () => migrateDatabase(readConfig(process.env)))
  registerBoard(program, openToBoard)
  registerVerifyLedger(program)
}

async function openToBoard() {
  const keyturn = await openBook()
  return { ctx: keyturn.context(randomUUID()), close: keyturn.close }
}
