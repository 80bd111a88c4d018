import type { BoardingBasis } from '#src/formats/boarding/boarding-item.ts'
import { openFirstBusinessDay } from '../business-day.ts'
import type { ServicingContext } from '../context.ts'
import { contractRules } from '../lender-rules.ts'

/** What the records of a file are judged by, today. */
export async function boardingBasis(ctx: ServicingContext): Promise<BoardingBasis> {
  const today = await openFirstBusinessDay(ctx)
  const { identityNumbers } = ctx.lender.registration
  return { today, identityNumbers, rules: contractRules(ctx.lender) }
}
