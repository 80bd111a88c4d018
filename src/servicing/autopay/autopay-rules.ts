// What the lender's file says about autopay, or what is usual where it says nothing.
import type { AutopayLimits } from '#src/domain/autopay/autopay-terms.ts'
import type { PartialPayments } from '#src/domain/autopay/owed.ts'
import type { CivilDate } from '#src/domain/calendar.ts'
import type { LenderFile } from '../../lender-file.ts'
import { servicingRules } from '../lender-rules.ts'

export type AutopayRules = AutopayLimits & {
  /** Days before a debit counts that it is set and announced. */
  readonly daysAhead: number
  readonly partialPayments: PartialPayments
}

export function autopayRules(lender: LenderFile, on: CivilDate): AutopayRules {
  return servicingRules(lender, on).autopay ?? USUAL
}

/** A varying amount is announced 10 days ahead (12 CFR 1005.10(d)(1)); one to spare. */
const USUAL: AutopayRules = { daysAhead: 11, earliestDaysBefore: 15, partialPayments: 'reduce' }
