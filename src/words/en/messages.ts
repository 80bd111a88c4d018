// Messages in the portal. Each says what happened and when, with its confirmation number.
import type { MessageFacts as Facts } from './message-facts.ts'
import { returnMessages, returnReasons } from './money/returns.ts'
import { notSentReasons, sendingMessages } from './money/sending.ts'

export const messages = {
  title: 'Messages',
  lead: 'Receipts and notices about this account. Only you see them.',
  none: 'No messages yet',
  noneText: 'A receipt arrives here when you make a payment.',
  unread: 'New',
  confirmation: 'Confirmation number',
  seePayment: 'See this payment',
  /** The last paragraph of a message that also goes by e-mail. */
  mailEnd: (lender: { readonly host: string; readonly fraudPhone: string }) =>
    `Sign in at ${lender.host} to see it. If something is wrong, call ${lender.fraudPhone}.`,
  reasons: { ...returnReasons, ...notSentReasons },
  templates: {
    ...returnMessages,
    ...sendingMessages,
    paymentScheduled: {
      title: (facts: Facts) => `Payment scheduled: ${facts.amount} on ${facts.day}`,
      text: (facts: Facts) =>
        `${facts.amount} counts as paid on ${facts.day} and leaves your bank on ${facts.withdrawn}. ` +
        'Nothing has left your bank yet.',
    },
    paymentCanceled: {
      title: (facts: Facts) => `Payment canceled: ${facts.amount} for ${facts.day}`,
      text: () => 'Nothing was taken and nothing will be. What is due stays due.',
    },
    bankAccountAdded: {
      title: (facts: Facts) => `Bank account added: ${facts.account}`,
      text: (facts: Facts) =>
        `You can pay from ${facts.account} at ${facts.bank}. If you did not add it, call us now.`,
    },
  },
  other: {
    title: 'A notice about your account',
    text: (phone: string) => `Call ${phone} if you want to know more about it.`,
  },
}
