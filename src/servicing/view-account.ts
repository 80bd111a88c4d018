import { replay } from '#src/domain/account/replay.ts'
import { assert } from '#src/domain/assert.ts'
import type { CivilDate } from '#src/domain/calendar.ts'
import { readEvents } from '#src/store/accounts/account-events.ts'
import { type AccountMessage, readAccountMessages } from '#src/store/accounts/account-messages.ts'
import { type OwnedAccountRows, readOwnedAccount } from '#src/store/accounts/owned-account.ts'
import type { Vehicle } from '#src/store/accounts/vehicles.ts'
import { figuresOf, type LeaseFigures, type LoanFigures } from './account-figures.ts'
import { businessDay } from './business-day.ts'
import type { Owner, ServicingContext } from './context.ts'
import { calendarOn } from './lender-rules.ts'
import { knownThrough } from './load-account.ts'
import { bankDaysOf, type ScheduledPayment, scheduledPayments } from './scheduled-payments.ts'

const MOST_MESSAGES = 200

/** What every page of an account shows, whatever was signed. */
export type AccountFacts = {
  readonly today: CivilDate
  /** Set for an account known from public filings: its figures are as of that day. */
  readonly knownThrough: CivilDate | null
  readonly accountId: string
  readonly accountNumber: string
  /** Last four. */
  readonly accountEnding: string
  readonly status: 'open' | 'closed'
  readonly vehicle: Pick<Vehicle, 'modelYear' | 'make' | 'model' | 'vin'>
  readonly scheduledPayments: readonly ScheduledPayment[]
  /** Payments by card that count, or counted, and were a co-borrower's. */
  readonly cardsOfOthers: readonly string[]
  /** Autopay was set at some time, by whomever. */
  readonly hasAutopay: boolean
  /** A payoff is waited for, or came. */
  readonly hasIntended: boolean
  /** This obligor's alone, newest first. */
  readonly messages: readonly AccountMessage[]
  readonly obligor: {
    readonly givenName: string
    readonly familyName: string
    readonly initials: string
  }
}

/** As of the end of the business date. */
export type LoanView = AccountFacts & LoanFigures
export type LeaseView = AccountFacts & LeaseFigures
export type AccountView = LoanView | LeaseView

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
  const ledger = replay(events)
  const filed = knownThrough({ account: owned.account, ledger })
  const today = filed ?? businessDate
  const calendar = calendarOn(ctx.lender, businessDate)
  const facts: AccountFacts = {
    today,
    knownThrough: filed,
    ...ownedFacts(owned),
    scheduledPayments: scheduled,
    messages,
  }
  // Onto the figures, not beside them: a copy would make all of them now.
  return Object.assign(
    figuresOf({ ledger, events }, { today, calendar, banks: bankDaysOf(scheduled) }),
    facts,
  )
}

function ownedFacts({ account, vehicle, obligor, ...there }: OwnedAccountRows) {
  const { givenName, familyName } = obligor.details
  return {
    accountId: account.accountId,
    accountNumber: account.accountNumber,
    accountEnding: account.accountNumber.slice(-4),
    status: account.status,
    vehicle,
    ...there,
    obligor: {
      givenName,
      familyName,
      initials: `${givenName.slice(0, 1)}${familyName.slice(0, 1)}`,
    },
  }
}
