// How an annual percentage rate came to be: what each amount is worth at the rate that was found.
import type { Apr, CreditTerms } from '#src/domain/contract/apr.ts'
import { type CashFlow, presentValue } from '#src/domain/contract/present-value.ts'
import { exactDollars } from '#src/domain/explanation.ts'
import { add, type Fraction, fraction, multiply, toDecimal, ZERO } from '#src/domain/fraction.ts'
import { roundToCents, toDollars } from '#src/domain/money.ts'
import type { Reason } from './reason.ts'

export function aprReason(terms: CreditTerms, rate: Extract<Apr, { ok: true }>): Reason {
  const { unitPeriodRate } = rate
  return {
    label: 'apr',
    inputs: {
      unitPeriodRate: toDecimal(multiply(unitPeriodRate, fraction(100n)), 10),
      periodsPerYear: shortFraction(terms.periodsPerYear),
    },
    rule: 'unitPeriodRateTimesPeriods',
    citation: '12 CFR 1026 App. J (b)(1)',
    parts: [
      side('advancesWorth', terms.advances, unitPeriodRate),
      side('paymentsWorth', terms.payments, unitPeriodRate),
    ],
  }
}

/** "12", or "365/90" where the number is not whole. */
export function shortFraction({ n, d }: Fraction): string {
  return d === 1n ? n.toString() : `${n}/${d}`
}

function side(label: string, flows: readonly CashFlow[], rate: Fraction): Reason {
  const worths = flows.map((flow) => ({ flow, worth: presentValue([flow], rate) }))
  const total = worths.map(({ worth }) => worth).reduce(add, ZERO)
  return {
    label,
    amount: toDollars(roundToCents(total, 'half-up')),
    inputs: { exact: exactDollars(total) },
    rule: 'actuarialEquation',
    citation: '12 CFR 1026 App. J (b)(8)',
    parts: worths.map(({ flow, worth }) => ({
      label: 'amountWorth',
      amount: toDollars(roundToCents(worth, 'half-up')),
      inputs: {
        amount: toDollars(flow.amount),
        count: flow.count,
        periods: flow.periods,
        fraction: shortFraction(flow.fraction),
        exact: exactDollars(worth),
      },
      rule: 'discountedByUnitPeriods',
    })),
  }
}
