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
  seeBankAccount: 'See this bank account',
  reasons: { ...returnReasons, ...notSentReasons },
  templates: {
    ...returnMessages,
    paymentDue: {
      title: (facts: Facts) => `Payment due: ${facts.amount} on ${facts.day}`,
      text: () =>
        'You can pay until the cutoff of that day. Money that you have set to come by then is not counted here.',
    },
    paymentPastDue: {
      title: (facts: Facts) => `Past due: ${facts.amount}`,
      text: (facts: Facts) =>
        `Your payment of ${facts.day} is not in. Pay what is past due as soon as you can: interest goes on, and a late charge may follow.`,
    },
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
        `We announced ${facts.account} at ${facts.bank} to the bank, without taking anything. It can ` +
        `be used from ${facts.firstUse}. If you did not add it, call us now at ${facts.phone}.`,
    },
    bankAccountCopied: {
      title: (facts: Facts) => `Bank account added: ${facts.account}`,
      text: (facts: Facts) =>
        `${facts.account} at ${facts.bank} was verified on another account of yours, so you can pay ` +
        `from it here too. If you did not add it, call us now at ${facts.phone}.`,
    },
    bankDepositsOnTheirWay: {
      title: (facts: Facts) => `Two small deposits are on their way to ${facts.account}`,
      text: (facts: Facts) =>
        `Each is under $1.00, and they arrive by ${facts.settles}. Type both amounts under Bank ` +
        `accounts that day. If you did not add this account, call us now at ${facts.phone}.`,
    },
    bankDepositsThere: {
      title: (facts: Facts) => `Two small deposits should be in ${facts.account} now`,
      text: (facts: Facts) =>
        `Look for them in the app of ${facts.bank} and type both amounts under Bank accounts. Then ` +
        'you can pay from it.',
    },
    bankAccountReady: {
      title: (facts: Facts) => `Bank account verified: ${facts.account}`,
      text: (facts: Facts) => `You can pay from ${facts.account} at ${facts.bank} now.`,
    },
    bankAccountFailed: {
      title: (facts: Facts) => `Bank account not verified: ${facts.account}`,
      text: (facts: Facts) =>
        `${facts.account} at ${facts.bank} could not be verified, so nothing is taken from it. Look ` +
        `under Bank accounts what to do, or call us at ${facts.phone}.`,
    },
    bankAccountRemoved: {
      title: (facts: Facts) => `Bank account removed: ${facts.account}`,
      text: (facts: Facts) =>
        `Nothing new is taken from ${facts.account} at ${facts.bank}. If you did not remove it, call ` +
        `us now at ${facts.phone}.`,
    },
  },
  other: {
    title: 'A notice about your account',
    text: (phone: string) => `Call ${phone} if you want to know more about it.`,
  },
}
