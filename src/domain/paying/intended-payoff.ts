// A payoff that somebody said will come ("my dealer is paying"), and what became of it, by the
// account's own facts. Nothing is taken from autopay or from what is due until it is there.
// Example: $14,700.00 said for December 4; $14,000.00 by check on December 3 leaves $702.11: short.
import type { AccountEvent } from '../account/event.ts'
import type { CivilDate } from '../calendar.ts'
import type { Cents } from '../money.ts'

export type Intended = {
  readonly amount: Cents
  readonly expectedOn: CivilDate
  /** How many events the account had when it was said. */
  readonly eventCount: number
}

export type Arrival = { readonly amount: Cents; readonly on: CivilDate }

export type IntendedStanding =
  | { readonly is: 'expected' }
  /** Its day is over, and nothing came. */
  | { readonly is: 'late' }
  /** Money came, and the account is still open: so much is missing. */
  | { readonly is: 'short'; readonly arrival: Arrival; readonly missing: Cents }
  /** The account is paid off, by whatever money. */
  | { readonly is: 'arrived'; readonly arrival: Arrival | null }

/** `left`: what closes the account on `today`; zero where it is closed. */
export function intendedStanding(
  intended: Intended,
  account: { readonly events: readonly AccountEvent[]; readonly left: Cents },
  today: CivilDate,
): IntendedStanding {
  const since = account.events.slice(intended.eventCount)
  const takenBack = new Set(
    since.flatMap(({ payload }) => (payload.kind === 'reversal' ? [payload.of] : [])),
  )
  const came = since.flatMap(({ id, effectiveDate: on, payload }): Came[] => {
    if (payload.kind !== 'payment' || takenBack.has(id)) return []
    return [{ amount: payload.amount, on, isOwn: payload.paymentId !== null }]
  })
  const fits = came.findLast(({ amount, isOwn }) => !isOwn && isLarge(amount, intended.amount))
  if (account.left === 0) return { is: 'arrived', arrival: fits ?? came.at(-1) ?? null }
  if (fits) return { is: 'short', arrival: fits, missing: account.left }
  return { is: intended.expectedOn < today ? 'late' : 'expected' }
}

type Came = Arrival & { readonly isOwn: boolean }

/** An installment by check is no payoff that fell short: half of what was said is. */
function isLarge(amount: Cents, said: Cents): boolean {
  return amount * 2 >= said
}
