// Whether an installment itself was paid in time, whatever is still missing of older ones: for late
// charges money counts first for the installment that is current on its day, then for older ones,
// then for those to come (14A O.S. 2-203(3); 16 CFR 444.4).
// Example: 100.00 a month, February missed, 100.00 on 2026-03-01: that is March's, and only
// February is late.
import { type Cents, cents, ZERO_CENTS } from '../money.ts'

/** Money on a day; `current` is the last installment due by that day, 0 where none is. */
export type Receipt = { readonly current: number; readonly amount: Cents }

/** What each installment has received, from number 1 at index 0. */
export function receivedCurrentFirst(
  receipts: readonly Receipt[],
  installments: { readonly count: number; readonly payment: Cents },
): readonly Cents[] {
  const { count, payment } = installments
  const received: Cents[] = Array.from({ length: count }, () => ZERO_CENTS)
  // All before this one have received theirs in full.
  let open = 0
  for (const receipt of receipts) {
    const current = Math.min(receipt.current, count)
    let left: number = receipt.amount
    const give = (index: number): void => {
      const before = received[index] ?? payment
      const part = Math.min(left, payment - before)
      received[index] = cents(before + part)
      left -= part
    }
    // The current one, those before it from the oldest on, those after it.
    if (current > 0) give(current - 1)
    for (let index = open; left > 0 && index < count; index += 1) give(index)
    while (open < count && received[open] === payment) open += 1
  }
  return received
}
