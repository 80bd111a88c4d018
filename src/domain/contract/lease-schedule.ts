// The life of a lease as its contract schedules it: the rent of each month and the lease balance at
// its end, which ends exactly on the residual value.
// Example: 18,800.00, 48 x 244.69 in advance, 8.49714 %: month 1 has 131.39 of rent, 113.30 of
// depreciation and leaves 18,686.70; month 48 leaves 12,350.00.
import { assert } from '../assert.ts'
import type { CivilDate } from '../calendar.ts'
import type { Fraction } from '../fraction.ts'
import { type Cents, cents, minus, plus, roundToCents, sum } from '../money.ts'
import {
  type LeaseContract,
  type LeaseTerms,
  leaseDueDate,
  type PaymentTax,
  scheduledEnd,
} from './lease.ts'
import {
  checkTerms,
  depreciationOf,
  moneyFactorRent,
  priceOf,
  type RentPrice,
} from './lease-payment.ts'

export type LeaseRow = {
  readonly number: number
  readonly payment: Cents
  readonly rent: Cents
  /** The part of the payment that is not rent. */
  readonly depreciation: Cents
  /** Lease balance at the end of the month. */
  readonly balance: Cents
}

/** Total of the base periodic payments (12 CFR 1013.4(f)(7)). */
export function totalOfBasePayments(terms: { payments: number }, basePayment: Cents): Cents {
  return cents(basePayment * terms.payments)
}

/**
 * The rent charge: by law a difference, the total of the base payments less the depreciation
 * (1013.4(f)(6)). Cents below zero where a payment without rent was rounded down.
 */
export function rentChargeOf(terms: LeaseTerms, basePayment: Cents): Cents {
  return minus(totalOfBasePayments(terms, basePayment), depreciationOf(terms))
}

/**
 * Whether cents can be followed through the term: a cent of rounding in the first month grows with
 * the balance, and where it grows more than a thousandfold no row would mean anything.
 */
export function canBeScheduled(terms: LeaseTerms, price: RentPrice): boolean {
  if (price.kind === 'money-factor') return true
  const count = BigInt(terms.payments)
  const base = price.rate.d * 12n
  return (base + price.rate.n) ** count <= MOST_GROWTH * base ** count
}

const MOST_GROWTH = 1_000n

/**
 * One row for each payment. Constant yield: a twelfth of the rate on the balance, less the payment
 * when it comes in advance (Federal Reserve leasing guide). Money factor: the same rent each month.
 * Each month's rent is rounded; the last one takes what is left of the rent charge.
 */
export function leaseRows(
  terms: LeaseTerms,
  lease: { basePayment: Cents; price: RentPrice },
): LeaseRow[] {
  checkTerms(terms)
  assert(canBeScheduled(terms, lease.price), 'the rate and term of a lease can be scheduled')
  const { basePayment } = lease
  const rows: LeaseRow[] = []
  let balance = terms.adjustedCapitalizedCost
  let rentLeft = rentChargeOf(terms, basePayment)
  const rentOn = rentOfMonth(terms, lease)
  for (let number = 1; number <= terms.payments; number += 1) {
    const rent = number === terms.payments ? rentLeft : rentOn(balance)
    const depreciation = minus(basePayment, rent)
    rentLeft = minus(rentLeft, rent)
    balance = minus(balance, depreciation)
    rows.push({ number, payment: basePayment, rent, depreciation, balance })
  }
  return rows
}

/** A tax of the contract with what it comes to in each payment. */
export type TaxAmount = PaymentTax & { readonly amount: Cents }

export type LeaseInstallmentTerms = {
  readonly number: number
  readonly due: CivilDate
  /** Last day of the month that it pays for: its rent is earned by then. */
  readonly monthEnd: CivilDate
  readonly row: LeaseRow
}

/** All that is fixed about the payments of a lease at signing, made once for an account. */
export type LeaseSchedule = {
  readonly contract: LeaseContract
  readonly installments: readonly LeaseInstallmentTerms[]
  /** Taxes in each payment, each rounded by itself. */
  readonly taxes: readonly TaxAmount[]
  /** Total periodic payment (1013.4(f)(11)). */
  readonly totalPayment: Cents
}

export function leaseSchedule(contract: LeaseContract): LeaseSchedule {
  const rows = leaseRows(contract, {
    basePayment: contract.basePayment,
    price: priceOf(contract),
  })
  const taxes = paymentTaxes(contract)
  return {
    contract,
    installments: rows.map((row) => ({
      number: row.number,
      due: leaseDueDate(contract, row.number),
      monthEnd: monthEnd(contract, row.number),
      row,
    })),
    taxes,
    totalPayment: plus(contract.basePayment, sum(taxes.map(({ amount }) => amount))),
  }
}

/** Each tax on one base payment, rounded by the contract's rule. */
export function paymentTaxes(
  contract: Pick<LeaseContract, 'basePayment' | 'rounding' | 'paymentTaxes'>,
): TaxAmount[] {
  return contract.paymentTaxes.map((tax) => ({ ...tax, amount: taxOn(contract, tax) }))
}

/**
 * The lease balance on a day, as scheduled: it falls when a month is over, and never because money
 * came early (Federal Reserve leasing guide).
 */
export function leaseBalanceOn(schedule: LeaseSchedule, on: CivilDate): Cents {
  const over = schedule.installments.findLast(({ monthEnd: end }) => end <= on)
  return over?.row.balance ?? schedule.contract.adjustedCapitalizedCost
}

function rentOfMonth(
  terms: LeaseTerms,
  { basePayment, price }: { basePayment: Cents; price: RentPrice },
): (balance: Cents) => Cents {
  if (price.kind === 'money-factor') {
    const rent = roundToCents(moneyFactorRent(terms, price.moneyFactor), terms.rounding)
    return () => rent
  }
  const paidFirst = terms.timing === 'in-advance' ? basePayment : 0
  return (balance) => roundToCents(twelfth(price.rate, balance - paidFirst), terms.rounding)
}

// Not reduced: it is rounded at once.
function twelfth(rate: Fraction, balance: number): Fraction {
  return { n: rate.n * BigInt(balance), d: rate.d * 12n }
}

function taxOn(contract: Pick<LeaseContract, 'basePayment' | 'rounding'>, tax: PaymentTax): Cents {
  const exact = { n: BigInt(contract.basePayment) * BigInt(tax.percentPpb), d: 1_000_000_000n }
  return roundToCents(exact, contract.rounding)
}

/** With payments in arrears a month ends on its due date, in advance on the next one. */
function monthEnd(contract: LeaseContract, number: number): CivilDate {
  if (contract.timing === 'in-arrears') return leaseDueDate(contract, number)
  return number === contract.payments ? scheduledEnd(contract) : leaseDueDate(contract, number + 1)
}
