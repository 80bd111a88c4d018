// `keyturn calc lease`: the base payment of a lease, what it is made of, and its rent and balance
// month by month.
// Example: 18800.00 to 12350.00 in 48 payments of 244.69 in advance: 5295.12 of rent charge,
// 8.497 % a year, 131.39 of rent in the first month.

import type { LeaseTerms } from '#src/domain/contract/lease.ts'
import { explainBasePayment, explainWithTaxes } from '#src/domain/contract/lease-explanation.ts'
import {
  basePaymentOf,
  depreciationOf,
  type RentPrice,
} from '#src/domain/contract/lease-payment.ts'
import { rateOfMoneyFactor, solveLeaseRate } from '#src/domain/contract/lease-rate.ts'
import {
  canBeScheduled,
  type LeaseRow,
  leaseRows,
  paymentTaxes,
  rentChargeOf,
  type TaxAmount,
  totalOfBasePayments,
} from '#src/domain/contract/lease-schedule.ts'
import { divide, type Fraction, fraction, multiply, toDecimal } from '#src/domain/fraction.ts'
import { type Cents, cents, minus, plus, toDollars } from '#src/domain/money.ts'
import { type Computed, calculation, type Refused, refuse } from './calculation.ts'
import { type LeaseAsked, leaseForm, misfit } from './lease-form.ts'
import { reasonOf } from './reason.ts'

export const lease = calculation(leaseForm, (asked): Computed => {
  const refused = misfit(asked)
  if (refused) return refuse(refused)
  const terms = termsOf(asked)
  const price = priceOf(asked, terms)
  if ('field' in price) return refuse(price)
  const basePayment = asked.payment ?? basePaymentOf(terms, price)
  const taxed = taxedPayment(asked, basePayment)
  return {
    ok: true,
    result: {
      ...figuresOf(terms, { basePayment, price }),
      ...(taxed && taxFigures(taxed, terms)),
      rows: leaseRows(terms, { basePayment, price }).map(printedRow),
    },
    explain: () => {
      const base = explainBasePayment(terms, { basePayment, price })
      return reasonOf(taxed ? explainWithTaxes(base, taxed) : base)
    },
  }
})

function termsOf(asked: LeaseAsked): LeaseTerms {
  return {
    adjustedCapitalizedCost: asked.adjustedCapitalizedCost,
    residualValue: asked.residual,
    payments: asked.payments,
    timing: asked.inAdvance ? 'in-advance' : 'in-arrears',
    rounding: asked.rounding,
  }
}

function priceOf(asked: LeaseAsked, terms: LeaseTerms): RentPrice | Refused {
  if (asked.moneyFactor !== null) return { kind: 'money-factor', moneyFactor: asked.moneyFactor }
  const { payment } = asked
  const rate =
    payment === null ? asked.rate && divide(asked.rate, HUNDRED) : solveLeaseRate(terms, payment)
  if (rate === null) return { field: 'payment', message: whyNoRate(terms, payment) }
  const price = { kind: 'constant-yield' as const, rate }
  if (canBeScheduled(terms, price)) return price
  const message = 'Over so many payments a cent of rounding would grow a thousandfold; give less.'
  return { field: payment === null ? 'rate' : 'payment', message }
}

function whyNoRate(terms: LeaseTerms, payment: Cents | null): string {
  const falls = totalOfBasePayments(terms, payment ?? cents(0)) < depreciationOf(terms)
  return falls
    ? 'The payments must at least cover the cost less the residual; give more.'
    : 'The rate would be 1000 % a year or more; give less.'
}

type Taxed = {
  readonly basePayment: Cents
  readonly taxes: readonly TaxAmount[]
  readonly totalPayment: Cents
}

/** Null where no tax was asked for. */
function taxedPayment({ taxPercent, rounding }: LeaseAsked, basePayment: Cents): Taxed | null {
  if (taxPercent === null) return null
  const line = { name: 'tax', percentPpb: taxPercent, citation: '' }
  const taxes = paymentTaxes({ basePayment, rounding, paymentTaxes: [line] })
  return {
    basePayment,
    taxes,
    totalPayment: plus(basePayment, ...taxes.map(({ amount }) => amount)),
  }
}

function taxFigures({ basePayment, totalPayment }: Taxed, { payments }: LeaseTerms) {
  return {
    tax: toDollars(minus(totalPayment, basePayment)),
    totalPayment: toDollars(totalPayment),
    totalOfPeriodicPayments: toDollars(cents(totalPayment * payments)),
  }
}

function figuresOf(terms: LeaseTerms, lease: { basePayment: Cents; price: RentPrice }) {
  const { basePayment, price } = lease
  const rate = price.kind === 'money-factor' ? rateOfMoneyFactor(price.moneyFactor) : price.rate
  return {
    basePayment: toDollars(basePayment),
    depreciation: toDollars(depreciationOf(terms)),
    rentCharge: toDollars(rentChargeOf(terms, basePayment)),
    rate: percentText(rate),
    totalOfBasePayments: toDollars(totalOfBasePayments(terms, basePayment)),
  }
}

function printedRow({ number, payment, rent, balance }: LeaseRow) {
  return {
    number,
    payment: toDollars(payment),
    rent: toDollars(rent),
    balance: toDollars(balance),
  }
}

/** Twelve decimals, without the zeros after the second. */
function percentText(rate: Fraction): string {
  return toDecimal(multiply(rate, HUNDRED), 12).replace(/0{1,10}$/, '')
}

const HUNDRED = fraction(100n)
