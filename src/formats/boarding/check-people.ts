// People and vehicles of one record. Identity numbers are never repeated in a finding.
import type {
  BoardingRecord,
  ObligorDetails,
  VehicleDetails,
} from '#src/domain/account/boarding.ts'
import { addMonths } from '#src/domain/calendar.ts'
import { checkIdentityNumber } from '#src/domain/regions/us.ts'
import { checkVin } from '#src/domain/regions/vin.ts'
import { type Finding, refuse, warn } from './finding.ts'

export function* checkObligors(record: BoardingRecord): Generator<Finding> {
  const [primary, co] = record.obligors
  for (const obligor of record.obligors) yield* checkObligor(obligor, record)
  if (primary && co && primary.identityNumber === co.identityNumber)
    yield refuse('co.identityNumber', 'Both people have the same identity number.')
  else if (primary && primary.identityNumber.slice(-4) === co?.identityNumber.slice(-4))
    yield warn('co.identityNumber', 'The same last four digits: neither can register online.')
}

export function* checkVehicle(vehicle: VehicleDetails): Generator<Finding> {
  const wrong = vehicle.vin === null ? null : checkVin(vehicle.vin)
  switch (wrong) {
    case null:
      return
    case 'notSeventeenCharacters':
      return yield refuse('vehicle.vin', 'A VIN has 17 characters.')
    case 'characterNotAllowed':
      return yield refuse('vehicle.vin', 'A VIN has capitals without I, O and Q, and digits.')
    case 'checkDigitWrong':
      return yield warn('vehicle.vin', 'The check digit in position 9 does not fit this VIN.')
  }
}

function* checkObligor(obligor: ObligorDetails, record: BoardingRecord): Generator<Finding> {
  const { role, birthDate } = obligor
  const wrong = checkIdentityNumber(obligor.identityNumber)
  if (wrong === 'notNineDigits')
    yield refuse(`${role}.identityNumber`, 'An SSN or ITIN has nine digits.')
  else if (wrong)
    yield refuse(`${role}.identityNumber`, 'No SSN or ITIN like this was ever issued.')
  if (birthDate === null) return
  const { start } = record.contract
  if (birthDate >= start) yield refuse(`${role}.birthDate`, 'Born after the contract was signed.')
  else if (addMonths(birthDate, AGE_OF_MAJORITY_YEARS * 12) > start)
    yield warn(`${role}.birthDate`, 'Not of age when the contract was signed.')
}

const AGE_OF_MAJORITY_YEARS = 18
