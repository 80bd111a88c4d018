import { type YearOfLoan, yearOfLoan } from '#src/domain/account/statement/year-of-loan.ts'
import { assert } from '#src/domain/assert.ts'
import { type CivilDate, date } from '#src/domain/calendar.ts'
import { vehicleInterestRule } from '#src/domain/regions/us-vehicle-interest.ts'
import type { VehicleInterestFigures } from '#src/formats/documents/asked-figures.ts'
import { readVehicles } from '#src/store/accounts/vehicles.ts'
import type { ServicingContext } from '../context.ts'
import type { LoadedAny } from '../load-account.ts'

/** What a lender in the United States must tell of a year; null where it is nothing. */
export function vehicleInterest(
  { lender }: Pick<ServicingContext, 'lender'>,
  { year, since, isWhole, opening, total }: YearOfLoan,
  { made, vin }: { readonly made: CivilDate; readonly vin: string | null },
): VehicleInterestFigures | null {
  if (lender.registration.identityNumbers !== 'us') return null
  const { interest } = total
  const rule = vehicleInterestRule({ year, made, interest })
  const on = date(`${year}-12-31`)
  const kind = 'vehicleInterest'
  return rule && { kind, on, year, since, isWhole, interest, opening, made, vin, rule }
}

/** The same of an account that is loaded; only loans are looked at. */
export async function vehicleInterestOf(
  ctx: ServicingContext,
  { account, events, ledger }: LoadedAny,
  year: number,
): Promise<VehicleInterestFigures | null> {
  assert(ledger.product === 'loan', 'only loans are looked at')
  const ofLoan = account.source === 'abs-ee' ? null : yearOfLoan(ledger, events, year)
  if (ofLoan === null) return null
  const { accountId } = account
  const vehicle = (await readVehicles(ctx.db, [accountId])).get(accountId)
  const made = ledger.contract.start
  return vehicleInterest(ctx, ofLoan, { made, vin: vehicle?.vin ?? null })
}
