// A lease's history as a person reads it: which payments of the contract the money reached, what it
// consisted of, and whether the bank can still take it back.
import type { Explanation } from '../explanation.ts'
import { type Cents, sum } from '../money.ts'
import type { LeaseAllocation } from '../rules/lease-apply.ts'
import { explainLeaseLateCharge } from '../rules/lease-late-charge.ts'
import { leaseInstallmentsPaid } from '../rules/lease-position.ts'
import { type InstallmentSplit, splitByInstallment } from '../rules/lease-split.ts'
import {
  type ActivityDay,
  type ActivityFact,
  activityRows,
  bareFact,
  clearingOf,
  struckFact,
} from './activity-row.ts'
import type { AccountEvent } from './event.ts'
import type { LeaseLedger, LeaseStep } from './ledger.ts'

export type LeaseActivityRow = ActivityFact & {
  readonly split: LeaseAllocation | null
  /** Numbers of the first and last installment that the money went to. */
  readonly reached: { readonly from: number; readonly to: number } | null
  /** Installments paid in full after it. */
  readonly paidAfter: number | null
}

/** Newest first. */
export function leaseActivityOf(
  account: { ledger: LeaseLedger; events: readonly AccountEvent[] },
  at: ActivityDay,
): LeaseActivityRow[] {
  const bare = { split: null, reached: null, paidAfter: null }
  return activityRows(account, {
    counted: (event, step) => (step ? countedRow(step, at) : { ...bareFact(event), ...bare }),
    struck: (event, reversal) => ({ ...struckFact(event, reversal), ...bare }),
  })
}

function countedRow(step: LeaseStep, at: ActivityDay): LeaseActivityRow {
  const { event, after, split } = step
  const isPayment = event.payload.kind === 'payment'
  return {
    ...bareFact(event),
    split,
    paidAfter: leaseInstallmentsPaid(after),
    // Made when they are shown, as those of a loan.
    get reached() {
      const parts = installmentsOf(step)
      const [first, last] = [parts[0], parts.at(-1)]
      return isPayment && first && last ? { from: first.number, to: last.number } : null
    },
    get clearing() {
      return isPayment ? clearingOf(event, at) : null
    },
    get explanation() {
      return explainLeaseStep(step)
    },
  }
}

type Explained = Omit<LeaseStep, 'moves'>

/** The working of one step: what its money went to, or what a charge was made of. */
export function explainLeaseStep(step: Explained): Explanation | null {
  const { event, before, split } = step
  const { payload } = event
  if (payload.kind === 'lateCharge')
    return explainLeaseLateCharge(before.schedule, payload.installment)
  if (payload.kind !== 'payment' || !split) return null
  const charges = payload.toCharges > 0 ? 'chargesDirected' : 'outstandingCharges'
  const parts: Explanation[] = [
    ...installmentsOf(step).map((part) => explainInstallment(step, part)),
    { label: 'toLateCharges', amount: split.lateCharges, inputs: [], rule: charges },
    { label: 'toFees', amount: split.fees, inputs: [], rule: charges },
    { label: 'toSuspense', amount: split.suspense, inputs: [], rule: 'overpaymentHeld' },
  ]
  return {
    label: 'payment',
    amount: payload.amount,
    inputs: [],
    rule: 'leaseOrder',
    citation: before.schedule.contract.ruleVersion,
    parts: parts.filter(({ amount }) => amount !== 0),
  }
}

function explainInstallment(step: Explained, part: InstallmentSplit): Explanation {
  const due = step.before.schedule.installments[part.number - 1]?.due
  const line = (label: 'toTax' | 'toRent' | 'toDepreciation', amount: Cents): Explanation => ({
    label,
    amount,
    inputs: [],
    rule: 'installmentShares',
  })
  const parts = [
    line('toTax', sum(part.taxes.map(({ amount }) => amount))),
    line('toRent', part.rent),
    line('toDepreciation', part.depreciation),
  ]
  return {
    label: 'toInstallment',
    amount: part.amount,
    inputs: [
      { name: 'installmentNumber', count: String(part.number) },
      ...(due ? [{ name: 'dueDate' as const, date: due }] : []),
    ],
    rule: 'installmentShares',
    parts: parts.filter(({ amount }) => amount !== 0),
  }
}

function installmentsOf({ before, after }: Explained): InstallmentSplit[] {
  return splitByInstallment(before.schedule, { from: before.counted, to: after.counted })
}
