import { cardSetupsToAsk } from '#src/store/cards/card-setups.ts'
import { cardsToForget, markForgotten, openCardToken } from '#src/store/cards/saved-cards.ts'
import type { CardContext } from '../cards/card-context.ts'
import { endUnopenedSetup, followCardSetup } from './follow-card-setup.ts'

const A_RUN = 200

/** Whoever saved a card there is usually back sooner. */
const ASKED_AFTER_MS = 2 * 60_000

/**
 * Asks about pages on which a card was to be saved, as if nobody had come back, and has the
 * processor forget cards that were removed. One that fails holds up no other; it is told at the
 * end.
 */
export async function tendSavedCards(ctx: CardContext): Promise<void> {
  const before = new Date(Date.parse(ctx.clock.now()) - ASKED_AFTER_MS).toISOString()
  const failed: unknown[] = []
  for (const which of await cardSetupsToAsk(ctx.db, { before, limit: A_RUN })) {
    const asked = async () => {
      if (!(await endUnopenedSetup(ctx, which))) await followCardSetup(ctx, which)
    }
    await asked().catch((error: unknown) => failed.push(error))
  }
  for (const which of await cardsToForget(ctx.db, A_RUN))
    await forget(ctx, which).catch((error: unknown) => failed.push(error))
  if (failed.length > 0)
    throw new AggregateError(failed, `${failed.length} saved cards: ${failed[0]}`)
}

async function forget(
  ctx: CardContext,
  which: { readonly accountId: string; readonly id: string },
): Promise<void> {
  const token = await openCardToken(ctx.db, ctx.vault, which)
  if (token) await ctx.card.forget(token)
  await ctx.db.transaction().execute((tx) => markForgotten(tx, { ...which, at: ctx.clock.now() }))
}
