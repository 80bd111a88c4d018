// The close of days on the command line: one line a day, and what is left to try again.
import { addDays, addMonths, type CivilDate, dateInZone } from '#src/domain/calendar.ts'
import { businessDay } from '#src/servicing/business-day.ts'
import type { ClosedDay } from '#src/servicing/closing/close-day.ts'
import { closeThrough } from '#src/servicing/closing/close-through.ts'
import { connectBank } from '../../outside.ts'
import { cardsOf, type OpenedBook, openBook } from '../open-book.ts'
import type { CloseOptions } from './close.ts'
import { dayLine } from './day-line.ts'

export async function closeDays(options: CloseOptions): Promise<void> {
  const book = await openBook()
  try {
    await close(book, options)
  } finally {
    await book.close()
  }
}

async function close(book: OpenedBook, options: CloseOptions): Promise<void> {
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
