// The commands that open the book; what each needs is loaded when it runs.
import { randomUUID } from 'node:crypto'
import type { Command } from 'commander'
import { readConfig } from '../../config.ts'
import { registerStart } from '../start.ts'
import { registerBoard } from './board.ts'
import { registerMigrate } from './migrate.ts'
import { registerVerifyLedger } from './verify-ledger.ts'

export function registerBookCommands(program: Command): void {
  registerStart(program)
  registerMigrate(program, migrate)
  registerBoard(program, openToBoard)
  registerVerifyLedger(program)
}

async function migrate(): Promise<readonly string[]> {
  const { migrateDatabase } = await import('../../main.ts')
  return migrateDatabase(readConfig(process.env))
}

async function openToBoard() {
  const { openBook } = await import('../open-book.ts')
  const { openPaperGate } = await import('../../parts.ts')
  const keyturn = await openBook()
  const openPapers = () => openPaperGate(keyturn.config)
  return { ctx: keyturn.context(randomUUID()), openPapers, close: keyturn.close }
}
