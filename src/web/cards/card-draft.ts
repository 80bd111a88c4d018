// What was typed about a payment by card, and what it would do. It is paid now, or not at all.
import { cardOptions } from '#src/servicing/cards/card-options.ts'
import { type CardPreview, previewCardPayment } from '#src/servicing/cards/preview-card-payment.ts'
import { isGood } from '#src/servicing/cards/saved-card-of.ts'
import type { PaymentOptions } from '#src/servicing/payments/payment-options.ts'
import type { AccountView } from '#src/servicing/view-account.ts'
import { type FundingAccount, readPaySources } from '#src/store/payments/funding-accounts.ts'
import { nothingToPay } from '../payments/amount-page.tsx'
import {
  choiceOf,
  type DraftProblem,
  draftOf,
  draftQuery,
  fieldOf,
  type PaymentDraft,
} from '../payments/payment-draft.ts'
import type { CardVisit } from './card-visit.ts'

export type CardDraft = {
  readonly view: AccountView
  readonly options: PaymentOptions
  readonly draft: PaymentDraft
  /** Their saved cards that are good today. */
  readonly savedCards: readonly FundingAccount[]
  /** The chosen one; null: a card that is typed on the processor's page. */
  readonly card: FundingAccount | null
}

type Typed = Readonly<Record<string, string>>

/** A page of its own where nothing can be paid at all. */
export async function cardDraft(
  visit: CardVisit,
  view: AccountView,
  typed: Typed,
): Promise<CardDraft | Response> {
  const options = await cardOptions(visit.ctx, visit.owner)
  if (!options.ok) return nothingToPay(visit, view, options.refusal)
  const draft = draftOf({ ...typed, from: 'card', on: options.value.effective }, options.value)
  const own = await readPaySources(visit.ctx.db, visit.owner)
  const savedCards = own.filter((one) => isGood(one, options.value.effective))
  // The default is offered first; an empty choice is another card.
  const chosen = typed.card === undefined ? savedCards[0]?.id : typed.card
  const card = savedCards.find(({ id }) => id === chosen) ?? null
  return { view, options: options.value, draft, savedCards, card }
}

export async function tryCard(
  visit: CardVisit,
  { draft, options }: CardDraft,
): Promise<
  | { readonly ok: true; readonly preview: CardPreview }
  | { readonly ok: false; readonly problems: readonly DraftProblem[] }
> {
  const { ctx, owner, reader } = visit
  const chosen = choiceOf(draft, { reader, options })
  if (!chosen.ok) return chosen
  const preview = await previewCardPayment(ctx, owner, chosen.choice)
  if (preview.ok) return { ok: true, preview: preview.value }
  const field = fieldOf(preview.refusal, draft) ?? 'choice'
  const message = reader.words.refusals.sentence(preview.refusal, reader.locale)
  return { ok: false, problems: [{ field, message }] }
}

/** The draft as an address query; from where and when are not chosen. */
export function cardQuery({ draft, card }: Pick<CardDraft, 'draft' | 'card'>): string {
  const query = new URLSearchParams(draftQuery(draft))
  query.set('card', card?.id ?? '')
  query.delete('from')
  query.delete('on')
  return query.toString()
}
