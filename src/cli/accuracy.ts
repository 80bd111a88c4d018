// `keyturn accuracy DIR`: our arithmetic against what servicers reported, without database or network.
import type { Writable } from 'node:stream'
import { type Command, Option } from 'commander'

export type AccuracyRun = {
  readonly directory: string
  /** A file that states what each portfolio uses; null: found beside the data. */
  readonly conventions: string | null
  readonly form: 'table' | 'json'
  /** One line for each servicer, or for each of its trusts. */
  readonly by: 'servicer' | 'trust'
  readonly out: Writable
  readonly err: Writable
}

/** Loaded when it is asked for, so that the other commands do not wait for it. */
type LoadAccuracy = () => Promise<{
  readonly runAccuracy: (run: AccuracyRun) => Promise<0 | 1 | 2>
}>

type AccuracyOptions = { conventions?: string; json?: true; by: 'servicer' | 'trust' }

export function registerAccuracy(program: Command, load: LoadAccuracy): void {
  program
    .command('accuracy')
    .description('hold our arithmetic against loans and leases as their servicers filed them')
    .argument('<directory>', 'SEC Form ABS-EE exhibits EX-102 and extracts of them as CSV')
    .option(
      '--conventions <file>',
      'what each portfolio uses (default: DIRECTORY/conventions.json)',
    )
    .addOption(
      new Option('--by <group>', 'one line for each')
        .choices(['servicer', 'trust'])
        .default('servicer'),
    )
    .option('--json', 'print the outcome as JSON')
    .addHelpText('after', HELP)
    .action(async (directory: string, options: AccuracyOptions) => {
      const { runAccuracy } = await load()
      process.exitCode = await runAccuracy({
        directory,
        conventions: options.conventions ?? null,
        form: options.json ? 'json' : 'table',
        by: options.by,
        out: process.stdout,
        err: process.stderr,
      })
    })
}

const HELP = `
Every figure is computed by the same law that posts to an account. Files that are not known are
named and skipped; a damaged file is used as far as it goes.

  keyturn accuracy examples/filings

docs/ACCURACY.md tells what is checked, the shares reached, and the form of the conventions.

Exit codes: 0 everything that is demanded holds
            1 a demanded check fails, or a record could not be read
            2 no such directory, nothing in it is known, or the conventions cannot be used`
