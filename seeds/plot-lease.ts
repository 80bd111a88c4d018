// How a story of the demo becomes a lease with a history: a printed base payment by the method of
// the contract, the first one at signing, installments paid on their due dates.
import type { LeaseRecord, PastEvent } from '#src/domain/account/boarding.ts'
import { addMonths, type CivilDate } from '#src/domain/calendar.ts'
import {
  type LeaseContract,
  leaseDueDate,
  type NamedCharge,
  type PaymentTax,
  type PurchaseOption,
  type RentMethod,
} from '#src/domain/contract/lease.ts'
import { basePaymentOf, type RentPrice } from '#src/domain/contract/lease-payment.ts'
import { leaseSchedule } from '#src/domain/contract/lease-schedule.ts'
import { fraction } from '#src/domain/fraction.ts'
import { cents, minus, parsePercent, type RatePpb, ZERO_CENTS } from '#src/domain/money.ts'
import { payment } from './plot.ts'

type PrintedMethod =
  | Extract<RentMethod, { kind: 'money-factor' }>
  | { kind: 'constant-yield'; rate: RatePpb }

/** What a story of a lease needs to say; amounts in cents. */
export type LeasePlot = {
  number: string
  terms: {
    grossCapitalizedCost: number
    capitalizedCostReduction: number
    residualValue: number
    payments: number
    /** A money factor in parts per billion, or a rate as printed. */
    method: PrintedMethod
    taxPercent: string
    milesPerYear: number
    purchaseOption: PurchaseOption | null
  }
  /** Due date of the next installment as the schedule has it. */
  nextDue: CivilDate
  /** Installments before that one, all paid. */
  past: number
  extra?: readonly PastEvent[]
}

export function leaseRecordOf(
  plot: LeasePlot,
  who: Pick<LeaseRecord, 'obligors' | 'vehicle'>,
): LeaseRecord {
  const contract = leaseContractOf(plot)
  const { totalPayment } = leaseSchedule(contract)
  const installments = Array.from({ length: plot.past }, (_, index) =>
    payment(leaseDueDate(contract, index + 1), totalPayment),
  )
  return {
    source: 'keyturn',
    product: 'lease',
    sourceKey: plot.number,
    accountNumber: plot.number,
    contract,
    opening: {
      installmentsPaid: 0,
      paidTowardNext: ZERO_CENTS,
      lateCharges: ZERO_CENTS,
      fees: ZERO_CENTS,
      suspense: ZERO_CENTS,
    },
    openingOn: contract.start,
    ...who,
    history: [...installments, ...(plot.extra ?? [])].sort((a, b) =>
      a.effectiveDate < b.effectiveDate ? -1 : a.effectiveDate > b.effectiveDate ? 1 : 0,
    ),
    months: [],
    papers: [],
  }
}

function leaseContractOf({ terms, nextDue, past }: LeasePlot): LeaseContract {
  const grossCapitalizedCost = cents(terms.grossCapitalizedCost)
  const capitalizedCostReduction = cents(terms.capitalizedCostReduction)
  const start = addMonths(nextDue, -past)
  const figures = {
    adjustedCapitalizedCost: minus(grossCapitalizedCost, capitalizedCostReduction),
    residualValue: cents(terms.residualValue),
    payments: terms.payments,
    timing: 'in-advance',
    rounding: 'half-up',
  } as const
  return {
    kind: 'lease',
    grossCapitalizedCost,
    capitalizedCostReduction,
    ...figures,
    frequency: 'monthly',
    method: terms.method,
    basePayment: basePaymentOf(figures, priceIn(terms.method)),
    paymentTaxes: [taxOf(terms.taxPercent)],
    start,
    firstDue: start,
    secondDue: null,
    termMonths: terms.payments,
    ...chargesOf(terms),
  }
}

function priceIn(method: PrintedMethod): RentPrice {
  const inBillion = (parts: number) => fraction(BigInt(parts), 1_000_000_000n)
  return method.kind === 'money-factor'
    ? { kind: 'money-factor', moneyFactor: inBillion(method.moneyFactorPpb) }
    : { kind: 'constant-yield', rate: inBillion(method.rate) }
}

function taxOf(percent: string): PaymentTax {
  return { name: 'Sales tax', percentPpb: percentPpb(percent), citation: 'Lease clause 6' }
}

/** What the lender's lease form says, and the rules it names. */
function chargesOf(terms: LeasePlot['terms']) {
  return {
    signingCharges: SIGNING_CHARGES,
    acquisitionFee: cents(69_500),
    securityDeposit: ZERO_CENTS,
    dispositionFee: cents(39_500),
    purchaseOption: terms.purchaseOption,
    mileage: { milesPerYear: terms.milesPerYear, excessPerMile: cents(25) },
    lateCharge: {
      graceDays: 10,
      percentPpb: percentPpb('5'),
      minimum: ZERO_CENTS,
      maximum: null,
      citation: 'Lease clause 9',
    },
    ruleVersion: 'EMF-LEASE-2019-02',
  }
}

const SIGNING_CHARGES: readonly NamedCharge[] = [
  { name: 'Title', amount: cents(1_800), citation: 'Lease clause 2' },
  { name: 'Registration', amount: cents(6_450), citation: 'Lease clause 2' },
]

function percentPpb(text: string): RatePpb {
  return parsePercent(text) as RatePpb
}
