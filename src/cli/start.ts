// `keyturn start`, `web`, `desk`, `worker`: run all of it, or one part.
import type { Command } from 'commander'
import type { Part } from '../parts.ts'
import { BOOK_SETTINGS, type Setting, settingsHelp } from './settings-help.ts'

export function registerStart(program: Command): void {
  program
    .command('start')
    .description('run portal, desk and worker; a demo without settings plants its own book first')
    .option('--no-seeds', 'leave an empty book empty')
    .addHelpText('after', helpOn(['PORT', 'DESK_PORT']))
    .action((options: { seeds: boolean }) =>
      run(['web', 'desk', 'worker'], options.seeds ? 'seeded' : 'bare'),
    )
  program
    .command('web')
    .description('run the customer portal alone')
    .addHelpText('after', helpOn(['PORT']))
    .action(() => run(['web'], 'bare'))
  program
    .command('desk')
    .description('run the staff desk alone')
    .addHelpText('after', helpOn(['DESK_PORT']))
    .action(() => run(['desk'], 'bare'))
  program
    .command('worker')
    .description('run the jobs alone: messages, files to the bank, close of day')
    .addHelpText('after', helpOn([]))
    .action(() => run(['worker'], 'bare'))
}

function helpOn(ports: readonly Setting[]): string {
  const taken = ports.length > 0 ? 'a port that is taken, ' : ''
  return `${settingsHelp([...ports, ...BOOK_SETTINGS])}

It runs until SIGTERM or SIGINT, and lets requests and jobs finish.

Exit codes: 0 stopped as asked · 130 stopped at once, by a second signal
            2 it could not start: a wrong setting, ${taken}no database`
}

/** Loaded only to run: pages, gateways and jobs take their time. */
async function run(parts: readonly Part[], book: 'seeded' | 'bare'): Promise<void> {
  const { runParts } = await import('./run-parts.ts')
  await runParts(parts, book)
}
