// `keyturn close`: closes business days; in a demo it makes them pass.
import { type Command, InvalidArgumentError } from 'commander'
import { addDays, addMonths, type CivilDate, dateInZone, parseDate } from '#src/domain/calendar.ts'
import { businessDay } from '#src/servicing/business-day.ts'
import type { ClosedDay } from '#src/servicing/closing/close-day.ts'
import { closeThrough } from '#src/servicing/closing/close-through.ts'
import { connectBank } from '../../outside.ts'
import { cardsOf, type OpenedBook, openBook } from '../open-book.ts'
import { BOOK_SETTINGS, settingsHelp } from '../settings-help.ts'
import { dayLine } from './day-line.ts'

type Options = { readonly through?: CivilDate; readonly quiet?: true }

export function registerClose(program: Command): void {
  program
    .command('close')
    .description('close business days one after another; in a demo, make them pass')
    .option('--through <date>', 'the last day to close, such as 2027-01-31', day)
    .option('--quiet', 'print nothing but what is wrong')
    .addHelpText('after', `${HELP}${settingsHelp(BOOK_SETTINGS)}\n\n${EXIT_CODES}`)
    .action(async (options: Options) => {
      const book = await openBook()
      try {
        await close(book, options)
      } finally {
        await book.close()
      }
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

async function close(book: OpenedBook, options: Options): Promise<void> {
  const bank = connectBank(book.config, book.home)
  const ctx = { ...book.context('close'), bank, card: cardsOf(book) }
  const from = await businessDay(book.db)
  const over = addDays(dateInZone(ctx.clock.now(), ctx.lender.timeZone), -1)
  const through = options.through ?? over
  if (options.through) assertMayClose({ from, through, over, mode: book.config.mode })
  const tell = (closed: ClosedDay) => {
    if (!options.quiet) process.stdout.write(`${dayLine(closed)}\n`)
    for (const reason of closed.failed) {
      process.exitCode = 1
      process.stderr.write(`${closed.businessDate}: ${reason}\n`)
    }
  }
  const { mover } = book
  const opened = await closeThrough(ctx, { through, mover, tell })
  if (!options.quiet) process.stdout.write(`the business date is ${opened}\n`)
}

const MOST_YEARS = 10

function assertMayClose(asked: {
  from: CivilDate
  through: CivilDate
  over: CivilDate
  mode: 'demo' | 'production'
}): void {
  const { from, through, over } = asked
  if (through < from)
    throw new Error(
      `${through} is closed already: the business date is ${from}, and never goes back`,
    )
  if (asked.mode === 'production' && through > over)
    throw new Error(
      `${through} is not over: production closes a day once the calendar has passed it`,
    )
  if (through > addMonths(from, 12 * MOST_YEARS))
    throw new Error(`${through} is more than ${MOST_YEARS} years after the business date, ${from}`)
}

function day(text: string): CivilDate {
  const parsed = parseDate(text)
  if (parsed === null) throw new InvalidArgumentError('It must be a date such as 2027-01-31.')
  return parsed
}
