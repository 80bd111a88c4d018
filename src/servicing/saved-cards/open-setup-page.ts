import { accepted, type Outcome, refused } from '#src/domain/refusal.ts'
import { CardProcessorDown, type CardSetupOrder } from '#src/gateways/cards/card.ts'
import { keepSetupPage, readCardSetup } from '#src/store/cards/card-setups.ts'
import type { CardContext } from '../cards/card-context.ts'
import type { Owner } from '../context.ts'

/**
 * The address of the processor's page on which a card is saved; asked again, the same page. Null
 * once nothing is left to be done there. Refuses while the processor cannot be reached.
 */
export async function openSetupPage(
  ctx: CardContext,
  owner: Owner,
  of: { readonly setupId: string; readonly words: Omit<CardSetupOrder, 'accountId' | 'setupId'> },
): Promise<Outcome<string | null>> {
  const { accountId, obligorId } = owner
  const { setupId: id, words } = of
  const setup = await readCardSetup(ctx.db, { accountId, id })
  if (setup?.obligorId !== obligorId) return refused({ code: 'fundingAccountNotFound' })
  if (setup.state !== 'open') return accepted(null)
  try {
    if (setup.sessionId !== null) return accepted((await ctx.card.lookAtSetup(setup.sessionId)).url)
    const { sessionId, url } = await ctx.card.openSetup({ accountId, setupId: id, ...words })
    const isKept = await ctx.db
      .transaction()
      .execute((tx) => keepSetupPage(tx, { accountId, id, sessionId }))
    if (isKept) return accepted(url)
    // It came to its end while the page was opened: nothing is saved there.
    await ctx.card.closePage(sessionId)
    return accepted(null)
  } catch (error) {
    if (error instanceof CardProcessorDown) return refused({ code: 'cardProcessorDown' })
    throw error
  }
}
