// Where the steps of a payment live: those of a new one, or of one that is being changed.
import type { PaymentView } from '#src/servicing/payments/view-payment.ts'

export type DraftPlace = {
  /** The form of step 1, the review, and where the order is sent. */
  readonly form: string
  readonly review: string
  readonly submit: string
  /** The payment that becomes another; null while one is made. */
  readonly changing: PaymentView['payment'] | null
}

export function newPlace(base: string): DraftPlace {
  const submit = `${base}/payments`
  return { form: `${submit}/new`, review: `${submit}/review`, submit, changing: null }
}

export function changePlace(base: string, changing: PaymentView['payment']): DraftPlace {
  const submit = `${base}/payments/${changing.id}/change`
  return { form: submit, review: `${submit}/review`, submit, changing }
}
