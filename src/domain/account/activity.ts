// A loan's history as a person reads it: each fact with its split, what it left owing, and whether
// the bank can still take the money back.
import { daysBetween } from '../calendar.ts'
import type { Explanation, FigureName, RuleName } from '../explanation.ts'
import { type Cents, cents, sum, ZERO_CENTS } from '../money.ts'
import { explainLateCharge } from '../rules/late-charge.ts'
import { accrueTo, explainInterestDue } from '../rules/position.ts'
import { explainSplit, type Split } from '../rules/waterfall.ts'
import {
  type ActivityDay,
  type ActivityFact,
  activityRows,
  bareFact,
  clearingOf,
  struckFact,
} from './activity-row.ts'
import type { AccountEvent, ExtraChoice } from './event.ts'
import type { LoanLedger, Step } from './ledger.ts'

export type ActivityRow = ActivityFact & {
  readonly split: Split | null
  readonly principalAfter: Cents | null
  /** What is still owed of a charged-off account after it; null while it is not charged off. */
  readonly chargedOffAfter: Cents | null
  /** What the extra part did, where the obligor paid extra. */
  readonly extra: ExtraChoice | null
}

/** Newest first. */
export function activityOf(
  account: { ledger: LoanLedger; events: readonly AccountEvent[] },
  at: ActivityDay,
): ActivityRow[] {
  return activityRows(account, {
    counted: (event, step) => countedRow(event, step, at),
    struck: (event, reversal) => ({ ...bare(event), ...struckFact(event, reversal) }),
  })
}

/** The working of one step: how its money was split, or what a charge was made of. */
export function explainStep(step: Step): Explanation | null {
  const { payload, effectiveDate } = step.event
  if (payload.kind === 'lateCharge') return explainLateCharge(step.before, payload.installment)
  if (payload.kind === 'chargeOff') return explainOwed(step, 'chargedOff')
  if (payload.kind === 'remainder') return explainOwed(step, 'remainder')
  if ((payload.kind !== 'payment' && payload.kind !== 'proceeds') || !step.split) return null
  const before = accrueTo(step.before, effectiveDate)
  return explainSplit(step.split, {
    amount: bareFact(step.event).amount ?? payload.amount,
    toCharges: payload.kind === 'payment' ? payload.toCharges : ZERO_CENTS,
    order: before.contract.waterfall,
    interest: explainInterestDue(before, effectiveDate),
    ruleVersion: before.contract.ruleVersion,
  })
}

/** Days of interest that the money of a step found unpaid. */
export function interestDaysBefore({ event, before }: Step): number {
  const first = accrueTo(before, event.effectiveDate).spans[0]
  return first ? daysBetween(first.from, event.effectiveDate) : 0
}

/** All that was owed before the step, less the money held. */
function explainOwed({ event, before }: Step, label: 'chargedOff' | 'remainder'): Explanation {
  const at = accrueTo(before, event.effectiveDate)
  const interest = explainInterestDue(at, at.accruedThrough)
  const line = (part: FigureName, amount: Cents, rule: RuleName): Explanation => ({
    label: part,
    amount,
    inputs: [],
    rule,
  })
  const parts = [
    line('principal', at.principal, 'outstandingPrincipal'),
    interest,
    line('lateCharges', at.lateCharges, 'outstandingCharges'),
    line('fees', at.fees, 'outstandingCharges'),
    line('unapplied', cents(-at.suspense), 'overpaymentHeld'),
  ].filter(({ amount }) => amount !== 0)
  const amount = sum(parts.map((part) => part.amount ?? ZERO_CENTS))
  return { label, amount, inputs: [], rule: 'sumOfParts', parts }
}

function countedRow(event: AccountEvent, step: Step | null, at: ActivityDay): ActivityRow {
  const row = bare(event)
  if (!step) return row
  const isPayment = event.payload.kind === 'payment'
  return {
    ...row,
    split: step.split,
    principalAfter: step.after.principal,
    chargedOffAfter: step.after.chargedOff,
    // Made when they are shown: an account has many rows, and a page few of them and few workings.
    get clearing() {
      return isPayment ? clearingOf(event, at) : null
    },
    get explanation() {
      return explainStep(step)
    },
  }
}

function bare(event: AccountEvent): ActivityRow {
  const { payload } = event
  return {
    ...bareFact(event),
    split: null,
    principalAfter: null,
    chargedOffAfter: null,
    extra: payload.kind === 'payment' && payload.extraAmount ? payload.extra : null,
  }
}
