// The same as it leaves the portal, and what a payer is told who agreed to it: never who the
// customer is, never a link.
import type { PaymentFacts } from '../payment-messages.ts'

type Lender = { readonly name: string; readonly host: string; readonly fraudPhone: string }

export type SharingFacts = {
  readonly payer: string
  readonly vehicle: string
  readonly missing: string
}

type Facts = PaymentFacts & SharingFacts

const see = ({ host }: Lender) => `To see it, type ${host} yourself: we never send a link.`

export const sharingNotices = {
  payoffLinkMade: {
    subject: (lender: Lender) => `Your payoff at ${lender.name} was shared`,
    mail: (lender: Lender, _code: string, facts: Facts) => [
      `A link was made by which ${facts.payer} can see the payoff of your loan, with a code that only you were shown.`,
      `If it was you, there is nothing to do. If it was not, call ${lender.fraudPhone} now, at any hour.`,
    ],
    text: (lender: Lender, _code: string, facts: Facts) =>
      `${lender.name}: your payoff was shared with ${facts.payer}. Not you? Call ${lender.fraudPhone} now.`,
  },
  payoffLinkLocked: {
    subject: (lender: Lender) => `A link of yours at ${lender.name} is locked`,
    mail: (lender: Lender, _code: string, facts: Facts) => [
      `Somebody who has the link for ${facts.payer} typed five wrong codes in a row. Nothing was shown to them, and the link works no longer.`,
      see(lender),
    ],
    text: (lender: Lender, _code: string, facts: Facts) =>
      `${lender.name}: the link for ${facts.payer} is locked after five wrong codes. Nothing was shown.`,
  },
  dealerPaying: {
    subject: (lender: Lender) => `A payoff to ${lender.name} is announced`,
    mail: (lender: Lender, _code: string, facts: Facts) => [
      `${facts.payer} said: ${facts.amount} will reach us by ${facts.effective}.`,
      'Keep paying until it is here: your payments stay due and autopay goes on.',
      see(lender),
    ],
    text: (lender: Lender, _code: string, facts: Facts) =>
      `${lender.name}: ${facts.payer} said they pay ${facts.amount} by ${facts.effective}. Keep paying until it is here.`,
  },
  payoffLate: {
    subject: (lender: Lender) => `A payoff to ${lender.name} has not arrived`,
    mail: (lender: Lender, _code: string, facts: Facts) => [
      `${facts.amount} from ${facts.payer} was said for ${facts.effective} and is not here.`,
      `Call ${facts.payer} today. Your payments stay due and autopay goes on until the money is here.`,
      see(lender),
    ],
    text: (lender: Lender, _code: string, facts: Facts) =>
      `${lender.name}: the payoff from ${facts.payer} of ${facts.effective} has not arrived. Keep paying, and call them.`,
  },
  payoffShort: {
    subject: (lender: Lender) => `A payoff to ${lender.name} fell short`,
    mail: (lender: Lender, _code: string, facts: Facts) => [
      `Money came from ${facts.payer}, and ${facts.missing} is missing. The loan stays open for the rest, and interest runs on it.`,
      see(lender),
    ],
    text: (lender: Lender, _code: string, facts: Facts) =>
      `${lender.name}: the payoff fell short by ${facts.missing}. The loan stays open for the rest.`,
  },
  payoffArrived: {
    subject: (lender: Lender) => `Your loan at ${lender.name} is paid off`,
    mail: (lender: Lender, _code: string, facts: Facts) => [
      `Your loan is paid off, and nothing more is awaited from ${facts.payer}.`,
      see(lender),
    ],
    text: (lender: Lender) => `${lender.name}: your loan is paid off.`,
  },
  payerLate: {
    subject: (lender: Lender) => `A payoff that you announced to ${lender.name} has not arrived`,
    mail: (_lender: Lender, _code: string, facts: Facts) => [
      `You said that ${facts.amount} for a ${facts.vehicle} would reach us by ${facts.effective}. It is not here.`,
      'The amount that closes the loan grows each day: open the link that the customer gave you to see today’s, or ask them for a new one.',
      'You get this because you asked to be told. The customer is told too.',
    ],
    text: (lender: Lender, _code: string, facts: Facts) =>
      `${lender.name}: the payoff for a ${facts.vehicle} of ${facts.effective} has not arrived.`,
  },
  payerShort: {
    subject: (lender: Lender) => `A payoff that you sent to ${lender.name} fell short`,
    mail: (_lender: Lender, _code: string, facts: Facts) => [
      `Money for a ${facts.vehicle} came, and ${facts.missing} is missing. The loan stays open until it is here, and interest runs on it.`,
      'Open the link that the customer gave you to see today’s amount, or ask them for a new one.',
      'You get this because you asked to be told. The customer is told too.',
    ],
    text: (lender: Lender, _code: string, facts: Facts) =>
      `${lender.name}: the payoff for a ${facts.vehicle} fell short by ${facts.missing}.`,
  },
}
