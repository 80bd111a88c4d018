// How a loan or a lease stands for its statement, and where its money goes.
import type { CivilDate } from '../../calendar.ts'
import { type Cents, minus, plus, sum } from '../../money.ts'
import { applyPayment } from '../../rules/apply.ts'
import { type AmountDue, amountDue } from '../../rules/installments.ts'
import { applyLeasePayment, type LeaseAllocation } from '../../rules/lease-apply.ts'
import {
  type LeaseAmountDue,
  type LeasePosition,
  leaseAmountDue,
  totalOfInstallments,
} from '../../rules/lease-position.ts'
import type { LoanPosition } from '../../rules/position.ts'
import type { Split } from '../../rules/waterfall.ts'
import type { AccountLedger } from '../ledger.ts'
import { positionOn } from '../replay.ts'

/** What is owed: principal of a loan, or payments of a lease that are left; charges beside it. */
export type Stated = { readonly balance: Cents; readonly charges: Cents }

export type StatementPart =
  | 'interest'
  | 'principal'
  | 'tax'
  | 'rent'
  | 'depreciation'
  | 'charges'
  | 'held'

/** Where money of an account goes, in the order of columns. */
export const PARTS: Readonly<Record<AccountLedger['product'], readonly StatementPart[]>> = {
  loan: ['interest', 'principal', 'charges', 'held'],
  lease: ['tax', 'rent', 'depreciation', 'charges', 'held'],
}

/** How the account stands at the end of a day, and where money of a later day would go. */
export function standsAt(ledger: AccountLedger, on: CivilDate) {
  return ledger.product === 'loan'
    ? loanAt(positionOn(ledger, on), on)
    : leaseAt(ledger.position, on)
}

type Standing = {
  readonly stated: Stated
  readonly due: AmountDue | LeaseAmountDue
  /** Of all that is due, if it came on that day. */
  readonly split: (day: CivilDate) => readonly Cents[]
}

function loanAt(position: LoanPosition, on: CivilDate): Standing {
  const due = amountDue(position, on)
  return {
    stated: loanStated(position),
    due,
    split: (day) => {
      const { total: amount, lateCharges, fees } = due
      const terms = { amount, toCharges: plus(lateCharges, fees), extraAmount: null }
      return loanParts(applyPayment(position, { ...terms, extra: 'installments' }, day).split)
    },
  }
}

function leaseAt(position: LeasePosition, on: CivilDate): Standing {
  const due = leaseAmountDue(position, on)
  return {
    stated: leaseStated(position),
    due,
    split: (day) => {
      const { total: amount, lateCharges, fees } = due
      const toCharges = plus(lateCharges, fees)
      return leaseParts(applyLeasePayment(position, { amount, toCharges }, day).allocation)
    },
  }
}

export function loanStated(position: LoanPosition): Stated {
  const { principal, lateCharges, fees } = position
  return { balance: principal, charges: plus(lateCharges, fees) }
}

export function loanParts(split: Split): readonly Cents[] {
  return [split.interest, split.principal, plus(split.lateCharges, split.fees), split.suspense]
}

export function leaseStated({ schedule, counted, lateCharges, fees }: LeasePosition): Stated {
  const balance = minus(totalOfInstallments(schedule), counted)
  return { balance, charges: plus(lateCharges, fees) }
}

export function leaseParts({
  split,
  lateCharges,
  fees,
  suspense,
}: LeaseAllocation): readonly Cents[] {
  const tax = sum(split.taxes.map(({ amount }) => amount))
  return [tax, split.rent, split.depreciation, plus(lateCharges, fees), suspense]
}
