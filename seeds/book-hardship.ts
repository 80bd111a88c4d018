// Loans that did not go as signed: one with an extension, one charged off and its vehicle sold.
import { addDays, addMonths, type CivilDate } from '#src/domain/calendar.ts'
import { cents } from '#src/domain/money.ts'
import { person, vehicle } from './person.ts'
import { contractOf, type Plot, payment } from './plot.ts'
import { type Story, story } from './story.ts'

export function whoFellBehind(today: CivilDate): Story[] {
  return [extended(today), chargedOff(today)]
}

/** Two months were granted a week before installment 15 was due; it was paid on its new date. */
function extended(today: CivilDate): Story {
  const mira: Plot = {
    number: '1048264524',
    terms: { principal: 2_178_000, ratePercent: 6.79, payments: 66 },
    nextDue: addMonths(addDays(today, 12), -2),
    past: 15,
    missed: [15],
  }
  const signedDue = addMonths(mira.nextDue, -1)
  const granted = {
    kind: 'extension',
    effectiveDate: addDays(signedDue, -7),
    months: 2,
    reason: 'Asked for after a loss of income',
  } as const
  const paid = payment(addMonths(signedDue, 2), contractOf(mira).payment)
  const who = {
    obligors: [person({ givenName: 'Mira', familyName: 'Solberg', number: 3 })],
    vehicle: vehicle(2023, 'Plover', '524791'),
  }
  return {
    ...story({ ...mira, extra: [granted, paid] }, who),
    about: 'an extension of two months was granted',
    usernames: ['mira.solberg'],
  }
}

/** Nothing was paid from installment 15 on. */
function chargedOff(today: CivilDate): Story {
  const wade: Plot = {
    number: '1048264532',
    terms: { principal: 1_648_000, ratePercent: 11.9, payments: 60 },
    nextDue: addDays(today, 6),
    past: 22,
    missed: [15, 16, 17, 18, 19, 20, 21, 22],
  }
  const lost = {
    kind: 'chargeOff',
    effectiveDate: addDays(addMonths(wade.nextDue, -8), 125),
    reason: 'More than 120 days past due',
  } as const
  const sale = {
    kind: 'proceeds',
    effectiveDate: addDays(today, -38),
    amount: cents(740_000),
    expenses: cents(61_500),
    source: 'repossessionSale',
  } as const
  const who = {
    obligors: [person({ givenName: 'Wade', familyName: 'Torrance', number: 4 })],
    vehicle: vehicle(2021, 'Dunlin', '532066'),
  }
  return {
    ...story({ ...wade, extra: [lost, sale] }, who),
    about: 'charged off, the vehicle was sold',
    usernames: ['wade.torrance'],
  }
}
