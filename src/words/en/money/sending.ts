// What an obligor reads when a payment that was set does not go to the bank.
import type { NotSentReason } from '#src/domain/account/sending.ts'
import type { MessageFacts } from '../message-facts.ts'

/** Each a whole sentence. */
export const notSentReasons = {
  accountClosed: 'This account was closed before the payment could be sent.',
  historyEnds: 'We do not collect payments for this account.',
  bankAccountRemoved: 'The bank account it was to come from was removed.',
  bankAccountStopped: 'The bank account it was to come from takes no payments now.',
  bankAccountNotVerified: 'The bank account it was to come from is not verified.',
  bankDataUnusable: 'The numbers of the bank account it was to come from cannot be right.',
  amountAboveOwed: 'Less was owed by then than the payment was for.',
} satisfies Record<NotSentReason, string>

export const sendingMessages = {
  paymentNotSent: {
    title: (facts: MessageFacts) => `Payment not sent: ${facts.amount} for ${facts.day}`,
    text: (facts: MessageFacts) =>
      `${facts.reason} Nothing was taken, and what is due stays due: make another payment, or ` +
      'call us.',
  },
}
