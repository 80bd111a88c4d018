// The bank of a saved card said no. Its owner hears of it at once, with what happens next: a card
// whose bank wants to ask them is paid on the processor's page, one that never pays again is
// stopped, and autopay decides its next debits.
import { assert } from '#src/domain/assert.ts'
import type { CardDecline, CardFacts } from '#src/gateways/cards/card.ts'
import type { CardPayment } from '#src/store/cards/card-payments.ts'
import { markNeedsPage } from '#src/store/cards/card-steps.ts'
import { loadForUpdate } from '../load-account.ts'
import type { CardContext } from './card-context.ts'
import { failCard } from './decide-held-card.ts'

type Of = { readonly payment: CardPayment; readonly facts: CardFacts }

export async function cardDeclined(ctx: CardContext, of: Of): Promise<'rest'> {
  const { payment, facts } = of
  const { declined } = facts
  assert(declined, 'a card that was refused has a reason')
  // Nobody is there to be asked when autopay charges it.
  if (declined === 'ownerAsked' && payment.autopayId === null) await toItsPage(ctx, of)
  else
    await failCard(ctx, {
      payment,
      reason: REASONS[declined],
      stops: declined === 'gone' || declined === 'expired',
    })
  return 'rest'
}

/** Each has its sentence in `words`. */
const REASONS: Record<CardDecline, string> = {
  ownerAsked: 'declinedOwnerAsked',
  funds: 'declinedFunds',
  expired: 'declinedExpired',
  gone: 'declinedGone',
  declined: 'declined',
}

/**
 * Led to its page first: letting go of what its bank was asked before has an event of its own,
 * which must not find a payment that is still charged without one. Ended in between, nothing is
 * held: a bank that says no sets nothing aside, and nobody can pay what it was asked.
 */
async function toItsPage(ctx: CardContext, { payment, facts }: Of): Promise<void> {
  const isMine = await ctx.db.transaction().execute(async (tx) => {
    const { account } = await loadForUpdate(tx, payment.accountId)
    return markNeedsPage(tx, account, { id: payment.id, at: ctx.clock.now() })
  })
  if (isMine && facts.intentId !== null) await ctx.card.release(facts.intentId)
}
