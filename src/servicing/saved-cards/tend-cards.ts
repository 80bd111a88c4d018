import { askAboutCards } from '../cards/ask-about-cards.ts'
import type { CardContext } from '../cards/card-context.ts'
import { chargeDueCards } from './charge-due-cards.ts'
import { tendSavedCards } from './tend-saved-cards.ts'

/** What the clock asks for of cards: debits whose day has come, then what no event has told of. */
export async function tendCards(ctx: CardContext): Promise<void> {
  const done = await Promise.allSettled([
    chargeDueCards(ctx).then(() => askAboutCards(ctx)),
    tendSavedCards(ctx),
  ])
  const failed = done.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []))
  if (failed.length > 0) throw new AggregateError(failed, failed.join('; '))
}
