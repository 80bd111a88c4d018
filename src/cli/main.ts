// The command line. Exit codes: 0 done, 1 done in part or something is wrong with the book, 2 the
// command could not run.

import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { Command, CommanderError } from 'commander'
import { ConfigError } from '../config.ts'
import { registerAccuracy } from './accuracy.ts'
import { registerCalc } from './calc.ts'
import { MOST_SETTINGS, settingsHelp } from './settings-help.ts'

const HELP = `${settingsHelp(MOST_SETTINGS)}

Exit codes: 0 done · 1 done in part, or something is wrong with the book
            2 the command could not run`

export async function main(argv: readonly string[]): Promise<void> {
  const program = new Command('keyturn')
    .description('The account portal, servicing ledger and staff desk of a car-finance company')
    .version(versionOf(), '--version', 'print the version')
    .addHelpText('after', HELP)
    .showHelpAfterError('(keyturn --help lists the commands)')
    .exitOverride()
  // These touch no book: they start without loading what the others need.
  if (argv[0] !== 'calc' && argv[0] !== 'accuracy') {
    ;(await import('./book/book-commands.ts')).registerBookCommands(program)
    ;(await import('./upkeep/upkeep-commands.ts')).registerUpkeepCommands(program)
  }
  registerCalc(program, () => import('./calc/run-calc.ts'))
  registerAccuracy(program, () => import('./accuracy/run-accuracy.ts'))
  try {
    await program.parseAsync(known(program, argv), { from: 'user' })
  } catch (error) {
    process.exitCode = explain(error)
  }
}

function versionOf(): string {
  const file = resolve(import.meta.dirname, '../../package.json')
  const { version }: { version: string } = JSON.parse(readFileSync(file, 'utf8'))
  return version
}

/** `help NAME` of no command is answered as NAME is: the library would print the help of them all. */
function known(program: Command, argv: readonly string[]): string[] {
  const [first, name = ''] = argv
  if (first !== 'help' || name === '' || name.startsWith('-')) return [...argv]
  if (name === 'help') return ['help']
  return program.commands.some((each) => each.name() === name) ? [...argv] : [name]
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
