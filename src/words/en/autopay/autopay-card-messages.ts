// Messages about autopay from a saved card.
import { canceled, dueStays, type AutopayFacts as Facts } from './autopay-facts.ts'

export const autopayCardMessages = {
  autopayCardDeclined: {
    title: (facts: Facts) => `Your card did not pay ${facts.amount}. Autopay stays on`,
    text: (facts: Facts) =>
      `${facts.declined} Nothing was taken for ${facts.day} (${facts.confirmation}), and we do not ` +
      'ask the card again for it: make a payment. The next debits go on as announced.',
  },
  autopayCardStopped: {
    title: () => 'Autopay needs you: the card cannot be charged any more',
    text: (facts: Facts) =>
      `${facts.declined} Nothing more is taken from it.${canceled(facts)} ${dueStays} ` +
      'To go on, choose another card or a bank account on the autopay page.',
  },
  autopayCardRemoved: {
    title: () => 'Autopay needs you: its card was removed',
    text: (facts: Facts) =>
      `Nothing more is taken.${canceled(facts)} ${dueStays} ` +
      'To go on, choose another card or a bank account on the autopay page.',
  },
  autopayCardExpires: {
    title: () => 'Autopay needs you: its card expires before the next debit',
    text: (facts: Facts) =>
      `${facts.account} is good through ${facts.expires}, and nothing is taken after it.` +
      `${canceled(facts)} ${dueStays} To go on, save the new card or choose a bank account on the ` +
      'autopay page.',
  },
  autopayCardDisputed: {
    title: () => 'Autopay needs you: a debit was disputed at your card’s bank',
    text: (facts: Facts) =>
      `The bank of the card took ${facts.amount} back (${facts.confirmation}), so we take nothing ` +
      `more.${canceled(facts)} ${dueStays} To go on, give your permission again on the autopay page.`,
  },
}
