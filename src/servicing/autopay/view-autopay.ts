import { holdsAutopay } from '#src/domain/autopay/flag-events.ts'
import type { SetPayment } from '#src/domain/autopay/next-debits.ts'
import type { CivilDate } from '#src/domain/calendar.ts'
import type { Refusal } from '#src/domain/refusal.ts'
import { type AutopayChange, readAutopayChanges } from '#src/store/autopay/autopay-changes.ts'
import type { AutopayDebit } from '#src/store/autopay/autopay-debits.ts'
import { type Autopay, readAutopays } from '#src/store/autopay/autopays.ts'
import { type FundingAccount, readFundingAccount } from '#src/store/payments/funding-accounts.ts'
import type { Owner, ServicingContext } from '../context.ts'
import { loadAccount, settled } from '../load-account.ts'
import { endedRefusal } from '../payments/check-choice.ts'
import { decidedDays, plannedOf, readMoney, standingFlags } from './autopay-state.ts'
import { firstDebitDay } from './check-terms.ts'
import { type Foreseen, foreseeDebits } from './debit-view.ts'
import { type StoppedDebits, stoppable } from './take-back.ts'

export type AutopayView = Foreseen & {
  readonly autopay: Autopay
  /** False: the co-borrower set it; where it takes from is theirs alone to see. */
  readonly mine: boolean
  readonly fundingAccount: FundingAccount | null
  readonly changes: readonly AutopayChange[]
  readonly debits: readonly AutopayDebit[]
  readonly stoppable: StoppedDebits
  /** A flag of the account holds it: only a person at our office sets it free. */
  readonly isHeld: boolean
}

/**
 * The autopay of a loan: the one that has not ended, or the last one for its history; null where
 * there never was one. `ended` says why none can be set.
 */
export async function viewAutopay(
  ctx: ServicingContext,
  owner: Owner,
): Promise<{ readonly view: AutopayView | null; readonly ended: Refusal | null }> {
  const [stored, from, known] = await Promise.all([
    loadAccount(ctx.db, owner.accountId),
    firstDebitDay(ctx, ctx.db),
    readAutopays(ctx.db, owner.accountId),
  ])
  const loaded = settled(ctx, stored, from)
  const ended = endedRefusal(loaded)
  const [autopay] = known
  if (!autopay) return { view: null, ended }
  const mine = autopay.obligorId === owner.obligorId
  const { payments, debits } = await readMoney(ctx.db, autopay)
  const { accountId, id: autopayId, fundingAccountId, terms, byCard } = autopay
  const [changes, fundingAccount] = await Promise.all([
    readAutopayChanges(ctx.db, { accountId, autopayId }),
    mine ? readFundingAccount(ctx.db, { ...owner, id: fundingAccountId }) : null,
  ])
  const planned = plannedOf({ payments, debits })
  const decided = daysWithout(debits, planned)
  const isTaking = autopay.state === 'active' && ended === null
  const foreseen = isTaking
    ? foreseeDebits(ctx, loaded.ledger, { terms, from, planned, decided, payments, byCard })
    : NOTHING
  return {
    ended,
    view: {
      ...{ autopay, mine, fundingAccount, changes, debits, ...foreseen },
      stoppable: stoppable(ctx, { autopay, payments }),
      isHeld: holdsAutopay(await standingFlags(ctx.db, stored.account), autopay.obligorId),
    },
  }
}

const NOTHING: Foreseen = { next: [], last: null, leftOut: null }

/** Decided days of which no payment stands any more: skipped, or canceled by its owner. */
function daysWithout(
  debits: readonly AutopayDebit[],
  planned: readonly SetPayment[],
): ReadonlySet<CivilDate> {
  const standing = new Set(planned.map(({ autopayDay }) => autopayDay))
  return new Set([...decidedDays(debits)].filter((day) => !standing.has(day)))
}
