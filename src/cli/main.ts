// The command line. Exit codes: 0 done, 1 done in part or something is wrong with the book, 2 the
// command could not run.

import { Command, CommanderError } from 'commander'
import { ConfigError } from '../config.ts'
import { registerAccuracy } from './accuracy.ts'
import { registerCalc } from './calc.ts'

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
  // These touch no book: they start without loading what the others need.
  if (argv[0] !== 'calc' && argv[0] !== 'accuracy')
    (await import('./book-commands.ts')).registerBookCommands(program)
  registerCalc(program, () => import('./calc/run-calc.ts'))
  registerAccuracy(program, () => import('./accuracy/run-accuracy.ts'))
  try {
    await program.parseAsync([...argv], { from: 'user' })
  } catch (error) {
    process.exitCode = explain(error)
  }
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
