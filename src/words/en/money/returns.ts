// What an obligor reads when the bank sends something back, in the portal and outside.
import type { MessageFacts } from '../message-facts.ts'

type Lender = { readonly name: string; readonly host: string; readonly fraudPhone: string }

/** Why the bank sent it back, as a whole sentence. */
export const returnReasons = {
  funds: 'There was not enough money in the bank account.',
  stopped: 'Your bank says that you stopped this payment.',
  notAuthorized: 'Your bank says that this payment was not authorized.',
  accountWrong: 'The bank account is closed, or its number is not right.',
  other: 'Your bank did not allow it.',
  notUsable: 'This account cannot be used for payments to us.',
}

export const returnMessages = {
  paymentReturned: {
    title: (facts: MessageFacts) => `Your bank sent back ${facts.amount} of ${facts.day}`,
    text: (facts: MessageFacts) =>
      `${facts.reason} The payment does not count any more, and what it had paid is due again. ` +
      'Pay in another way, or call us.',
  },
  paymentRetried: {
    title: (facts: MessageFacts) =>
      `Your bank sent back ${facts.amount}: we try again on ${facts.withdrawn}`,
    text: (facts: MessageFacts) =>
      `${facts.reason} Until the money comes the payment does not count. See that the account ` +
      `holds ${facts.amount} on ${facts.withdrawn}; then there is nothing else to do.`,
  },
  paymentReturnedShared: {
    title: (facts: MessageFacts) => `A payment by the co-borrower came back: ${facts.amount}`,
    text: (facts: MessageFacts) =>
      `The payment of ${facts.day} does not count now, and what it had paid is due again.`,
  },
  bankAccountStopped: {
    title: (facts: MessageFacts) => `We take nothing more from ${facts.account}`,
    text: (facts: MessageFacts) =>
      `${facts.reason} Payments that were to come from it are off. Add another bank account to ` +
      'pay, or call us.',
  },
  bankAccountCorrected: {
    title: (facts: MessageFacts) => `Bank account corrected: ${facts.account}`,
    text: (facts: MessageFacts) =>
      `${facts.bank} told us how this account is written, and we use that from now on. There is ` +
      'nothing to do. If it is not your account, call us.',
  },
  bankAccountRefused: {
    title: (facts: MessageFacts) => `Bank account not verified: ${facts.account}`,
    text: (facts: MessageFacts) =>
      `${facts.reason} We cannot take payments from it. Check the numbers and add it again, or ` +
      'add another one.',
  },
}

export const returnNotices = {
  paymentReturned: {
    subject: (lender: Lender) => `A payment to ${lender.name} came back`,
    mail: (lender: Lender) => [
      'Your bank sent back a payment for your account.',
      `Open ${lender.host} yourself to read which one, why, and what happens next.`,
    ],
    text: (lender: Lender) =>
      `${lender.name}: your bank sent back a payment. Open ${lender.host} to read what happens next.`,
  },
  bankAccountStopped: {
    subject: (lender: Lender) => `A bank account is stopped at ${lender.name}`,
    mail: (lender: Lender) => [
      'We take nothing more from one of your bank accounts, and payments that were to come from it are off.',
      `Open ${lender.host} yourself to read why, and to pay from another account.`,
    ],
    text: (lender: Lender) =>
      `${lender.name}: we take nothing more from one of your bank accounts. Open ${lender.host} to read why.`,
  },
  bankAccountCorrected: {
    subject: (lender: Lender) => `The details of a bank account changed at ${lender.name}`,
    mail: (lender: Lender) => [
      'Your bank told us that one of your bank accounts is written in another way, and we use that from now on.',
      `Open ${lender.host} yourself to see its ending. If it is not your account, call ${lender.fraudPhone}, at any hour.`,
    ],
    text: (lender: Lender) =>
      `${lender.name}: your bank corrected the details of a bank account of yours. Open ${lender.host} to see it.`,
  },
  bankAccountRefused: {
    subject: (lender: Lender) => `A bank account could not be verified at ${lender.name}`,
    mail: (lender: Lender) => [
      'The bank refused our check of a bank account that you added, so we cannot take payments from it.',
      `Open ${lender.host} yourself to read why, and to add it again or add another one.`,
    ],
    text: (lender: Lender) =>
      `${lender.name}: a bank account that you added could not be verified. Open ${lender.host} to read why.`,
  },
}
