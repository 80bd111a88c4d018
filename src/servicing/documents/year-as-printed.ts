import { yearOfLoan } from '#src/domain/account/statement/year-of-loan.ts'
import type {
  VehicleInterestFigures,
  YearInterestFigures,
} from '#src/formats/documents/asked-figures.ts'
import { canonicalJson } from '#src/store/canonical.ts'
import type { ServicingContext } from '../context.ts'
import { loadLoan } from '../load-account.ts'

/** Whether a year is still what a paper of it says: money can be corrected years later. */
export async function isYearAsPrinted(
  ctx: Pick<ServicingContext, 'db'>,
  accountId: string,
  facts: YearInterestFigures | VehicleInterestFigures,
): Promise<boolean> {
  const { ledger, events } = await loadLoan(ctx.db, accountId)
  const now = yearOfLoan(ledger, events, facts.year)
  if (now === null) return false
  if (facts.kind === 'vehicleInterest')
    return now.total.interest === facts.interest && now.opening === facts.opening
  const { year, since, isWhole, opening, otherChanges, closing, months, total } = facts
  const printed = { year, since, isWhole, opening, otherChanges, closing, months, total }
  return canonicalJson(now) === canonicalJson(printed)
}
