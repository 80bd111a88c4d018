// The command line. Exit codes: 0 done, 1 done in part or something is wrong with the book, 2 the
// command could not run.

import { randomUUID } from 'node:crypto'
import { Command, CommanderError } from 'commander'
import { ConfigError, readConfig } from '../config.ts'
import { migrateDatabase, openKeyturn } from '../main.ts'
import { registerBoard } from './board.ts'
import { registerMigrate } from './migrate.ts'
import { registerStart } from './start.ts'
import { registerVerifyLedger } from './verify-ledger.ts'

const SETTINGS = `
Settings (environment):
  PORT, DESK_PORT        ports of the customer portal and of the staff desk (3000, 3001)
  KEYTURN_HOME           where the demo keeps its database, keys and files
  DATABASE_URL           a PostgreSQL server of your own (15 to 18) instead of the embedded one
  MIGRATE_DATABASE_URL   the same database as its owner, for migrations
  KEYTURN_LENDER_FILE    the lender's name, numbers and rules
  docs/operating/SETTINGS.md lists them all.

Exit codes: 0 done · 1 done in part, or something is wrong with the book
            2 the command could not run`

export async function main(argv: readonly string[]): Promise<void> {
  const program = new Command('keyturn')
    .description('The account portal, servicing ledger and staff desk of a car-finance company')
    .addHelpText('after', SETTINGS)
    .showHelpAfterError('(keyturn --help lists the commands)')
    .exitOverride()
  registerStart(program)
  registerMigrate(program, () => migrateDatabase(readConfig(process.env)))
  registerBoard(program, openBook)
  registerVerifyLedger(program)
  try {
    await program.parseAsync([...argv], { from: 'user' })
  } catch (error) {
    process.exitCode = explain(error)
  }
}

async function openBook() {
  const keyturn = await openKeyturn(readConfig(process.env))
  return { ctx: keyturn.context(randomUUID()), close: keyturn.close }
}

/** Says on standard error what went wrong, without a stack trace unless KEYTURN_DEBUG is set. */
function explain(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
  const isExpected = error instanceof ConfigError
  const message = error instanceof Error ? error.message : String(error)
  process.stderr.write(`keyturn: ${isExpected ? 'settings: ' : ''}${message}\n`)
  if (process.env.KEYTURN_DEBUG && error instanceof Error) process.stderr.write(`${error.stack}\n`)
  return 2
}

await main(process.argv.slice(2))
