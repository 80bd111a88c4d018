// What overview, activity and terms of an account show, by what was signed.
import { type ActivityRow, activityOf } from '#src/domain/account/activity.ts'
import type { ActivityDay } from '#src/domain/account/activity-row.ts'
import type { AccountEvent } from '#src/domain/account/event.ts'
import { type LeaseActivityRow, leaseActivityOf } from '#src/domain/account/lease-activity.ts'
import { type LeaseStanding, leaseStandingOn } from '#src/domain/account/lease-standing.ts'
import type { AccountLedger } from '#src/domain/account/ledger.ts'
import { type Standing, standingOn } from '#src/domain/account/standing.ts'

export type LoanFigures = Standing & {
  readonly product: 'loan'
  readonly activity: readonly ActivityRow[]
}

export type LeaseFigures = LeaseStanding & {
  readonly product: 'lease'
  readonly activity: readonly LeaseActivityRow[]
}

export function figuresOf(
  { ledger, events }: { ledger: AccountLedger; events: readonly AccountEvent[] },
  at: ActivityDay,
): LoanFigures | LeaseFigures {
  if (ledger.product === 'lease') {
    const activity = leaseActivityOf({ ledger, events }, at)
    return Object.assign(leaseStandingOn(ledger, at.today), { product: 'lease' as const, activity })
  }
  const activity = activityOf({ ledger, events }, at)
  return Object.assign(standingOn(ledger, at.today), { product: 'loan' as const, activity })
}
