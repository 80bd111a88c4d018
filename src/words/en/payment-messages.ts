// What an obligor is told about a payment of their own: in the portal and by mail. Never a link,
// never an account number of theirs or ours.
import type { MessageFacts } from './message-facts.ts'

type Lender = { readonly name: string; readonly host: string; readonly fraudPhone: string }

/** Amounts and days, already written; empty where a message has none. */
export type PaymentFacts = {
  readonly amount: string
  readonly effective: string
  readonly withdrawn: string
  readonly cleared: string
  readonly confirmation: string
  readonly interest: string
  readonly principal: string
  readonly charges: string
  /** The price of paying this way, and all that is taken; empty where it is free. */
  readonly fee: string
  readonly total: string
}

export const paymentMessages = {
  paymentScheduled: {
    title: (facts: MessageFacts) => `Payment scheduled: ${facts.amount} on ${facts.day}`,
    text: (facts: MessageFacts) =>
      `${facts.amount} counts as paid on ${facts.day} and leaves your bank on ${facts.withdrawn}. ` +
      'Nothing has left your bank yet.',
  },
  paymentChanged: {
    title: (facts: MessageFacts) => `Payment changed: ${facts.amount} on ${facts.day}`,
    text: (facts: MessageFacts) =>
      `It is now ${facts.amount}, counts as paid on ${facts.day} and leaves your bank on ` +
      `${facts.withdrawn}. Its number stays the same. Nothing has left your bank yet.`,
  },
  paymentCanceled: {
    title: (facts: MessageFacts) => `Payment canceled: ${facts.amount} for ${facts.day}`,
    text: () => 'Nothing was taken and nothing will be. What is due stays due.',
  },
  paymentApplied: {
    title: (facts: MessageFacts) => `Payment applied: ${facts.amount}, counted ${facts.day}`,
    text: (facts: MessageFacts) =>
      (facts.interest === ''
        ? ''
        : `To interest ${facts.interest}, to principal ${facts.principal}, to fees and late ` +
          `charges ${facts.charges}. `) +
      `It is cleared on ${facts.cleared} unless your bank sends it back before.`,
  },
}

const number = ({ confirmation }: PaymentFacts) => `Confirmation number: ${confirmation}.`

const priced = (facts: PaymentFacts) =>
  facts.fee === ''
    ? number(facts)
    : `With the fee of ${facts.fee} for paying this way, ${facts.total} is taken in all. ${number(facts)}`

const notYou = (lender: Lender) =>
  `If it was not you, call ${lender.fraudPhone} now, at any hour. Our page is ${lender.host}: type it yourself, we never send a link.`

export const paymentNotices = {
  paymentScheduled: {
    subject: (lender: Lender) => `Your payment to ${lender.name} is scheduled`,
    mail: (lender: Lender, _code: string, facts: PaymentFacts) => [
      `${facts.amount} counts as paid on ${facts.effective} and leaves your bank on ${facts.withdrawn}. Nothing has left your bank yet.`,
      priced(facts),
      notYou(lender),
    ],
    text: (lender: Lender, _code: string, facts: PaymentFacts) =>
      `${lender.name}: payment of ${facts.amount} scheduled for ${facts.effective}. ` +
      `Number ${facts.confirmation}. Not you? Call ${lender.fraudPhone} now.`,
  },
  paymentChanged: {
    subject: (lender: Lender) => `Your payment to ${lender.name} was changed`,
    mail: (lender: Lender, _code: string, facts: PaymentFacts) => [
      `It is now ${facts.amount}. It counts as paid on ${facts.effective} and leaves your bank on ${facts.withdrawn}. Nothing has left your bank yet.`,
      priced(facts),
      notYou(lender),
    ],
    text: (lender: Lender, _code: string, facts: PaymentFacts) =>
      `${lender.name}: your payment is now ${facts.amount} on ${facts.effective}. ` +
      `Number ${facts.confirmation}. Not you? Call ${lender.fraudPhone} now.`,
  },
  paymentCanceled: {
    subject: (lender: Lender) => `Your payment to ${lender.name} is canceled`,
    mail: (lender: Lender, _code: string, facts: PaymentFacts) => [
      `${facts.amount} for ${facts.effective} will not be taken. What is due stays due.`,
      number(facts),
      notYou(lender),
    ],
    text: (lender: Lender, _code: string, facts: PaymentFacts) =>
      `${lender.name}: your payment of ${facts.amount} for ${facts.effective} is canceled. ` +
      `Number ${facts.confirmation}. Not you? Call ${lender.fraudPhone} now.`,
  },
  paymentApplied: {
    subject: (lender: Lender) => `Your payment to ${lender.name} is applied`,
    mail: (lender: Lender, _code: string, facts: PaymentFacts) => [
      facts.interest === ''
        ? `${facts.amount} counts as paid on ${facts.effective}.`
        : `${facts.amount} counts as paid on ${facts.effective}: to interest ${facts.interest}, to principal ${facts.principal}, to fees and late charges ${facts.charges}.`,
      `It leaves your bank on ${facts.withdrawn} and is cleared on ${facts.cleared}, unless your bank sends it back before.`,
      priced(facts),
      notYou(lender),
    ],
    text: (lender: Lender, _code: string, facts: PaymentFacts) =>
      `${lender.name}: payment of ${facts.amount} counted on ${facts.effective}. ` +
      `Number ${facts.confirmation}.`,
  },
  paymentHeld: {
    subject: (lender: Lender) => `Your payment to ${lender.name} was not taken yet`,
    mail: (lender: Lender, _code: string, facts: PaymentFacts) => [
      `Our own bank refused the file with your payment of ${facts.amount} for ${facts.effective}. Nothing has left your bank, and the payment does not count now. We write to you within five banking days whether it goes again; you need not do anything.`,
      number(facts),
      `If you need help, call ${lender.fraudPhone}.`,
    ],
    text: (lender: Lender, _code: string, facts: PaymentFacts) =>
      `${lender.name}: your payment of ${facts.amount} for ${facts.effective} was not taken yet; ` +
      `we write to you what happens next. Number ${facts.confirmation}.`,
  },
  paymentSentAgain: {
    subject: (lender: Lender) => `Your payment to ${lender.name} goes again`,
    mail: (lender: Lender, _code: string, facts: PaymentFacts) => [
      `${facts.amount} leaves your bank on ${facts.withdrawn} and counts from ${facts.effective}. It is the payment that our own bank had refused to take.`,
      number(facts),
      notYou(lender),
    ],
    text: (lender: Lender, _code: string, facts: PaymentFacts) =>
      `${lender.name}: your payment of ${facts.amount} leaves your bank on ${facts.withdrawn}. ` +
      `Number ${facts.confirmation}.`,
  },
  paymentNotSent: {
    subject: (lender: Lender) => `Your payment to ${lender.name} was not sent`,
    mail: (lender: Lender, _code: string, facts: PaymentFacts) => [
      `${facts.amount} for ${facts.effective} was not taken: no money moved, and what is due stays due. The page of the payment on ${lender.host} says why, and what to do.`,
      number(facts),
      `If you need help, call ${lender.fraudPhone}.`,
    ],
    text: (lender: Lender, _code: string, facts: PaymentFacts) =>
      `${lender.name}: your payment of ${facts.amount} for ${facts.effective} was not sent; it is ` +
      `still due. Number ${facts.confirmation}.`,
  },
}
