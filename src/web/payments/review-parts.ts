// What every panel of the review is given.
import type { Refusal } from '#src/domain/refusal.ts'
import type { PaymentPreview } from '#src/servicing/payments/preview-payment.ts'
import type { AccountView } from '#src/servicing/view-account.ts'
import type { DraftPlace } from './draft-place.ts'
import type { PaymentDraft } from './payment-draft.ts'

export type ReviewParts = {
  readonly view: AccountView
  readonly draft: PaymentDraft
  readonly preview: PaymentPreview
  /** Why the payment was not made; empty when it is shown for the first time. */
  readonly refusals: readonly Refusal[]
  readonly place: DraftPlace
  /** The number of a payment that was just refused: no money moves for it. */
  readonly attempt: string | null
}
