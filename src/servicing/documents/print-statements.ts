import { addDays } from '#src/domain/calendar.ts'
import { type StatementDay, statementsDue } from '#src/store/documents/statement-days.ts'
import { businessDay } from '../business-day.ts'
import type { PaperContext } from './paper-context.ts'
import { printStatement } from './print-statement.ts'

const PAGE = 200
// While one is printed, the next ones are read.
const AT_ONCE = 4
/** With more than this the trouble is not with single accounts. */
const MOST_FAILED = 100

/**
 * Prints the statements of every day that is closed, each once, whoever else does so at the same
 * time. An account whose statement fails does not hold up the others; it is told at the end, and
 * tried again by the next run. Answers how many were printed.
 */
export async function printStatements(ctx: PaperContext): Promise<number> {
  const through = addDays(await businessDay(ctx.db), -1)
  const failed: unknown[] = []
  let printed = 0
  let page: StatementDay[] = []
  do {
    page = await statementsDue(ctx.db, { through, after: page.at(-1) ?? null, limit: PAGE })
    const waiting = page.values()
    const lanes = Array.from({ length: AT_ONCE }, async () => {
      for (const due of waiting) {
        if (failed.length > MOST_FAILED) return
        await printStatement(ctx, { accountId: due.accountId, through }).then(
          (count) => {
            printed += count
          },
          (error: unknown) => failed.push(new Error(`account ${due.accountId}: ${String(error)}`)),
        )
      }
    })
    await Promise.all(lanes)
  } while (page.length === PAGE && failed.length <= MOST_FAILED)
  if (failed.length > 0) throw new AggregateError(failed, failed.slice(0, 10).join('; '))
  return printed
}
