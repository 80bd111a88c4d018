import type { YearOfLoan } from '#src/domain/account/statement/year-of-loan.ts'
import { type CivilDate, date } from '#src/domain/calendar.ts'
import { vehicleInterestRule } from '#src/domain/regions/us-vehicle-interest.ts'
import type { VehicleInterestFigures } from '#src/formats/documents/asked-figures.ts'
import type { ServicingContext } from '../context.ts'

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
