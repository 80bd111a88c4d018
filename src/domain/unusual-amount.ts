// An amount that looks like a slip of the hand: asked about once, never refused.
// Example: 513.12 is due and 5,131.20 is typed: ten times as much, a decimal point too far right.
import { type Cents, cents } from './money.ts'
import type { Strangeness } from './refusal.ts'

/** More of the monthly payment than this, typed by hand, is asked about. */
const MANY_PAYMENTS = 3

export type Unusual = {
  readonly how: Strangeness
  /** What it is compared with: an amount that is due, or the monthly payment. */
  readonly usual: Cents
}

/**
 * Null for an amount that is as usual. `due` holds the amounts that the form offered, `monthly` is
 * the payment of the contract. Asked of amounts that somebody typed: a payoff is what it is.
 */
export function unusualAmount(
  amount: Cents,
  at: { readonly due: readonly Cents[]; readonly monthly: Cents },
): Unusual | null {
  const offered = [...at.due, at.monthly].filter((usual) => usual > 0)
  const tenfold = offered.find((usual) => amount === usual * 10)
  if (tenfold) return { how: 'tenTimes', usual: tenfold }
  const hundredfold = offered.find((usual) => amount === usual * 100)
  if (hundredfold) return { how: 'hundredTimes', usual: hundredfold }
  if (at.monthly === 0) return null
  const most = cents(Math.max(...offered, at.monthly * MANY_PAYMENTS))
  return amount > most ? { how: 'large', usual: at.monthly } : null
}
