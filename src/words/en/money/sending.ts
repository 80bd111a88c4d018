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
  cardRemoved: 'The card it was to come from was removed.',
  cardStopped: 'The card it was to come from takes no payments now.',
  cardExpired: 'The card it was to come from has expired.',
  amountAboveOwed: 'Less was owed by then than the payment was for.',
  fileRefused: 'Our own bank refused the file it was in, and it does not go again.',
} satisfies Record<NotSentReason, string>

export const sendingMessages = {
  paymentNotSent: {
    title: (facts: MessageFacts) => `Payment not sent: ${facts.amount} for ${facts.day}`,
    text: (facts: MessageFacts) =>
      `${facts.reason} Nothing was taken, and what is due stays due: make another payment, or ` +
      'call us.',
  },
  paymentHeld: {
    title: (facts: MessageFacts) => `Payment not taken yet: ${facts.amount} for ${facts.day}`,
    text: () =>
      'Our own bank refused the file that it was in. Nothing has left your bank, and the payment ' +
      'does not count now. We write to you within five banking days whether it goes again. You ' +
      'need not do anything; to pay in another way, cancel it first.',
  },
  paymentHeldShared: {
    title: (facts: MessageFacts) => `A payment by the co-borrower was not taken: ${facts.amount}`,
    text: (facts: MessageFacts) =>
      `The bank file with the payment of ${facts.day} was refused. It does not count now; if it ` +
      'goes again it counts as before.',
  },
  paymentSentAgain: {
    title: (facts: MessageFacts) =>
      `Payment goes again: ${facts.amount} leaves your bank on ${facts.withdrawn}`,
    text: (facts: MessageFacts) =>
      `It counts from ${facts.day}, whatever day our bank takes it. Have the money there on ` +
      `${facts.withdrawn}. Until the cutoff before it you can cancel it on its page.`,
  },
}
