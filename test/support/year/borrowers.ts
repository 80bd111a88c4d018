// People of a simulated book: each pays in a way of its own, month by month.
import { person, vehicle } from '#seeds/person.ts'
import { contractOf, recordOf } from '#seeds/plot.ts'
import type { LoanRecord } from '#src/domain/account/boarding.ts'
import { addDays, addMonths, type CivilDate } from '#src/domain/calendar.ts'

export const WAYS = [
  'onTime',
  'early',
  'late',
  'partial',
  'over',
  'returnedOnce',
  'returnedThrice',
  'unauthorized',
  'paidOff',
  'lastMonths',
  'never',
  'canceled',
  'autopay',
  'autopayReturned',
  'autopayPaused',
] as const

export type Way = (typeof WAYS)[number]

export type Borrower = {
  readonly index: number
  readonly way: Way
  readonly record: LoanRecord
  readonly bankAccount: string
  /** The level installment, in cents. */
  readonly installment: number
  readonly firstDue: CivilDate
}

/** What a borrower does on a day. */
export type Deed = {
  readonly on: CivilDate
  readonly effective: CivilDate
  readonly kind: 'pay' | 'payoff' | 'mail' | 'payAndCancel' | 'setAutopay' | 'pause' | 'resume'
  /** In cents; for a payoff the law says. */
  readonly amount: number
  readonly extra: 'principal' | 'installments'
  /** With what the bank answers the debits that it leads to. */
  readonly codes: readonly string[]
}

export function borrower(index: number, today: CivilDate): Borrower {
  const way = WAYS[index % WAYS.length] ?? 'onTime'
  const payments = 48 + (index % 3) * 12
  const plot = {
    number: String(3_000_000_000 + index),
    terms: {
      principal: 1_400_000 + (index % 211) * 9_700,
      ratePercent: 3.5 + (index % 60) / 10,
      payments,
    },
    nextDue: addDays(today, 11 + (index % 27)),
    past: way === 'lastMonths' ? payments - 3 : 18,
  }
  const serial = String(index % 1_000_000).padStart(6, '0')
  const obligors = [
    person({ givenName: 'Robin', familyName: `Sample${index}`, number: index % 10 }),
  ]
  return {
    index,
    way,
    record: recordOf(plot, { obligors, vehicle: vehicle(2021 + (index % 5), 'Tern', serial) }),
    bankAccount: String(80_000_000 + index),
    installment: contractOf(plot).payment,
    firstDue: plot.nextDue,
  }
}

export function deedsOf(of: Borrower, months: number): Deed[] {
  return Array.from({ length: months }, (_, month) => deedsOfMonth(of, month)).flat()
}

function deedsOfMonth({ way, installment, firstDue }: Borrower, month: number): Deed[] {
  const due = addMonths(firstDue, month)
  const at = (days: number, effective = days): Pick<Deed, 'on' | 'effective'> => {
    return { on: addDays(due, days), effective: addDays(due, effective) }
  }
  const deed = { kind: 'pay', amount: installment, extra: 'installments', codes: [] } as const
  const usual = { ...at(-1, 0), ...deed }
  switch (way) {
    case 'onTime':
      return [usual]
    case 'early':
      return [{ ...at(-9, -4), ...deed }]
    case 'late':
      return [{ ...at(20, 21), ...deed }]
    case 'partial': {
      const half = Math.floor(installment / 2)
      const rest = installment - half
      return [
        { ...usual, amount: half },
        { ...at(8, 9), ...deed, amount: rest },
      ]
    }
    case 'over':
      return [{ ...usual, amount: installment + 7_500, extra: 'principal' }]
    case 'returnedOnce':
      return [{ ...usual, codes: month % 3 === 1 ? ['R01'] : [] }]
    case 'returnedThrice':
      if (month !== 1) return [usual]
      return [
        { ...usual, codes: ['R01', 'R09', 'R01'] },
        { ...at(24), ...deed, kind: 'mail' },
      ]
    case 'unauthorized':
      if (month === 1)
        return [
          { ...usual, codes: ['R10'] },
          { ...at(26), ...deed, kind: 'mail' },
        ]
      return [month < 1 ? usual : { ...at(0), ...deed, kind: 'mail' }]
    case 'paidOff':
      return month > 2 ? [] : [month === 2 ? { ...usual, kind: 'payoff' } : usual]
    case 'lastMonths':
      return month > 2 ? [] : [month === 2 ? { ...usual, kind: 'payoff' } : usual]
    case 'never':
      return []
    case 'canceled':
      return [{ ...at(-9, -4), ...deed, kind: 'payAndCancel' }, usual]
    case 'autopay':
      return month > 0 ? [] : [{ ...at(-11), ...deed, kind: 'setAutopay' }]
    case 'autopayReturned':
      // The second debit comes back at every try: autopay asks for attention, and mail brings it.
      if (month === 0)
        return [{ ...at(-11), ...deed, kind: 'setAutopay', codes: ['', 'R01', 'R01', 'R01'] }]
      return [{ ...at(22), ...deed, kind: 'mail' }]
    case 'autopayPaused':
      if (month === 0) return [{ ...at(-11), ...deed, kind: 'setAutopay' }]
      if (month === 1) return [{ ...at(-15), ...deed, kind: 'pause' }]
      return month === 2 ? [{ ...at(-20), ...deed, kind: 'resume' }] : []
  }
}
