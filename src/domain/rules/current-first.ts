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
  const received: Cents[] = Array.from({ length: count }, () => ZERO_CENTS)
  for (const { current, amount } of receipts) {
    let left = amount
    for (const index of inOrder(Math.min(current, count), count)) {
      const part = smaller(left, minus(payment, received[index] ?? payment))
      received[index] = plus(received[index] ?? ZERO_CENTS, part)
      left = minus(left, part)
      if (left <= 0) break
    }
  }
  return received
}

/** Indexes: the current one, those before it from the oldest on, those after it. */
function* inOrder(current: number, count: number): Generator<number> {
  if (current > 0) yield current - 1
  for (let index = 0; index < current - 1; index += 1) yield index
  for (let index = current; index < count; index += 1) yield index
}
