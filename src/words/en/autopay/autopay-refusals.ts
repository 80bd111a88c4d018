import type { Refusal } from '#src/domain/refusal.ts'
import { formatMoney } from '../../format.ts'

/** The sentences about autopay. */
export type AutopayRefusals = {
  readonly [Code in Extract<Refusal['code'], `autopay${string}`>]: (
    refusal: Extract<Refusal, { code: Code }>,
  ) => string
}

export const autopayRefusals: AutopayRefusals = {
  autopayNotSet: () => 'Autopay is not set on this account. Set it first.',
  autopayOfCoBorrower: () =>
    'Your co-borrower set autopay, and only they change or stop it. Ask them, or call us.',
  autopayAlreadySet: () =>
    'Autopay is set already. Change it on the autopay page. Nothing was set a second time.',
  autopayHeld: () =>
    'Something that we know of this account holds autopay. Call us, or make a payment yourself.',
  autopayNothingToTake: () =>
    'With these days autopay would take nothing. Choose another day, begin or end date.',
  autopayBelowInstallment: ({ installment }) =>
    `Type ${formatMoney(installment, 'en')} or more: less would leave a part of each installment unpaid.`,
  autopayOnlyInstallment: () =>
    'Autopay of a lease takes the payment of the contract. To pay ahead, make a payment.',
  autopayExtraMissing: () => 'Type how much more than the installment to take, such as 50.',
  autopayFixedNotSplit: () =>
    'A fixed amount is taken once for each installment. Choose one day, or the installment amount.',
  autopayEndsBeforeItBegins: () => 'Choose an end date that is not before the begin date.',
  autopayDayNotPossible: ({ earliest }) =>
    `Choose a day that is at most ${earliest} days before the due date.`,
}
