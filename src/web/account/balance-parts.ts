// What the balance panel asks and shows.
import type { Projection } from '#src/domain/rules/projection.ts'
import type { LoanView } from '#src/servicing/view-account.ts'
import type { Reader } from '../reader.ts'

/** Dollars more each time that the page offers. */
export const EXTRAS = [0, 50, 100, 150, 250] as const
export type Extra = (typeof EXTRAS)[number]

export type BalanceParts = {
  readonly view: LoanView
  readonly reader: Reader
  readonly extra: Extra
  /** The rest of the loan with the extra; null where nothing is known any more. */
  readonly ahead: Projection | null
}
