// `keyturn close`: closes business days; in a demo it makes them pass.
import { type Command, InvalidArgumentError } from 'commander'
import { type CivilDate, parseDate } from '#src/domain/calendar.ts'
import { BOOK_SETTINGS, settingsHelp } from '../settings-help.ts'

export type CloseOptions = { readonly through?: CivilDate; readonly quiet?: true }

export function registerClose(program: Command): void {
  program
    .command('close')
    .description('close business days one after another; in a demo, make them pass')
    .option('--through <date>', 'the last day to close, such as 2027-01-31', day)
    .option('--quiet', 'print nothing but what is wrong')
    .addHelpText('after', `${HELP}${settingsHelp(BOOK_SETTINGS)}\n\n${EXIT_CODES}`)
    .action(async (options: CloseOptions) => {
      const { closeDays } = await import('./run-close.ts')
      await closeDays(options)
    })
}

const HELP = `
Without --through it closes every day that is over on the lender's calendar. A demo closes days that
are still ahead: the clock of its money moves on to each day's cutoff and its midnight, and running
processes follow. The clock of sign-in stays as it is. It never moves back. Production closes no day
before it is over.

  keyturn close --through 2027-01-31

One line a day says what happened. It is safe to stop it and to run it again: it goes on.
`

const EXIT_CODES = `Exit codes: 0 closed · 1 closed, and something of the bank is left to try again
            2 it could not: a day that is closed already or not over, a step that fails`

function day(text: string): CivilDate {
  const parsed = parseDate(text)
  if (parsed === null) throw new InvalidArgumentError('It must be a date such as 2027-01-31.')
  return parsed
}
