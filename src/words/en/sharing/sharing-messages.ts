// What an owner is told in the portal of a payoff that they shared, and of one that somebody pays.
import type { MessageFacts } from '../message-facts.ts'

export const sharingMessages = {
  payoffLinkMade: {
    title: (facts: MessageFacts) => `Payoff shared with ${facts.payer}`,
    text: () =>
      'They see the payoff once you have told them the code. Each opening stands under Share your payoff, where you can end it.',
  },
  payoffLinkOpened: {
    title: (facts: MessageFacts) => `${facts.payer} opened the payoff that you shared`,
    text: () => 'From where, and each time since, stands under Share your payoff.',
  },
  payoffLinkLocked: {
    title: (facts: MessageFacts) => `The link for ${facts.payer} is locked`,
    text: () =>
      'Somebody typed five wrong codes in a row. Nothing was shown to them. Make a new link if you still want one.',
  },
  payoffLinkEnded: {
    title: (facts: MessageFacts) => `The link for ${facts.payer} is ended`,
    text: () =>
      'Our staff ended it, as asked on a call. Nobody sees anything by it any more. Make a new link if you still want one.',
  },
  dealerPaying: {
    title: (facts: MessageFacts) => `${facts.payer} will pay ${facts.amount} by ${facts.day}`,
    text: () =>
      'Keep paying until it is here: your payments stay due and autopay goes on. We tell you if it is late.',
  },
  payoffLate: {
    title: (facts: MessageFacts) => `The payoff from ${facts.payer} has not arrived`,
    text: (facts: MessageFacts) =>
      `${facts.amount} was said for ${facts.day}. Call ${facts.payer} today. Your payments stay due and autopay goes on until the money is here.`,
  },
  payoffShort: {
    title: (facts: MessageFacts) => `The payoff fell short by ${facts.missing}`,
    text: (facts: MessageFacts) =>
      `Money came, and less than closes the loan. It stays open for the rest, and interest runs on it. Call ${facts.payer}.`,
  },
  payoffArrived: {
    title: () => 'Your loan is paid off',
    text: (facts: MessageFacts) =>
      `Nothing more is awaited from ${facts.payer}. The letter that says so is under Documents.`,
  },
}
