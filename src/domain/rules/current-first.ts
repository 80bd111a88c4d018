// Whether an installment itself was paid in time, whatever is still missing of older ones: for late
// charges money counts first for the installment that is current on its day, then for older ones,
// then for those to come (14A O.S. 2-203(3); 16 CFR 444.4).
// Example: 100.00 a month, February missed, 100.00 on 2026-03-01: that is March's, and only
// February is late.
import { type Cents, minus, plus, smaller, ZERO_CENTS } from '../money.ts'

/** Money on a day; `current` is the last installment due by that day, 0 where none is. */
export type Receipt = { readonly current: number; readonly amount: Cents }

/** What each installment has received, from number 1 at index 0. */
export function receivedCurrentFirst(
  receipts: readonly Receipt[],
  installments: { readonly count: number; readonly payment: Cents },
): readonly Cents[] {
  const { count, payment } = installments
  const received = new Array<Cents>(count).fill(ZERO_CENTS)
  // All before this one have received theirs in full.
  let open = 0
  for (const { current: number, amount } of receipts) {
    const current = Math.min(number, count) - 1
    // The current one, those before it from the oldest on, those after it.
    let left = current < 0 ? amount : give(received, current, { amount, payment })
    for (let index = open; left > 0 && index < count; index += 1)
      left = give(received, index, { amount: left, payment })
    while (open < count && received[open] === payment) open += 1
  }
  return received
}

/** As much as it still takes; answers with what is left. */
function give(
  received: Cents[],
  index: number,
  { amount, payment }: { readonly amount: Cents; readonly payment: Cents },
): Cents {
  const before = received[index] ?? payment
  const part = smaller(amount, minus(payment, before))
  received[index] = plus(before, part)
  return minus(amount, part)
}
