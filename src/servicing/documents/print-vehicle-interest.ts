import { partsOf } from '#src/domain/calendar.ts'
import { loansToLookAt } from '#src/store/documents/interest-years.ts'
import { businessDay } from '../business-day.ts'
import type { PaperContext } from './paper-context.ts'
import { printEach } from './print-each.ts'
import { printLoanInterest } from './print-loan-interest.ts'

// By January 31 (26 USC 6050AA(c)); what was missed then is made good in the two months after.
const LAST_MONTH = 3

/**
 * Prints the vehicle loan interest of the year that is over for each loan of which the law asks for
 * it, once, and tells everybody who owes. Answers how many were printed.
 */
export async function printVehicleInterest(ctx: PaperContext): Promise<number> {
  const writtenOn = await businessDay(ctx.db)
  const today = partsOf(writtenOn)
  if (today.month > LAST_MONTH) return 0
  const year = today.year - 1
  return printEach<{ readonly accountId: string }>(
    ({ after, limit }) => loansToLookAt(ctx.db, { year, after: after?.accountId ?? null, limit }),
    ({ accountId }) => printLoanInterest(ctx, { accountId, year, writtenOn }),
  )
}
