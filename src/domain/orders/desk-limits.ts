// What one person at the desk moves alone, and from when on a second one decides. Parts count
// together, so that nothing passes in pieces.
// Example: 500.00 alone on an account in seven days, 300.00 moved two days ago: 200.00 more goes
// alone, 200.01 asks for a second person.
import { type Cents, plus } from '../money.ts'

export type DeskLimits = {
  /** On one account within seven days. */
  readonly aloneOnAccount: Cents
  /** In one business day, on all accounts. */
  readonly aloneInDay: Cents
  /** How many days back money may count. */
  readonly backDatedDays: number
  /** The days in which a request has to be decided. */
  readonly requestDays: number
}

/** Days, the current one included, over which parts on one account count together. */
export const ALONE_DAYS = 7

/** Whether `amount` needs a second person after what the same person `moved` alone. */
export function needsSecondPerson(
  limits: DeskLimits,
  of: {
    readonly amount: Cents
    readonly moved: { readonly onAccount: Cents; readonly inDay: Cents }
  },
): boolean {
  const { amount, moved } = of
  return (
    plus(moved.onAccount, amount) > limits.aloneOnAccount ||
    plus(moved.inDay, amount) > limits.aloneInDay
  )
}
