// What every part of the page of one payment is given.
import type { PaymentView } from '#src/servicing/payments/view-payment.ts'
import type { AccountView } from '#src/servicing/view-account.ts'
import type { AccountVisit } from '../account-visit.tsx'

export type PaymentParts = {
  readonly visit: AccountVisit
  readonly view: AccountView
  readonly paid: PaymentView
}
