// People and vehicles of one record. Identity numbers are never repeated in a finding.
import type {
  BoardingRecord,
  ObligorDetails,
  VehicleDetails,
} from '#src/domain/account/boarding.ts'
import { addMonths } from '#src/domain/calendar.ts'
import {
  IDENTITY_NUMBERS,
  type IdentityNumberProblem,
  type IdentityRegion,
} from '#src/domain/regions/identity-numbers.ts'
import { checkVin } from '#src/domain/regions/vin.ts'
import { type Finding, refuse, warn } from './finding.ts'

export function* checkObligors(record: BoardingRecord): Generator<Finding> {
  const [primary, co] = record.obligors
  for (const obligor of record.obligors) yield* checkObligor(obligor, record)
  if (primary && co && primary.identityNumber === co.identityNumber)
    yield refuse('co.identityNumber', 'Both people have the same identity number.')
  else if (primary && primary.identityNumber.slice(-4) === co?.identityNumber.slice(-4))
    yield warn(
      'co.identityNumber',
      'The same last four: who registers by VIN cannot be told apart.',
    )
}

/** By the region whose numbers the lender's contracts name. */
export function* checkIdentityNumbers(
  record: BoardingRecord,
  region: IdentityRegion,
): Generator<Finding> {
  for (const { role, identityNumber } of record.obligors) {
    const wrong = IDENTITY_NUMBERS[region].check(identityNumber)
    if (wrong) yield refuse(`${role}.identityNumber`, REASONS[region][wrong])
  }
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
  if (birthDate === null) return
  const { start } = record.contract
  if (birthDate >= start) yield refuse(`${role}.birthDate`, 'Born after the contract was signed.')
  else if (addMonths(birthDate, AGE_OF_MAJORITY_YEARS * 12) > start)
    yield warn(`${role}.birthDate`, 'Not of age when the contract was signed.')
}

const AGE_OF_MAJORITY_YEARS = 18

const CHECK_DIGIT = 'The check digit at its end does not fit this number.'

const REASONS: Readonly<Record<IdentityRegion, Readonly<Record<IdentityNumberProblem, string>>>> = {
  us: {
    wrongForm: 'An SSN or ITIN has nine digits.',
    neverIssued: 'No SSN or ITIN like this was ever issued.',
    checkDigitWrong: CHECK_DIGIT,
  },
  ca: {
    wrongForm: 'A Social Insurance Number has nine digits.',
    neverIssued: 'No Social Insurance Number begins like this.',
    checkDigitWrong: CHECK_DIGIT,
  },
  gb: {
    wrongForm: 'A National Insurance number has two letters, six digits and a letter A to D.',
    neverIssued: 'No National Insurance number like this was ever issued.',
    checkDigitWrong: CHECK_DIGIT,
  },
  de: {
    wrongForm: 'A tax identification number has eleven digits.',
    neverIssued: 'No tax identification number like this was ever issued.',
    checkDigitWrong: CHECK_DIGIT,
  },
}
