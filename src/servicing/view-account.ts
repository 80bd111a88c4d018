import { type ActivityRow, activityOf } from '#src/domain/account/activity.ts'
import { replayLoan } from '#src/domain/account/replay.ts'
import { type Standing, standingOn } from '#src/domain/account/standing.ts'
import { assert } from '#src/domain/assert.ts'
import type { CivilDate } from '#src/domain/calendar.ts'
import { readEvents } from '#src/store/accounts/account-events.ts'
import { type AccountMessage, readAccountMessages } from '#src/store/accounts/account-messages.ts'
import { readOwnedAccount } from '#src/store/accounts/owned-account.ts'
import type { Vehicle } from '#src/store/accounts/vehicles.ts'
import { businessDay } from './business-day.ts'
import type { Owner, ServicingContext } from './context.ts'
import { calendarOn } from './lender-rules.ts'
import { knownThrough } from './load-account.ts'
import { type ScheduledPayment, scheduledPayments } from './scheduled-payments.ts'

const MOST_MESSAGES = 200

/** What overview, activity and terms show; figures as of the end of the business date. */
export type AccountView = Standing & {
  readonly today: CivilDate
  /** Set for an account known from public filings: its figures are as of that day. */
  readonly knownThrough: CivilDate | null
  readonly accountId: string
  readonly accountNumber: string
  /** Last four. */
  readonly accountEnding: string
  readonly status: 'open' | 'closed'
  readonly vehicle: Pick<Vehicle, 'modelYear' | 'make' | 'model' | 'vin'>
  readonly activity: readonly ActivityRow[]
  readonly scheduledPayments: readonly ScheduledPayment[]
  /** This obligor's alone, newest first. */
  readonly messages: readonly AccountMessage[]
  readonly obligor: {
    readonly givenName: string
    readonly familyName: string
    readonly initials: string
  }
}

/** The account as its owner sees it. */
export async function viewAccount(ctx: ServicingContext, owner: Owner): Promise<AccountView> {
  const { accountId } = owner
  const [owned, events, businessDate, scheduled, messages] = await Promise.all([
    readOwnedAccount(ctx.db, ctx.vault, owner),
    readEvents(ctx.db, accountId),
    businessDay(ctx.db),
    scheduledPayments(ctx, owner),
    readAccountMessages(ctx.db, { ...owner, limit: MOST_MESSAGES }),
  ])
  assert(owned, 'an account has a vehicle, and its owner is an obligor')
  const { account, vehicle, obligor } = owned
  const loaded = { account, events, ledger: replayLoan(events) }
  const { givenName, familyName } = obligor.details
  const filed = knownThrough(loaded)
  const today = filed ?? businessDate
  // Onto the standing, not beside it: a copy would make all of its figures now.
  return Object.assign(standingOn(loaded.ledger, today), {
    today,
    knownThrough: filed,
    accountId,
    accountNumber: account.accountNumber,
    accountEnding: account.accountNumber.slice(-4),
    status: account.status,
    vehicle,
    activity: activityOf(loaded, { today, calendar: calendarOn(ctx.lender, businessDate) }),
    scheduledPayments: scheduled,
    messages,
    obligor: {
      givenName,
      familyName,
      initials: `${givenName.slice(0, 1)}${familyName.slice(0, 1)}`,
    },
  })
}
