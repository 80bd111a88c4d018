// Every figure can say how it came to be: a small tree built by the code that computes it, worded
// by `words`, drawn by `ui`.
import type { CivilDate } from './calendar.ts'
import { type Fraction, toDecimal } from './fraction.ts'
import type { Cents, RatePpb } from './money.ts'

/** What a figure is called; each key is worded in `words` in every language. */
export type FigureName =
  | 'payoff'
  | 'principal'
  | 'interest'
  | 'interestSegment'
  | 'interestUnpaid'
  | 'fractionCarried'
  | 'lateCharges'
  | 'lateChargeToCome'
  | 'fees'
  | 'unapplied'
  | 'perDiem'
  | 'payment'
  | 'toInterest'
  | 'toPrincipal'
  | 'toLateCharges'
  | 'toFees'
  | 'toSuspense'
  | 'toChargedOff'
  | 'chargedOff'
  | 'remainder'
  | 'principalAfter'
  | 'installment'
  | 'lastInstallment'
  | 'amountDue'
  | 'pastDue'
  | 'lateCharge'
  | 'levelPayment'
  | 'totalPayment'
  | 'basePayment'
  | 'paymentTax'
  | 'totalOfBasePayments'
  | 'depreciation'
  | 'rentCharge'
  | 'adjustedCapitalizedCost'
  | 'grossCapitalizedCost'
  | 'capitalizedCostReduction'
  | 'residualValue'
  | 'totalOfPayments'
  | 'amountDueAtSigning'
  | 'totalOfPeriodicPayments'
  | 'paymentAtSigning'
  | 'securityDeposit'
  | 'signingCharges'
  | 'dispositionFee'
  | 'toInstallment'
  | 'toTax'
  | 'toRent'
  | 'toDepreciation'
  | 'paidToward'

/**
 * Why a figure is so; each key is worded in `words` and names the contract clause or the law behind
 * it.
 */
export type RuleName =
  | 'simpleDailyInterest'
  | 'periodicInterest'
  | 'unitedStatesRule'
  | 'roundedOnce'
  | 'fractionsCarried'
  | 'sumOfParts'
  | 'outstandingPrincipal'
  | 'outstandingCharges'
  | 'waterfallOrder'
  | 'chargesDirected'
  | 'directedThenOrder'
  | 'overpaymentHeld'
  | 'chargedOffFirst'
  | 'contractInstallment'
  | 'lastInstallmentClosesAccount'
  | 'unpaidInstallments'
  | 'lateChargeOncePerInstallment'
  | 'levelPaymentFormula'
  | 'contractTerm'
  | 'moneyFactorPayment'
  | 'constantYieldPayment'
  | 'paymentsTimesNumber'
  | 'rentIsDifference'
  | 'percentOfBasePayment'
  | 'reportedByPriorServicer'
  | 'leaseOrder'
  | 'installmentShares'
  | 'countedBefore'

export type ExplanationInput =
  | {
      readonly name: 'principal' | 'amount' | 'installment' | 'minimum' | 'maximum'
      readonly cents: Cents
    }
  | { readonly name: 'rate' | 'percent'; readonly ratePpb: RatePpb }
  | {
      readonly name: 'days'
      readonly days: number
      readonly from: CivilDate
      readonly to: CivilDate
    }
  | {
      readonly name:
        | 'daysInYear'
        | 'graceDays'
        | 'payments'
        | 'installmentNumber'
        | 'moneyFactor'
        | 'yearlyRate'
      readonly count: string
    }
  | { readonly name: 'less'; readonly figure: FigureName; readonly cents: Cents }
  | { readonly name: 'exact'; readonly dollars: string }
  | { readonly name: 'dueDate' | 'on'; readonly date: CivilDate }

/**
 * `amount` is absent only where the figure is not money in cents (a per diem carries `exact`).
 * `citation` names the contract clause or law, never prose.
 */
export type Explanation = {
  readonly label: FigureName
  readonly amount?: Cents
  readonly inputs: readonly ExplanationInput[]
  readonly rule: RuleName
  readonly citation?: string
  readonly parts?: readonly Explanation[]
}

/**
 * An exact number of cents as dollars with six decimals, the form in which a per diem is printed:
 * "2.168231".
 */
export function exactDollars(exactCents: Fraction): string {
  return toDecimal({ n: exactCents.n, d: exactCents.d * 100n }, 6)
}
