// A calendar as a program reads it, which has nothing but its secret address.
import type { Clock } from '#src/domain/clock.ts'
import { accepted, type Outcome, refused } from '#src/domain/refusal.ts'
import type { PaymentCalendarFacts } from '#src/formats/calendar/payment-calendar.ts'
import { networkOf } from '#src/identity/network-address.ts'
import { permitAttempt, recordSuccess } from '#src/identity/throttle.ts'
import { type CalendarFeed, readCalendarFeedBySecret } from '#src/store/accounts/calendar-feeds.ts'
import { findAccountByNumber } from '#src/store/accounts/directory.ts'
import type { ServicingContext } from '../context.ts'
import { calendarOf } from './calendar-of.ts'

type ReadContext = ServicingContext & { readonly wallClock: Clock }

/** `ended`: it worked once. Null: no address of ours, which counts as a guess. */
export type CalendarFound = PaymentCalendarFacts | 'ended' | null

/** A network that guesses is refused until its wait is over; what is found is no guess. */
export async function readCalendar(
  ctx: ReadContext,
  asked: { readonly secret: string; readonly address: string },
): Promise<Outcome<CalendarFound>> {
  const lane = { scope: 'calendar-address', key: networkOf(asked.address) } as const
  const permitted = await permitAttempt(ctx, [lane], ctx.wallClock.now())
  if (!permitted.allowed) return refused(permitted.refusal)
  const feed = await findFeed(ctx, asked.secret)
  if (!feed) return accepted(null)
  await ctx.db.transaction().execute((tx) => recordSuccess(tx, permitted.permit))
  return accepted(feed.endedAt === null ? await calendarOf(ctx, feed) : 'ended')
}

async function findFeed(ctx: ReadContext, secret: string): Promise<CalendarFeed | null> {
  const outside = { kind: 'calendar', number: secret } as const
  const accountId = await findAccountByNumber(ctx.db, ctx.vault, outside)
  if (accountId === null) return null
  return readCalendarFeedBySecret(ctx.db, ctx.vault, { accountId, secret })
}
