import { type CivilDate, dateInZone, later } from '#src/domain/calendar.ts'
import type { CardProcessor } from '#src/gateways/cards/card.ts'
import type { Db } from '#src/store/database.ts'
import { businessDay } from '../business-day.ts'
import type { ServicingContext } from '../context.ts'

/** What verbs need that reach the card processor. */
export type CardContext = ServicingContext & { readonly card: CardProcessor }

/** The day on which a card that is used now pays: the calendar's, even past the bank's cutoff. */
export async function cardDay(ctx: ServicingContext, db: Db): Promise<CivilDate> {
  return later(await businessDay(db), dateInZone(ctx.clock.now(), ctx.lender.timeZone))
}
