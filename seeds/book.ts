// The demo lender's book: people in every state worth seeing, told relative to a given day, so that
// the demo is alive whenever it is started and the same for the same day.
import { addDays, addMonths, type CivilDate } from '#src/domain/calendar.ts'
import { cents } from '#src/domain/money.ts'
import { whoFellBehind } from './book-hardship.ts'
import { whoLeases } from './book-leases.ts'
import { person, vehicle } from './person.ts'
import { closingAmount, contractOf, type Plot, payment, recordOf } from './plot.ts'
import { type Story, story } from './story.ts'

/** Every account of the demo as of `today`; registration is for the ones without a username. */
export function book(today: CivilDate): Story[] {
  return [
    ...whoPays(today),
    ...whoIsLate(today),
    ...whoElse(today),
    ...whoLeases(today),
    ...whoFellBehind(today),
  ]
}

function whoPays(today: CivilDate): Story[] {
  const elena: Plot = {
    number: '1048264417',
    terms: { principal: 2_684_000, ratePercent: 5.49, payments: 60 },
    nextDue: addDays(today, 11),
    past: 27,
    late: [[25, 5]],
    extra: [
      payment(addDays(addMonths(addDays(today, 11), -9), 14), cents(100_000), 'principal'),
      payment(addDays(today, -4), cents(25_000), 'principal'),
    ],
  }
  const pair: Plot = {
    number: '1048264458',
    terms: { principal: 3_120_000, ratePercent: 4.99, payments: 60 },
    nextDue: addDays(today, 5),
    past: 31,
  }
  const lucia: Plot = {
    number: '1048264466',
    terms: { principal: 1_380_000, ratePercent: 8.35, payments: 54 },
    nextDue: addDays(today, 17),
    past: 12,
  }
  return [
    {
      ...story(elena, {
        obligors: [person({ givenName: 'Elena', familyName: 'Marsh', number: 0 })],
        vehicle: vehicle(2023, 'Tern Hybrid', '107263'),
      }),
      about: 'current, an extra payment that the bank can still return',
      usernames: ['elena.marsh'],
    },
    {
      ...story(pair, {
        obligors: [
          person({ givenName: 'Ruth', familyName: 'Calloway', number: 4 }),
          person({ givenName: 'Ben', familyName: 'Calloway', number: 5, role: 'co' }),
        ],
        vehicle: vehicle(2023, 'Heron', '520044'),
      }),
      about: 'two borrowers, each with their own sign-in; autopay is on',
      usernames: ['ruth.calloway', 'ben.calloway'],
    },
    {
      ...story(lucia, {
        obligors: [person({ givenName: 'Lucía', familyName: 'Ferrer', number: 6, locale: 'es' })],
        vehicle: vehicle(2020, 'Sora', '633571'),
      }),
      about: 'reads the portal in Spanish',
      usernames: ['lucia.ferrer'],
    },
  ]
}

function whoIsLate(today: CivilDate): Story[] {
  const marcus: Plot = {
    number: '1048264425',
    terms: { principal: 1_912_500, ratePercent: 7.24, payments: 72 },
    nextDue: addMonths(addDays(today, -10), 1),
    past: 15,
    missed: [15],
  }
  const dana: Plot = {
    number: '1048264433',
    terms: { principal: 2_245_000, ratePercent: 9.9, payments: 66 },
    nextDue: addMonths(addDays(today, -40), 2),
    past: 20,
    missed: [19, 20],
    late: [
      [11, 9],
      [16, 20],
    ],
  }
  const priya: Plot = {
    number: '1048264441',
    terms: { principal: 1_540_000, ratePercent: 6.15, payments: 48 },
    nextDue: addDays(today, 22),
    past: 9,
  }
  const returned = addMonths(priya.nextDue, -1)
  const again = payment(addDays(returned, 1), contractOf(priya).payment)
  return [
    {
      ...story(marcus, {
        obligors: [person({ givenName: 'Marcus', familyName: 'Odell', number: 1 })],
        vehicle: vehicle(2022, 'Plover', '204118'),
      }),
      about: '10 days late, still within the days of grace',
      usernames: ['marcus.odell'],
    },
    {
      ...story(dana, {
        obligors: [person({ givenName: 'Dana', familyName: 'Whitlock', number: 2 })],
        vehicle: vehicle(2021, 'Curlew', '311902'),
      }),
      about: '40 days late, with a late charge',
      usernames: ['dana.whitlock'],
    },
    {
      ...story(
        { ...priya, extra: [again] },
        {
          obligors: [person({ givenName: 'Priya', familyName: 'Nandakumar', number: 3 })],
          vehicle: vehicle(2024, 'Avocet', '418730'),
        },
      ),
      about: 'last payment returned by the bank, paid again the next day; autopay is paused',
      usernames: ['priya.n'],
      returned: [returned],
    },
  ]
}

function whoElse(today: CivilDate): Story[] {
  const sam: Plot = {
    number: '1048264490',
    terms: { principal: 980_000, ratePercent: 5.25, payments: 36 },
    nextDue: addDays(today, 13),
    past: 29,
  }
  const who = {
    obligors: [person({ givenName: 'Sam', familyName: 'Okafor', number: 9 })],
    vehicle: vehicle(2020, 'Dunlin', '905127'),
  }
  const paidOn = addDays(today, -9)
  const closing = payment(paidOn, closingAmount(recordOf(sam, who), paidOn))
  const theo: Plot = {
    number: '1048264474',
    terms: { principal: 2_899_900, ratePercent: 6.49, payments: 72 },
    nextDue: addDays(today, 26),
    past: 0,
  }
  const jordan: Plot = {
    number: '1048264482',
    terms: { principal: 2_050_000, ratePercent: 5.99, payments: 60 },
    nextDue: addDays(today, 8),
    past: 18,
  }
  return [
    {
      ...story({ ...sam, extra: [closing] }, who),
      about: 'paid off nine days ago',
      usernames: ['sam.okafor'],
    },
    {
      ...story(theo, {
        obligors: [person({ givenName: 'Theo', familyName: 'Brandt', number: 7 })],
        vehicle: vehicle(2026, 'Kestrel', '700815'),
      }),
      about: 'a new loan, nothing paid yet; a bank account in each state',
      usernames: ['theo.brandt'],
      banks: 'everyState' as const,
    },
    {
      ...story(jordan, {
        obligors: [person({ givenName: 'Jordan', familyName: 'Ames', number: 8 })],
        vehicle: vehicle(2022, 'Tern', '814306'),
      }),
      about: 'nobody has registered it yet',
      usernames: [],
    },
  ]
}
