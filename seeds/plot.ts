// How a story of the demo becomes a contract with a history: terms by the lender's rules,
// installments paid on their due dates unless the story says otherwise.
import {
  type LoanRecord,
  newContractOpening,
  type PastEvent,
} from '#src/domain/account/boarding.ts'
import { extend } from '#src/domain/account/extend.ts'
import type { LoanLedger } from '#src/domain/account/ledger.ts'
import { quoteOn } from '#src/domain/account/quote.ts'
import { addDays, addMonths, type CivilDate } from '#src/domain/calendar.ts'
import { levelPayment } from '#src/domain/contract/amortization.ts'
import type { LoanContract } from '#src/domain/contract/loan.ts'
import { dueDate } from '#src/domain/contract/schedule.ts'
import { type Cents, cents, ratePpb, ZERO_CENTS } from '#src/domain/money.ts'
import { boardingFacts } from '#src/servicing/boarding/boarding-facts.ts'

/** What a story needs to say; the rest follows. */
export type Plot = {
  number: string
  terms: { principal: number; ratePercent: number; payments: number }
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
    principal: cents(plot.terms.principal),
    rate: ratePpb(Math.round(plot.terms.ratePercent * 10_000_000)),
    start: addDays(firstDue, -38),
    firstDue,
    payments: plot.terms.payments,
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
    ruleVersion: 'EMF-2019-01',
  } as const
  return { ...terms, payment: levelPayment(terms, 'daily') }
}

export function recordOf(plot: Plot, who: Pick<LoanRecord, 'obligors' | 'vehicle'>): LoanRecord {
  const contract = contractOf(plot)
  return {
    source: 'keyturn',
    product: 'loan',
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
    papers: [],
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

/** What closes the account on a day, by the product's own quote. */
export function closingAmount(record: LoanRecord, on: CivilDate): Cents {
  let made = 0
  const { ledger } = extend<LoanLedger>([], boardingFacts(record), {
    through: on,
    postedAt: `${on}T12:00:00.000Z`,
    newId: () => {
      made += 1
      return `seed-${made}`
    },
  })
  return quoteOn(ledger, on).total
}
