// The working of a lease's payment and of all that it costs, line by line as Regulation M has them.
// Example: 256.94 = 244.69 + 12.25 of tax; 244.69 x 48 = 11,745.12 = 6,450.00 of depreciation and
// 5,295.12 of rent.
import type { Explanation, ExplanationInput, FigureName } from '../explanation.ts'
import { type Fraction, fraction, multiply, toDecimal } from '../fraction.ts'
import { type Cents, cents, sum } from '../money.ts'
import type { LeaseTerms } from './lease.ts'
import { leaseDisclosure } from './lease-disclosure.ts'
import { depreciationOf, priceOf, type RentPrice } from './lease-payment.ts'
import { rateOfMoneyFactor } from './lease-rate.ts'
import {
  type LeaseSchedule,
  rentChargeOf,
  type TaxAmount,
  totalOfBasePayments,
} from './lease-schedule.ts'

/** How the periodic payment is derived, in the order of 1013.4(f)(1) to (11), read upwards. */
export function explainTotalPayment(schedule: LeaseSchedule): Explanation {
  const { contract, totalPayment, taxes } = schedule
  const cost: Explanation = {
    ...line('adjustedCapitalizedCost', contract.adjustedCapitalizedCost, '(f)(3)'),
    rule: 'sumOfParts',
    parts: [
      line('grossCapitalizedCost', contract.grossCapitalizedCost, '(f)(1)'),
      line('capitalizedCostReduction', cents(-contract.capitalizedCostReduction), '(f)(2)'),
    ],
  }
  const { basePayment } = contract
  const base = explainBasePayment(contract, { basePayment, price: priceOf(contract), cost })
  return explainWithTaxes(base, { basePayment, totalPayment, taxes })
}

/** The total periodic payment: the base payment and its taxes. */
export function explainWithTaxes(
  base: Explanation,
  payment: { basePayment: Cents; totalPayment: Cents; taxes: readonly TaxAmount[] },
): Explanation {
  const taxes = payment.taxes.map(
    ({ amount, percentPpb, citation }): Explanation => ({
      label: 'paymentTax',
      amount,
      inputs: [
        { name: 'amount', cents: payment.basePayment },
        { name: 'percent', ratePpb: percentPpb },
      ],
      rule: 'percentOfBasePayment',
      ...(citation === '' ? {} : { citation }),
    }),
  )
  return {
    ...line('totalPayment', payment.totalPayment, '(f)(11)'),
    rule: 'sumOfParts',
    parts: [base, ...taxes],
  }
}

/** The base payment: how its method made it, and the total that it comes to. */
export function explainBasePayment(
  terms: LeaseTerms,
  lease: { basePayment: Cents; price: RentPrice; cost?: Explanation },
): Explanation {
  const { basePayment, price } = lease
  const inputs: ExplanationInput[] = [
    { name: 'payments', count: String(terms.payments) },
    ...priceInputs(price),
  ]
  const cost =
    lease.cost ?? line('adjustedCapitalizedCost', terms.adjustedCapitalizedCost, '(f)(3)')
  return {
    ...line('basePayment', basePayment, '(f)(9)'),
    inputs,
    rule: price.kind === 'money-factor' ? 'moneyFactorPayment' : 'constantYieldPayment',
    parts: [explainTotalOfBase(terms, { basePayment, cost })],
  }
}

/** What the lessee will have paid by the end of the lease, without what is refunded (1013.4(e)). */
export function explainTotalOfPayments(schedule: LeaseSchedule): Explanation {
  const { contract } = schedule
  const shown = leaseDisclosure(schedule)
  const signing: Explanation = {
    ...line('amountDueAtSigning', shown.amountDueAtSigning, '(b)'),
    rule: 'sumOfParts',
    parts: [
      line('capitalizedCostReduction', contract.capitalizedCostReduction, '(b)'),
      line('paymentAtSigning', shown.paymentAtSigning, '(b)'),
      line('securityDeposit', contract.securityDeposit, '(b)'),
      line('signingCharges', sum(contract.signingCharges.map(({ amount }) => amount)), '(n)'),
    ],
  }
  return {
    ...line('totalOfPayments', shown.totalOfPayments, '(e)'),
    rule: 'sumOfParts',
    parts: [
      signing,
      line('securityDeposit', cents(-contract.securityDeposit), '(e)'),
      {
        ...line('totalOfPeriodicPayments', shown.totalOfPeriodicPayments, '(c)'),
        inputs: [
          { name: 'amount', cents: shown.totalPayment },
          { name: 'payments', count: String(contract.payments) },
        ],
        rule: 'paymentsTimesNumber',
      },
      line('paymentAtSigning', cents(-shown.paymentAtSigning), '(e)'),
      line('dispositionFee', contract.dispositionFee, '(d)'),
    ],
  }
}

function explainTotalOfBase(
  terms: LeaseTerms,
  { basePayment, cost }: { basePayment: Cents; cost: Explanation },
): Explanation {
  const depreciation: Explanation = {
    ...line('depreciation', depreciationOf(terms), '(f)(5)'),
    rule: 'sumOfParts',
    parts: [cost, line('residualValue', cents(-terms.residualValue), '(f)(4)')],
  }
  const rent: Explanation = {
    ...line('rentCharge', rentChargeOf(terms, basePayment), '(f)(6)'),
    rule: 'rentIsDifference',
  }
  return {
    ...line('totalOfBasePayments', totalOfBasePayments(terms, basePayment), '(f)(7)'),
    inputs: [
      { name: 'amount', cents: basePayment },
      { name: 'payments', count: String(terms.payments) },
    ],
    rule: 'paymentsTimesNumber',
    parts: [depreciation, rent],
  }
}

/** The yearly rate of a money factor is only what the trade compares it with. */
function priceInputs(price: RentPrice): ExplanationInput[] {
  if (price.kind === 'constant-yield') return [yearlyRate(price.rate)]
  return [
    { name: 'moneyFactor', count: toDecimal(price.moneyFactor, 12) },
    yearlyRate(rateOfMoneyFactor(price.moneyFactor)),
  ]
}

function yearlyRate(rate: Fraction): ExplanationInput {
  return { name: 'yearlyRate', count: toDecimal(multiply(rate, fraction(100n)), 12) }
}

function line(label: FigureName, amount: Cents, paragraph: string): Explanation {
  return {
    label,
    amount,
    inputs: [],
    rule: 'contractTerm',
    citation: `12 CFR 1013.4${paragraph}`,
  }
}
