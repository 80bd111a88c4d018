// What every panel of the payoff page is given.
import type { PayoffView } from '#src/servicing/quote-payoff.ts'
import type { IntendedView } from '#src/servicing/sharing/intended-view.ts'
import type { LoanView } from '#src/servicing/view-account.ts'
import type { AccountVisit } from '../account-visit.tsx'

export type PayoffParts = {
  readonly visit: AccountVisit
  readonly view: LoanView
  readonly quoted: PayoffView
  /** A payoff that somebody said will come. */
  readonly intended: IntendedView | null
}
