// How one payment is split. Lenders differ, so the order is a contract field (DOMAIN.md 3.1).
// Example: 662.55 with 30.36 interest due, interest before principal: 30.36 interest, 632.19
// principal.
import { unreachable } from '../assert.ts'
import type { Bucket } from '../contract/loan.ts'
import type { Explanation, ExplanationInput, FigureName } from '../explanation.ts'
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

/**
 * The split as a tree: charges first where the obligor directed money to them, then the buckets in
 * contract order. What went to principal is what the rest leaves, and shows it.
 */
export function explainSplit(
  split: Split,
  payment: {
    amount: Cents
    toCharges: Cents
    order: readonly Bucket[]
    interest: Explanation
    ruleVersion: string
  },
): Explanation {
  const { amount, interest, ruleVersion } = payment
  const isDirected = payment.toCharges > 0
  const order = isDirected ? chargesFirst(payment.order) : payment.order
  const parts = order.map(
    (bucket): Explanation => ({
      label: bucketLabel(bucket),
      amount: split[bucket],
      inputs: bucket === 'principal' ? restInputs(split, { amount, order }) : [],
      rule: 'waterfallOrder',
      ...(bucket === 'interest' ? { parts: [interest] } : {}),
    }),
  )
  return {
    label: 'payment',
    amount,
    inputs: [],
    rule: isDirected ? 'directedThenOrder' : 'waterfallOrder',
    citation: ruleVersion,
    parts: [...parts, ...besideBuckets(split)],
  }
}

/** The payment, and every part of it that is not principal. */
function restInputs(
  split: Split,
  { amount, order }: { amount: Cents; order: readonly Bucket[] },
): ExplanationInput[] {
  const others = [
    ...order
      .filter((bucket) => bucket !== 'principal')
      .map((name) => ({ name, at: bucketLabel(name) })),
    { name: 'recovered', at: 'toChargedOff' },
    { name: 'suspense', at: 'toSuspense' },
  ] as const
  return [
    { name: 'amount', cents: amount },
    ...others
      .filter(({ name }) => split[name] !== 0)
      .map(({ name, at }) => ({ name: 'less' as const, figure: at, cents: split[name] })),
  ]
}

function besideBuckets({ recovered, suspense }: Split): Explanation[] {
  const none = { inputs: [] }
  return [
    ...(recovered > 0
      ? [{ label: 'toChargedOff', amount: recovered, rule: 'chargedOffFirst', ...none } as const]
      : []),
    ...(suspense > 0
      ? [{ label: 'toSuspense', amount: suspense, rule: 'overpaymentHeld', ...none } as const]
      : []),
  ]
}

const CHARGES: readonly Bucket[] = ['lateCharges', 'fees']

function chargesFirst(order: readonly Bucket[]): Bucket[] {
  return [...CHARGES, ...order.filter((bucket) => !CHARGES.includes(bucket))]
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
