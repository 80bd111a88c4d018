// From the form of the review to an order by card.
import * as z from 'zod'
import { cents } from '#src/domain/money.ts'
import { readForm, type Typed } from '#src/http/form.ts'
import type { CardOrder } from '#src/servicing/cards/decide-card-payment.ts'
import { choiceOf } from '../payments/payment-draft.ts'
import { type CardDraft, tryCard } from './card-draft.ts'
import { cardAuthorization } from './card-permission.tsx'
import type { CardVisit } from './card-visit.ts'

/** The hidden and ticked fields of the review. A key is made by the page and used once. */
const orderForm = z.object({
  shown: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER),
  fee: z.coerce.number().int().min(0).max(10_000),
  agreed: z.literal('yes').optional(),
  second: z.literal('yes').optional(),
  unusual: z.literal('yes').optional(),
  key: z.uuid(),
})

/** Null for a form that is not ours, or no longer: it lacks its hidden fields. */
export async function orderOf(
  visit: CardVisit,
  asked: CardDraft,
  typed: Typed,
): Promise<CardOrder | null> {
  const { reader } = visit
  const order = readForm(orderForm, typed, reader.words)
  const chosen = choiceOf(asked.draft, { reader, options: asked.options })
  if (!order.ok || !chosen.ok) return null
  const { shown, fee, agreed, second, unusual, key } = order.value
  const tried = await tryCard(visit, asked)
  return {
    choice: chosen.choice,
    fundingAccountId: asked.card?.id ?? null,
    shownAmount: cents(shown),
    shownFee: cents(fee),
    agreed: agreed ?? 'no',
    duplicateConfirmed: second ?? 'no',
    unusualConfirmed: unusual ?? 'no',
    authorizationText: tried.ok ? cardAuthorization(visit, tried.preview, asked.card) : '',
    idempotencyKey: key,
  }
}
