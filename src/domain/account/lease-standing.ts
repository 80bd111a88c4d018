// How a lease account stands at the end of a day: what is due, how far the term is, the lease
// balance as scheduled, and money that came before its time.
// Example: 48 x 256.94 from 2026-01-15, six paid and 229.18 toward the seventh on 2026-03-20: 27.76
// is next, due 2026-07-15; 999.06 is prepaid; the lease balance is 18,572.60.
import { addMonths, type CivilDate, daysBetween, later } from '../calendar.ts'
import { scheduledEnd } from '../contract/lease.ts'
import { explainWithTaxes } from '../contract/lease-explanation.ts'
import { leaseBalanceOn } from '../contract/lease-schedule.ts'
import type { Explanation } from '../explanation.ts'
import { type Cents, cents, minus } from '../money.ts'
import { type MileageAllowance, mileageAllowance } from '../rules/lease-mileage.ts'
import {
  type LeaseAmountDue,
  type LeaseInstallment,
  type LeasePosition,
  leaseAmountDue,
  leaseDaysPastDue,
  leaseInstallmentsPaid,
  pastDueLeaseInstallments,
  prepaidOn,
} from '../rules/lease-position.ts'
import { type LeaseLedger, stepOn } from './ledger.ts'

export type LeaseStanding = {
  readonly ledger: LeaseLedger
  readonly position: LeasePosition
  readonly due: LeaseAmountDue
  readonly dueExplained: Explanation
  readonly daysPastDue: number
  readonly installmentsPaid: number
  /** As scheduled. */
  readonly balance: Cents
  readonly prepaid: Cents
  readonly term: LeaseTerm
  readonly mileage: MileageAllowance | null
}

export type LeaseTerm = {
  readonly ends: CivilDate
  readonly days: number
  /** Zero on the last day and after it. */
  readonly daysLeft: number
  readonly months: number
  /** Months that have begun count as left. */
  readonly monthsLeft: number
}

export function leaseStandingOn(ledger: LeaseLedger, on: CivilDate): LeaseStanding {
  const position = stepOn(ledger, on).after
  const { schedule } = position
  const { contract } = ledger
  return {
    ledger,
    position,
    due: leaseAmountDue(position, on),
    get dueExplained() {
      return explainLeaseDue(position, on)
    },
    daysPastDue: leaseDaysPastDue(position, on),
    installmentsPaid: leaseInstallmentsPaid(position),
    balance: leaseBalanceOn(schedule, on),
    prepaid: prepaidOn(position, on),
    term: termOn(contract, on),
    mileage: mileageAllowance(contract, on),
  }
}

/** Everything that is due, installment by installment, with base payment and taxes of each. */
export function explainLeaseDue(position: LeasePosition, on: CivilDate): Explanation {
  const due = leaseAmountDue(position, on)
  const installments = [
    ...pastDueLeaseInstallments(position, on),
    ...(due.current ? [due.current] : []),
  ]
  const charges: Explanation[] = [
    { label: 'lateCharges', amount: due.lateCharges, inputs: [], rule: 'outstandingCharges' },
    { label: 'fees', amount: due.fees, inputs: [], rule: 'outstandingCharges' },
  ]
  const parts = [
    ...installments.map(explainInstallmentDue),
    ...charges.filter(({ amount }) => amount !== 0),
  ]
  const [only, ...others] = parts
  if (only && others.length === 0) return only
  return { label: 'amountDue', amount: due.total, inputs: [], rule: 'sumOfParts', parts }
}

function explainInstallmentDue(installment: LeaseInstallment): Explanation {
  const { number, due, amount, base, taxes, total } = installment
  const baseLine: Explanation = {
    label: 'basePayment',
    amount: base,
    inputs: [],
    rule: 'contractTerm',
    citation: '12 CFR 1013.4(f)(9)',
  }
  const whole = explainWithTaxes(baseLine, { basePayment: base, totalPayment: total, taxes })
  const alreadyIn = minus(total, amount)
  const paid: Explanation = {
    label: 'paidToward',
    amount: cents(-alreadyIn),
    inputs: [],
    rule: 'countedBefore',
  }
  return {
    label: 'installment',
    amount,
    inputs: [
      { name: 'installmentNumber', count: String(number) },
      { name: 'dueDate', date: due },
    ],
    rule: 'sumOfParts',
    parts: [...(whole.parts ?? []), ...(alreadyIn === 0 ? [] : [paid])],
  }
}

function termOn(contract: LeaseLedger['contract'], on: CivilDate): LeaseTerm {
  const { start, termMonths } = contract
  const ends = scheduledEnd(contract)
  const day = later(on, start)
  let monthsLeft = 0
  while (monthsLeft < termMonths && addMonths(start, termMonths - monthsLeft) > day) monthsLeft += 1
  return {
    ends,
    days: daysBetween(start, ends),
    daysLeft: day < ends ? daysBetween(day, ends) : 0,
    months: termMonths,
    monthsLeft,
  }
}
