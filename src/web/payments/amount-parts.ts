// What step 1 is made of: the account, what can be paid, what was typed, what it does and what is
// wrong with it.
import type { PaymentOptions } from '#src/servicing/payments/payment-options.ts'
import type { PaymentPreview } from '#src/servicing/payments/preview-payment.ts'
import type { AccountView } from '#src/servicing/view-account.ts'
import type { AccountVisit } from '../account-visit.tsx'
import type { DraftPlace } from './draft-place.ts'
import type { DraftField, DraftProblem, PaymentDraft } from './payment-draft.ts'

export type AmountParts = {
  readonly view: AccountView
  readonly options: PaymentOptions
  readonly draft: PaymentDraft
  readonly preview: PaymentPreview | null
  readonly problems: readonly DraftProblem[]
  readonly place: DraftPlace
  /** The number of a payment that was just refused: no money moves for it. */
  readonly attempt: string | null
}

export type AmountFormProps = { readonly visit: AccountVisit; readonly parts: AmountParts }

/** The message of a field as a prop that is simply not there when nothing is wrong. */
export function errorOf(parts: AmountParts, field: DraftField): { error?: string } {
  const message = parts.problems.find((problem) => problem.field === field)?.message
  return message === undefined ? {} : { error: message }
}
