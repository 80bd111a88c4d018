// Leases as they could be: any cost, residual, number of payments, timing and price of the rent.
import fc from 'fast-check'
import { addDays, addMonths, date } from '#src/domain/calendar.ts'
import type {
  LeaseContract,
  LeaseTerms,
  PaymentTax,
  RentMethod,
} from '#src/domain/contract/lease.ts'
import { basePaymentOf, type RentPrice } from '#src/domain/contract/lease-payment.ts'
import { fraction } from '#src/domain/fraction.ts'
import { cents, minus, ratePpb, ZERO_CENTS } from '#src/domain/money.ts'

export const anyLeaseTerms: fc.Arbitrary<LeaseTerms> = fc
  .record({
    adjustedCapitalizedCost: fc.integer({ min: 100_000, max: 15_000_000 }),
    residualShare: fc.nat(100),
    payments: fc.oneof(fc.constantFrom(24, 36, 39, 48), fc.integer({ min: 1, max: 84 })),
    timing: fc.constantFrom('in-advance' as const, 'in-arrears' as const),
    rounding: fc.constantFrom('half-up' as const, 'half-even' as const, 'cut' as const),
  })
  .map(({ residualShare, adjustedCapitalizedCost, ...terms }) => ({
    ...terms,
    adjustedCapitalizedCost: cents(adjustedCapitalizedCost),
    residualValue: cents(Math.floor((adjustedCapitalizedCost * residualShare) / 100)),
  }))

const anyMoneyFactor = fc.integer({ min: 0, max: 8_000_000 })
export const anyYield = fc.integer({ min: 0, max: 250_000_000 }).map(ratePpb)

const anyTax: fc.Arbitrary<PaymentTax> = fc
  .integer({ min: 0, max: 110_000_000 })
  .map((percent) => ({
    name: 'State tax',
    percentPpb: ratePpb(percent),
    citation: 'contract, clause 2',
  }))

const anyMethod: fc.Arbitrary<RentMethod> = fc.oneof(
  anyMoneyFactor.map((moneyFactorPpb) => ({ kind: 'money-factor' as const, moneyFactorPpb })),
  anyYield.map((rate) => ({ kind: 'constant-yield' as const, rate })),
)

const anyDates = fc.record({
  start: fc.nat(4_000).map((days) => addDays(date('2016-01-01'), days)),
  toSecond: fc.option(fc.integer({ min: 15, max: 45 })),
  toFirst: fc.integer({ min: 15, max: 45 }),
})

/** Signed leases; half of the constant yields do not print their rate. */
export const anyLease: fc.Arbitrary<LeaseContract> = fc
  .record({
    terms: anyLeaseTerms,
    method: anyMethod,
    dates: anyDates,
    paymentTaxes: fc.array(anyTax, { maxLength: 3 }),
    printsRate: fc.boolean(),
    hasLateCharge: fc.boolean(),
  })
  .map(({ terms, method, dates, paymentTaxes, printsRate, hasLateCharge }) => {
    const basePayment = basePaymentOf(terms, priceIn(method))
    const covers =
      basePayment * terms.payments >= minus(terms.adjustedCapitalizedCost, terms.residualValue)
    const firstDue =
      terms.timing === 'in-advance' ? dates.start : addDays(dates.start, dates.toFirst)
    return {
      ...fixed,
      ...terms,
      grossCapitalizedCost: terms.adjustedCapitalizedCost,
      basePayment,
      method:
        method.kind === 'constant-yield' && !printsRate && covers && basePayment > 0
          ? { ...method, rate: null }
          : method,
      paymentTaxes,
      start: dates.start,
      firstDue,
      secondDue:
        dates.toSecond === null ? null : addDays(addMonths(firstDue, 1), dates.toSecond - 15),
      termMonths: terms.payments + 2,
      lateCharge: hasLateCharge ? lateCharge : null,
    }
  })

export function priceIn(method: RentMethod): RentPrice {
  if (method.kind === 'money-factor')
    return { kind: 'money-factor', moneyFactor: fraction(BigInt(method.moneyFactorPpb), BILLION) }
  return { kind: 'constant-yield', rate: fraction(BigInt(method.rate ?? 0), BILLION) }
}

const BILLION = 1_000_000_000n

const lateCharge = {
  graceDays: 10,
  percentPpb: ratePpb(50_000_000),
  minimum: ZERO_CENTS,
  maximum: null,
  citation: 'contract, clause 9',
}

const fixed = {
  kind: 'lease',
  frequency: 'monthly',
  capitalizedCostReduction: ZERO_CENTS,
  signingCharges: [],
  acquisitionFee: ZERO_CENTS,
  securityDeposit: ZERO_CENTS,
  dispositionFee: cents(39_500),
  purchaseOption: null,
  mileage: { milesPerYear: 12_000, excessPerMile: cents(25) },
  ruleVersion: 'standard',
} as const
