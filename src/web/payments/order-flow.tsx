// From a draft to an order and its answer, the same for a new payment and for one that is changed.
import * as z from 'zod'
import { cents } from '#src/domain/money.ts'
import type { Refusal } from '#src/domain/refusal.ts'
import { feeAmount, paymentFee } from '#src/domain/rules/payment-fee.ts'
import { readForm, type Typed } from '#src/http/form.ts'
import type { PaymentOrder } from '#src/servicing/payments/decide-payment.ts'
import type { PaymentOptions } from '#src/servicing/payments/payment-options.ts'
import type { AccountView } from '#src/servicing/view-account.ts'
import type { AccountVisit } from '../account-visit.tsx'
import { amountPage, nothingToPay, tryDraft } from './amount-page.tsx'
import type { DraftPlace } from './draft-place.ts'
import { choiceOf, fieldOf, type PaymentDraft } from './payment-draft.ts'
import { authorizationOf } from './payment-words.ts'
import { reviewPage } from './review-page.tsx'

export type Asked = {
  readonly view: AccountView
  readonly options: PaymentOptions
  readonly draft: PaymentDraft
  readonly place: DraftPlace
}

/** What was refused, and the number of the attempt where it failed. */
export type Failed = { readonly refusals: readonly Refusal[]; readonly attempt: string | null }

export const NOTHING_FAILED: Failed = { refusals: [], attempt: null }

/** The review, or the amount form again when the draft cannot be paid as it stands. */
export async function showReview(
  visit: AccountVisit,
  asked: Asked,
  failed: Failed,
): Promise<Response> {
  const tried = await tryDraft(visit, asked)
  if (tried.ok) return reviewPage(visit, { ...asked, preview: tried.preview, ...failed })
  const { attempt } = failed
  return amountPage(visit, { ...asked, preview: null, problems: tried.problems, attempt })
}

/** The hidden and ticked fields of the review. A key is made by the page and used once. */
const orderForm = z.object({
  shown: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER),
  agreed: z.literal('yes').optional(),
  second: z.literal('yes').optional(),
  unusual: z.literal('yes').optional(),
  key: z.uuid(),
})

/** Null for a form that is not ours, or no longer: it lacks its hidden fields. */
export function orderOf(visit: AccountVisit, asked: Asked, typed: Typed): PaymentOrder | null {
  const { ctx, reader } = visit
  const order = readForm(orderForm, typed, reader.words)
  const chosen = choiceOf(asked.draft, { reader, options: asked.options })
  if (!order.ok || !chosen.ok) return null
  const { shown, agreed, second, unusual, key } = order.value
  const { choice } = chosen
  const account = asked.options.fundingAccounts.find(({ id }) => id === choice.fundingAccountId)
  const shownAmount = cents(shown)
  const fee = feeAmount(paymentFee(asked.options.fees, 'ach'))
  const authorizationText = account
    ? authorizationOf({ amount: shownAmount, fee, account, on: choice.effective }, { ctx, reader })
    : ''
  return {
    choice,
    shownAmount,
    agreed: agreed ?? 'no',
    duplicateConfirmed: second ?? 'no',
    unusualConfirmed: unusual ?? 'no',
    authorizationText,
    idempotencyKey: key,
  }
}

/** What is about a field goes back to step 1; everything else is shown on the review. */
export function refusedOrder(
  visit: AccountVisit,
  asked: Asked,
  { refusal, attempt }: { refusal: Refusal; attempt: string | null },
): Response | Promise<Response> {
  if (ENDED.has(refusal.code)) return nothingToPay(visit, asked.view, refusal)
  const field = fieldOf(refusal, asked.draft)
  if (field === null) return showReview(visit, asked, { refusals: [refusal], attempt })
  const message = visit.reader.words.refusals.sentence(refusal, visit.reader.locale)
  return amountPage(visit, { ...asked, preview: null, problems: [{ field, message }], attempt })
}

const ENDED: ReadonlySet<Refusal['code']> = new Set(['accountClosed', 'historyEnds', 'nothingLeft'])
