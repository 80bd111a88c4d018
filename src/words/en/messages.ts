// Messages in the portal. Each says what happened and when, with its confirmation number.

import type { NotSentReason } from '#src/domain/account/sending.ts'

/** What a message carries, already written in the reader's language. */
type Facts = {
  readonly amount: string
  readonly day: string
  readonly withdrawn: string
  readonly account: string
  readonly confirmation: string
  readonly bank: string
  /** Why a payment was not sent. */
  readonly reason: string
}

export const messages = {
  title: 'Messages',
  lead: 'Receipts and notices about this account. Only you see them.',
  none: 'No messages yet',
  noneText: 'A receipt arrives here when you make a payment.',
  unread: 'New',
  confirmation: 'Confirmation number',
  seePayment: 'See this payment',
  templates: {
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
    paymentNotSent: {
      title: (facts: Facts) => `Payment not made: ${facts.amount} for ${facts.day}`,
      text: (facts: Facts) => `${facts.reason} Nothing was taken. What is due stays due.`,
    },
    bankAccountAdded: {
      title: (facts: Facts) => `Bank account added: ${facts.account}`,
      text: (facts: Facts) =>
        `You can pay from ${facts.account} at ${facts.bank}. If you did not add it, call us now.`,
    },
  },
  notSent: {
    accountClosed: 'This account was closed before the payment could be sent.',
    historyEnds: 'We do not collect payments for this account.',
    bankAccountRemoved: 'The bank account it was to come from was removed.',
    bankAccountStopped: 'Your bank stopped payments from the bank account it was to come from.',
    bankAccountNotVerified: 'The bank account it was to come from is not verified.',
    bankDataUnusable: 'The numbers of your bank account cannot be right. Add the account again.',
    amountAboveOwed: 'Less is owed now than the payment was for. Make a new one if you like.',
  } satisfies Record<NotSentReason, string>,
  other: {
    title: 'A notice about your account',
    text: (phone: string) => `Call ${phone} if you want to know more about it.`,
  },
}
