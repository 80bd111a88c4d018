import { addDays, type CivilDate, dateInZone } from '#src/domain/calendar.ts'
import { cardDebitsDue } from '#src/store/cards/card-debits.ts'
import type { BankContext } from '../ach/bank-context.ts'
import type { CardContext } from '../cards/card-context.ts'
import { postDueCardPayments } from '../cards/card-paid.ts'
import { followCardPayment } from '../cards/follow-card-payment.ts'
import { cutoffOn } from '../lender-rules.ts'
import { takeCardDebit } from './take-card-debit.ts'

const DEBITS_A_PAGE = 200

/**
 * Charges the saved cards of payments whose day has come, at the cutoff until which their owner can
 * cancel them, and posts what was paid. Safe to run again at any point, and twice at once: a debit
 * is handed over once, and the processor is asked about it until it has answered. One that fails
 * holds up no other; it is told at the end.
 */
export async function chargeDueCards(ctx: CardContext): Promise<void> {
  const through = lastCutoff(ctx)
  const failed: unknown[] = []
  let page: Awaited<ReturnType<typeof cardDebitsDue>> = []
  do {
    page = await cardDebitsDue(ctx.db, { through, limit: DEBITS_A_PAGE })
    for (const which of page) {
      const charged = async () => {
        if (await takeCardDebit(ctx, which)) await followCardPayment(ctx, which)
      }
      await charged().catch((error: unknown) => failed.push(error))
    }
    // What fails to be handed over would come again and again.
  } while (page.length === DEBITS_A_PAGE && failed.length === 0)
  await postDueCardPayments(ctx)
  if (failed.length > 0)
    throw new AggregateError(failed, `${failed.length} debits of cards: ${failed[0]}`)
}

/** The same for what goes by the clock of the bank; nothing where nobody can pay by card. */
export async function chargeCardsIfAny(ctx: BankContext): Promise<void> {
  if (ctx.card) await chargeDueCards({ ...ctx, card: ctx.card })
}

/** A card pays on any day of the calendar. */
function lastCutoff(ctx: CardContext): CivilDate {
  const now = ctx.clock.now()
  const today = dateInZone(now, ctx.lender.timeZone)
  return cutoffOn(ctx.lender, today) <= now ? today : addDays(today, -1)
}
