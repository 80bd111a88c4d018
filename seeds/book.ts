// The demo lender's book: people in every state worth seeing, told relative to a given day, so that the demo is alive
// whenever it is started and the same for the same day.
import type { BoardingRecord, PastEvent } from '#src/domain/account/boarding.ts'
import { newContractOpening } from '#src/domain/account/boarding.ts'
import { extend } from '#src/domain/account/extend.ts'
import { quoteOn } from '#src/domain/account/quote.ts'
import { addDays, addMonths, type CivilDate } from '#src/domain/calendar.ts'
import { levelPayment } from '#src/domain/contract/amortization.ts'
import type { LoanContract } from '#src/domain/contract/loan.ts'
import { dueDate } from '#src/domain/contract/schedule.ts'
import { type Cents, cents, ratePpb, ZERO_CENTS } from '#src/domain/money.ts'
import { boardingFacts } from '#src/servicing/boarding/boarding-facts.ts'
import { person, vehicle } from './person.ts'

/** One account of the demo, and what the demo tells about it. */
export type Story = {
  readonly record: BoardingRecord
  readonly about: string
  /** Sign-in names, one for each obligor in order; an obligor without one is there to be registered. */
  readonly usernames: readonly string[]
  /** Payments the bank returned, by the day they were to count. */
  readonly returned: readonly CivilDate[]
}

/** What a story needs to say; the rest follows. */
type Plot = {
  number: string
  about: string
  principal: number
  ratePercent: number
  payments: number
  /** Due date of the next installment as the schedule has it. */
  nextDue: CivilDate
  /** Installments before that one; those in `missed` were not paid. */
  past: number
  missed?: readonly number[]
  /** Installments that came late: number and days. */
  late?: readonly (readonly [number, number])[]
  extra?: readonly PastEvent[]
}

export function contractOf(plot: Plot): LoanContract {
  const firstDue = addMonths(plot.nextDue, -plot.past)
  const terms = {
    kind: 'loan',
    principal: cents(plot.principal),
    rate: ratePpb(Math.round(plot.ratePercent * 10_000_000)),
    start: addDays(firstDue, -38),
    firstDue,
    payments: plot.payments,
    frequency: 'monthly',
    dayCount: 'actual/365',
    yearEnd: 'old',
    rounding: 'half-up',
    dailyRateDecimals: null,
    carryFractions: false,
    waterfall: ['interest', 'principal', 'lateCharges', 'fees'],
    smallRemainder: ZERO_CENTS,
    lateCharge: {
      graceDays: 15,
      percentPpb: ratePpb(50_000_000),
      minimum: ZERO_CENTS,
      maximum: null,
      citation: 'Contract clause 7',
    },
    ruleVersion: 'EMF-2024-01',
  } as const
  return { ...terms, payment: levelPayment(terms, 'daily') }
}

export function recordOf(
  plot: Plot,
  who: Pick<BoardingRecord, 'obligors' | 'vehicle'>,
): BoardingRecord {
  const contract = contractOf(plot)
  return {
    source: 'keyturn',
    sourceKey: plot.number,
    accountNumber: plot.number,
    contract,
    opening: newContractOpening(contract),
    openingOn: contract.start,
    ...who,
    history: [...installmentsPaid(plot, contract), ...(plot.extra ?? [])].sort((a, b) =>
      a.effectiveDate < b.effectiveDate ? -1 : a.effectiveDate > b.effectiveDate ? 1 : 0,
    ),
    months: [],
  }
}

function installmentsPaid(plot: Plot, contract: LoanContract): PastEvent[] {
  const late = new Map(plot.late ?? [])
  return Array.from({ length: plot.past }, (_, index) => index + 1)
    .filter((number) => !plot.missed?.includes(number))
    .map((number) =>
      payment(addDays(dueDate(contract, number), late.get(number) ?? 0), contract.payment),
    )
}

export function payment(
  effectiveDate: CivilDate,
  amount: Cents,
  extra: 'principal' | 'installments' = 'installments',
): PastEvent {
  const extraAmount = extra === 'principal' ? amount : null
  return { kind: 'payment', effectiveDate, amount, extra, extraAmount }
}

/** Every account of the demo as of `today`; registration is for the ones without a username. */
export function book(today: CivilDate): Story[] {
  return [
    elena(today),
    tenDaysLate(today),
    fortyDaysLate(today),
    returnedPayment(today),
    coBorrowers(today),
    spanishSpeaker(today),
    paidOff(today),
    brandNew(today),
    toRegister(today),
  ]
}

function elena(today: CivilDate): Story {
  const plot = {
    number: '1048264417',
    about: 'current, an extra payment that the bank can still return',
    principal: 2_684_000,
    ratePercent: 5.49,
    payments: 60,
    nextDue: addDays(today, 11),
    past: 27,
    late: [[25, 5]] as const,
    extra: [
      payment(addDays(addMonths(addDays(today, 11), -9), 14), cents(100_000), 'principal'),
      payment(addDays(today, -4), cents(25_000), 'principal'),
    ],
  }
  const obligors = [person({ givenName: 'Elena', familyName: 'Marsh', number: 0 })]
  const record = recordOf(plot, { obligors, vehicle: vehicle(2023, 'Tern Hybrid', '107263') })
  return { record, about: plot.about, usernames: ['elena.marsh'], returned: [] }
}

