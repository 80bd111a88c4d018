// What is told by mail about a payment by card. Never a link, never a card.
import type { PaymentFacts } from '../payment-messages.ts'

type Lender = { readonly name: string; readonly host: string; readonly fraudPhone: string }

const ends = (lender: Lender, { confirmation }: PaymentFacts) => [
  `Confirmation number: ${confirmation}.`,
  `If it was not you, call ${lender.fraudPhone} now, at any hour. Our page is ${lender.host}: type it yourself, we never send a link.`,
]

export const cardNotices = {
  cardPaid: {
    subject: (lender: Lender) => `Your card payment to ${lender.name}`,
    mail: (lender: Lender, _code: string, facts: PaymentFacts) => [
      `${facts.amount} was paid by card and counts as paid on ${facts.effective}.`,
      ...ends(lender, facts),
    ],
    text: (lender: Lender, _code: string, facts: PaymentFacts) =>
      `${lender.name}: ${facts.amount} paid by card. Number ${facts.confirmation}. ` +
      `Not you? Call ${lender.fraudPhone} now.`,
  },
  cardNotTaken: {
    subject: (lender: Lender) => `Your card payment to ${lender.name} was not taken`,
    mail: (lender: Lender, _code: string, facts: PaymentFacts) => [
      `${facts.amount} was not taken from your card, and what is due stays due. The page of the payment on ${lender.host} says why.`,
      ...ends(lender, facts),
    ],
    text: (lender: Lender, _code: string, facts: PaymentFacts) =>
      `${lender.name}: your card payment of ${facts.amount} was not taken; it is still due. ` +
      `Number ${facts.confirmation}.`,
  },
  cardWentBack: {
    subject: (lender: Lender) => `Your card payment to ${lender.name} was taken back`,
    mail: (lender: Lender, _code: string, facts: PaymentFacts) => [
      `The ${facts.amount} that was paid by card on ${facts.effective} went back to the card. It does not count any more and is due again.`,
      ...ends(lender, facts),
    ],
    text: (lender: Lender, _code: string, facts: PaymentFacts) =>
      `${lender.name}: your card payment of ${facts.amount} went back to the card and is due ` +
      `again. Number ${facts.confirmation}.`,
  },
  cardSentBack: {
    subject: (lender: Lender) => `${lender.name} sent your card payment back`,
    mail: (lender: Lender, _code: string, facts: PaymentFacts) => [
      `We sent back to your card the ${facts.amount} that was paid on ${facts.effective}. It does not count on your account any more, and what it had paid is owed again. Your bank shows it within 5 to 10 banking days.`,
      ...ends(lender, facts),
    ],
    text: (lender: Lender, _code: string, facts: PaymentFacts) =>
      `${lender.name}: we sent your card payment of ${facts.amount} back to the card. It does ` +
      `not count any more. Number ${facts.confirmation}.`,
  },
  cardDisputeOver: {
    subject: (lender: Lender) => `The dispute of your card payment to ${lender.name} is over`,
    mail: (lender: Lender, _code: string, facts: PaymentFacts) => [
      `Your card’s bank decided the dispute and gave us the ${facts.amount} again. The payment counts from ${facts.effective}, as before the dispute. Ask your card’s bank if you do not agree.`,
      ...ends(lender, facts),
    ],
    text: (lender: Lender, _code: string, facts: PaymentFacts) =>
      `${lender.name}: the dispute of your card payment of ${facts.amount} is over. It counts ` +
      `again. Number ${facts.confirmation}.`,
  },
  cardRefundFailed: {
    subject: (lender: Lender) => `What ${lender.name} sent back to your card did not arrive`,
    mail: (lender: Lender, _code: string, facts: PaymentFacts) => [
      `Your card’s bank did not take the ${facts.amount} that we had sent back to your card. We have the money again, and it counts as paid on ${facts.effective}, as before it was sent back. We look for another way with you.`,
      ...ends(lender, facts),
    ],
    text: (lender: Lender, _code: string, facts: PaymentFacts) =>
      `${lender.name}: the ${facts.amount} we sent back to your card did not arrive. It counts ` +
      `as paid again. Number ${facts.confirmation}.`,
  },
}
