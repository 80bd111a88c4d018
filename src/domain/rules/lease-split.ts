// What the money counted toward a lease's installments consists of: taxes, rent, and depreciation.
// Each cent belongs to one of them from the moment it comes: parts are counted from the beginning
// of the installment, so that partial payments add up to the installment exactly.
// Example: 256.94 = 12.25 tax + 131.39 rent + 113.30 depreciation; 100.00 of it is 4.77 tax, 51.14
// rent, 44.09 depreciation, and the other 156.94 is 7.48, 80.25 and 69.21.
import { assert } from '../assert.ts'
import type { LeaseInstallmentTerms, LeaseSchedule, TaxAmount } from '../contract/lease-schedule.ts'
import {
  type Cents,
  cents,
  larger,
  minus,
  plus,
  roundToCents,
  smaller,
  ZERO_CENTS,
} from '../money.ts'

export type LeaseSplit = {
  /** One line for each tax of the contract, in its order. */
  readonly taxes: readonly TaxAmount[]
  readonly rent: Cents
  readonly depreciation: Cents
}

export type InstallmentSplit = LeaseSplit & {
  readonly number: number
  /** What of the money went to this installment. */
  readonly amount: Cents
}

/** Money counted toward installments before and after something was paid, from the first one on. */
export type CountedSpan = { readonly from: Cents; readonly to: Cents }

/**
 * Where the counted money between two points went, one line for each installment it touched. A
 * payment is `{ from: counted before, to: counted after }`. Refuses more than all installments.
 */
export function splitByInstallment(schedule: LeaseSchedule, span: CountedSpan): InstallmentSplit[] {
  const { totalPayment, installments } = schedule
  assert(
    span.from >= 0 && span.from <= span.to && span.to <= totalPayment * installments.length,
    'counted money lies within the installments',
  )
  if (totalPayment === 0) return []
  const first = Math.floor(span.from / totalPayment)
  const beyond = Math.ceil(span.to / totalPayment)
  return installments.slice(first, beyond).flatMap((installment) => {
    const before = cents(totalPayment * (installment.number - 1))
    const within = (counted: Cents) =>
      larger(ZERO_CENTS, smaller(totalPayment, minus(counted, before)))
    const part = { from: within(span.from), to: within(span.to) }
    return part.from === part.to ? [] : [splitOne(schedule, { installment, ...part })]
  })
}

/** The same money in all. */
export function splitCounted(schedule: LeaseSchedule, span: CountedSpan): LeaseSplit {
  const none: LeaseSplit = {
    taxes: schedule.taxes.map((tax) => ({ ...tax, amount: ZERO_CENTS })),
    rent: ZERO_CENTS,
    depreciation: ZERO_CENTS,
  }
  return splitByInstallment(schedule, span).reduce<LeaseSplit>(
    (all, part) => ({
      taxes: all.taxes.map((tax, at) => ({
        ...tax,
        amount: plus(tax.amount, part.taxes[at]?.amount ?? ZERO_CENTS),
      })),
      rent: plus(all.rent, part.rent),
      depreciation: plus(all.depreciation, part.depreciation),
    }),
    none,
  )
}

function splitOne(
  { taxes }: LeaseSchedule,
  money: CountedSpan & { installment: LeaseInstallmentTerms },
): InstallmentSplit {
  const { rent, depreciation } = money.installment.row
  const whole = [...taxes.map(({ amount }) => amount), rent, depreciation]
  const before = partsOf(money.from, whole)
  const parts = partsOf(money.to, whole).map((part, at) => minus(part, before[at] ?? ZERO_CENTS))
  return {
    number: money.installment.number,
    amount: minus(money.to, money.from),
    taxes: taxes.map((tax, at) => ({ ...tax, amount: parts[at] ?? ZERO_CENTS })),
    rent: parts.at(-2) ?? ZERO_CENTS,
    depreciation: parts.at(-1) ?? ZERO_CENTS,
  }
}

/**
 * The first `amount` cents of an installment in its proportions. Each part takes its share of what
 * the parts before it left, so none ever shrinks as the amount grows, and all are whole at its end.
 */
function partsOf(amount: Cents, whole: readonly Cents[]): Cents[] {
  let left = amount
  let rest = cents(whole.reduce((total, part) => total + part, 0))
  return whole.map((part) => {
    const share = rest === 0 ? ZERO_CENTS : shareOf(left, { part, rest })
    left = minus(left, share)
    rest = minus(rest, part)
    return share
  })
}

function shareOf(amount: Cents, of: { part: Cents; rest: Cents }): Cents {
  return roundToCents({ n: BigInt(amount) * BigInt(of.part), d: BigInt(of.rest) }, 'half-up')
}
