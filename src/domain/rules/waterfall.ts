// How one payment is split. Lenders differ, so the order is a contract field (DOMAIN.md 3.1).
// Example: 662.55 with 30.36 interest due, interest before principal: 30.36 interest, 632.19
// principal.
import { unreachable } from '../assert.ts'
import type { Bucket } from '../contract/loan.ts'
import type { Explanation, FigureName } from '../explanation.ts'
import { type Cents, minus, plus, smaller, ZERO_CENTS } from '../money.ts'

/** What each bucket owes; interest already rounded. */
export type Owed = Readonly<Record<Bucket, Cents>>

/** Where the money of one payment went; the parts add up to the payment. */
export type Split = Readonly<Record<Bucket, Cents>> & {
  /** Of what was charged off. */
  readonly recovered: Cents
  readonly suspense: Cents
}

/**
 * Splits `amount`: first the part the obligor directed to charges (late charges, then fees), then
 * the buckets in contract order, each up to what it owes; what is left is suspense.
 */
export function applyWaterfall(payment: {
  amount: Cents
  toCharges: Cents
  owed: Owed
  order: readonly Bucket[]
}): Split {
  const split: Record<Bucket, Cents> = {
    interest: ZERO_CENTS,
    principal: ZERO_CENTS,
    lateCharges: ZERO_CENTS,
    fees: ZERO_CENTS,
  }
  const give = (bucket: Bucket, available: Cents): Cents => {
    const part = smaller(available, minus(payment.owed[bucket], split[bucket]))
    split[bucket] = plus(split[bucket], part)
    return minus(available, part)
  }
  const directed = smaller(payment.toCharges, payment.amount)
  const undirected = give('fees', give('lateCharges', directed))
  let left = plus(minus(payment.amount, directed), undirected)
  for (const bucket of payment.order) left = give(bucket, left)
  return { ...split, recovered: ZERO_CENTS, suspense: left }
}

/** The split as a tree, in contract order. */
export function explainSplit(
  split: Split,
  payment: { amount: Cents; order: readonly Bucket[]; interest: Explanation; ruleVersion: string },
): Explanation {
  const parts: Explanation[] = payment.order.map((bucket) => ({
    label: bucketLabel(bucket),
    amount: split[bucket],
    inputs: [],
    rule: 'waterfallOrder',
    ...(bucket === 'interest' ? { parts: [payment.interest] } : {}),
  }))
  if (split.recovered > 0)
    parts.push({
      label: 'toChargedOff',
      amount: split.recovered,
      inputs: [],
      rule: 'chargedOffFirst',
    })
  if (split.suspense > 0)
    parts.push({ label: 'toSuspense', amount: split.suspense, inputs: [], rule: 'overpaymentHeld' })
  return {
    label: 'payment',
    amount: payment.amount,
    inputs: [],
    rule: 'waterfallOrder',
    citation: payment.ruleVersion,
    parts,
  }
}

function bucketLabel(bucket: Bucket): FigureName {
  switch (bucket) {
    case 'interest':
      return 'toInterest'
    case 'principal':
      return 'toPrincipal'
    case 'lateCharges':
      return 'toLateCharges'
    case 'fees':
      return 'toFees'
    default:
      return unreachable(bucket)
  }
}
