// The payoff that is waited for on an account, as it stands by the facts of this moment.

import { quoteOn } from '#src/domain/account/quote.ts'
import { addDays, type CivilDate, dateInZone } from '#src/domain/calendar.ts'
import { type Cents, larger, minus, ZERO_CENTS } from '#src/domain/money.ts'
import { type IntendedStanding, intendedStanding } from '#src/domain/paying/intended-payoff.ts'
import { type IntendedPayoff, readIntended } from '#src/store/sharing/intended-payoffs.ts'
import { businessDay } from '../business-day.ts'
import type { ServicingContext } from '../context.ts'
import { type LoadedAccount, loadLoan, settled } from '../load-account.ts'

export type IntendedView = {
  readonly intended: Omit<IntendedPayoff, 'sealed'>
  readonly standing: IntendedStanding
  /** Whether the payer asked to be told by mail. */
  readonly tellsPayer: boolean
  /** By how much what was said is below the payoff of its day; zero where it is not. */
  readonly tooLittle: Cents
}

/** For so long a payoff that came is still told of. */
const SHOWN_DAYS = 30

/** Null: nobody said that one will come, or that is long over. */
export async function viewIntended(
  ctx: ServicingContext,
  accountId: string,
): Promise<IntendedView | null> {
  const [last] = await readIntended(ctx.db, { accountId, limit: 1 })
  if (!last || last.state === 'withdrawn' || last.state === 'replaced') return null
  const today = await businessDay(ctx.db)
  const since = addDays(today, -SHOWN_DAYS)
  const isOver = last.state === 'arrived'
  if (isOver && dateInZone(last.changedAt, ctx.lender.timeZone) < since) return null
  const loaded = settled(ctx, await loadLoan(ctx.db, accountId), today)
  const standing = standingOf(loaded, last, today)
  const { sealed, ...intended } = last
  const tooLittle = standing.is === 'expected' ? shortOf(loaded, last) : ZERO_CENTS
  return { intended, standing, tellsPayer: sealed !== null, tooLittle }
}

export function standingOf(
  { account, events, ledger }: LoadedAccount,
  intended: IntendedPayoff,
  today: CivilDate,
): IntendedStanding {
  const left = account.status === 'closed' ? ZERO_CENTS : quoteOn(ledger, today).total
  return intendedStanding(intended, { events, left }, today)
}

function shortOf({ ledger }: LoadedAccount, { amount, expectedOn }: IntendedPayoff): Cents {
  const { total } = quoteOn(ledger, expectedOn)
  return larger(minus(total, amount), ZERO_CENTS)
}