function tenDaysLate(today: CivilDate): Story {
  const plot = {
    number: '1048264425',
    about: '10 days late, still within the days of grace',
    principal: 1_912_500,
    ratePercent: 7.24,
    payments: 72,
    nextDue: addMonths(addDays(today, -10), 1),
    past: 15,
    missed: [15],
  }
  const obligors = [person({ givenName: 'Marcus', familyName: 'Odell', number: 1 })]
  const record = recordOf(plot, { obligors, vehicle: vehicle(2022, 'Plover', '204118') })
  return { record, about: plot.about, usernames: ['marcus.odell'], returned: [] }
}

function fortyDaysLate(today: CivilDate): Story {
  const plot = {
    number: '1048264433',
    about: '40 days late, with a late charge',
    principal: 2_245_000,
    ratePercent: 9.9,
    payments: 66,
    nextDue: addMonths(addDays(today, -40), 2),
    past: 20,
    missed: [19, 20],
    late: [
      [11, 9],
      [16, 20],
    ] as const,
  }
  const obligors = [person({ givenName: 'Dana', familyName: 'Whitlock', number: 2 })]
  const record = recordOf(plot, { obligors, vehicle: vehicle(2021, 'Curlew', '311902') })
  return { record, about: plot.about, usernames: ['dana.whitlock'], returned: [] }
}

function returnedPayment(today: CivilDate): Story {
  const nextDue = addDays(today, 22)
  const plot = {
    number: '1048264441',
    about: 'last payment returned by the bank, paid again the next day',
    principal: 1_540_000,
    ratePercent: 6.15,
    payments: 48,
    nextDue,
    past: 9,
  }
  const { payment: level } = contractOf(plot)
  const again = payment(addDays(addMonths(nextDue, -1), 1), level)
  const obligors = [person({ givenName: 'Priya', familyName: 'Nandakumar', number: 3 })]
  const record = recordOf(
    { ...plot, extra: [again] },
    { obligors, vehicle: vehicle(2024, 'Avocet', '418730') },
  )
  return {
    record,
    about: plot.about,
    usernames: ['priya.n'],
    returned: [addMonths(nextDue, -1)],
  }
}

function coBorrowers(today: CivilDate): Story {
  const plot = {
    number: '1048264458',
    about: 'two borrowers, each with their own sign-in',
    principal: 3_120_000,
    ratePercent: 4.99,
    payments: 60,
    nextDue: addDays(today, 5),
    past: 31,
  }
  const obligors = [
    person({ givenName: 'Ruth', familyName: 'Calloway', number: 4 }),
    person({ givenName: 'Ben', familyName: 'Calloway', number: 5, role: 'co' }),
  ]
  const record = recordOf(plot, { obligors, vehicle: vehicle(2023, 'Heron', '520044') })
  return { record, about: plot.about, usernames: ['ruth.calloway', 'ben.calloway'], returned: [] }
}

function spanishSpeaker(today: CivilDate): Story {
  const plot = {
    number: '1048264466',
    about: 'reads the portal in Spanish',
    principal: 1_380_000,
    ratePercent: 8.35,
    payments: 54,
    nextDue: addDays(today, 17),
    past: 12,
  }
  const obligors = [person({ givenName: 'Lucía', familyName: 'Ferrer', number: 6, locale: 'es' })]
  const record = recordOf(plot, { obligors, vehicle: vehicle(2020, 'Sora', '633571') })
  return { record, about: plot.about, usernames: ['lucia.ferrer'], returned: [] }
}

function paidOff(today: CivilDate): Story {
  const paidOn = addDays(today, -9)
  const plot = {
    number: '1048264490',
    about: 'paid off nine days ago',
    principal: 980_000,
    ratePercent: 5.25,
    payments: 36,
    nextDue: addDays(today, 13),
    past: 29,
  }
  const obligors = [person({ givenName: 'Sam', familyName: 'Okafor', number: 9 })]
  const who = { obligors, vehicle: vehicle(2020, 'Dunlin', '905127') }
  const closing = payment(paidOn, closingAmount(recordOf(plot, who), paidOn))
  const record = recordOf({ ...plot, extra: [closing] }, who)
  return { record, about: plot.about, usernames: ['sam.okafor'], returned: [] }
}

/** What closes the account on a day, by the product's own quote. */
function closingAmount(record: BoardingRecord, on: CivilDate): Cents {
  let made = 0
  const { ledger } = extend([], boardingFacts(record), {
    through: on,
    postedAt: `${on}T12:00:00.000Z`,
    newId: () => {
      made += 1
      return `seed-${made}`
    },
  })
  return quoteOn(ledger, on).total
}

function brandNew(today: CivilDate): Story {
  const plot = {
    number: '1048264474',
    about: 'a new loan, nothing paid yet',
    principal: 2_899_900,
    ratePercent: 6.49,
    payments: 72,
    nextDue: addDays(today, 26),
    past: 0,
  }
  const obligors = [person({ givenName: 'Theo', familyName: 'Brandt', number: 7 })]
  const record = recordOf(plot, { obligors, vehicle: vehicle(2026, 'Kestrel', '700815') })
  return { record, about: plot.about, usernames: ['theo.brandt'], returned: [] }
}

function toRegister(today: CivilDate): Story {
  const plot = {
    number: '1048264482',
    about: 'nobody has registered it yet',
    principal: 2_050_000,
    ratePercent: 5.99,
    payments: 60,
    nextDue: addDays(today, 8),
    past: 18,
  }
  const obligors = [person({ givenName: 'Jordan', familyName: 'Ames', number: 8 })]
  const record = recordOf(plot, { obligors, vehicle: vehicle(2022, 'Tern', '814306') })
  return { record, about: plot.about, usernames: [], returned: [] }
}
