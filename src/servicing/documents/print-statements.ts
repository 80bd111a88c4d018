import { addDays } from '#src/domain/calendar.ts'
import { type StatementDay, statementsDue } from '#src/store/documents/statement-days.ts'
import { businessDay } from '../business-day.ts'
import type { PaperContext } from './paper-context.ts'
import { printEach } from './print-each.ts'
import { printStatement } from './print-statement.ts'

/**
 * Prints the statements of every day that is closed, each once, whoever else does so at the same
 * time. Answers how many were printed.
 */
export async function printStatements(ctx: PaperContext): Promise<number> {
  const through = addDays(await businessDay(ctx.db), -1)
  return printEach<StatementDay>(
    (page) => statementsDue(ctx.db, { ...page, through }),
    ({ accountId }) => printStatement(ctx, { accountId, through }),
  )
}
