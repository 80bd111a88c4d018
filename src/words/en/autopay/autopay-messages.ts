// Messages about autopay, in the portal and by e-mail: one for each event, none in silence.

import { autopayCardMessages } from './autopay-card-messages.ts'
import { canceled, dueStays, type AutopayFacts as Facts, leaves } from './autopay-facts.ts'

export const autopayMessages = {
  autopaySet: {
    title: () => 'Autopay is on',
    text: (facts: Facts) =>
      `We announce each debit before it is taken. This is what you allowed: ${facts.authorization}`,
  },
  autopayChanged: {
    title: () => 'Autopay changed',
    text: (facts: Facts) =>
      `It goes on with your new choices.${canceled(facts)} ` +
      `This is what you allowed: ${facts.authorization}`,
  },
  autopayPausedByCustomer: {
    title: () => 'Autopay is paused',
    text: (facts: Facts) =>
      `Nothing is taken until you start it again.${canceled(facts)} ${dueStays}`,
  },
  autopayResumed: {
    title: () => 'Autopay is on again',
    text: () => 'It takes each payment as before, and announces each one.',
  },
  autopayRevokedByCustomer: {
    title: () => 'Autopay is off: you stopped it',
    text: (facts: Facts) =>
      `You took your permission back.${canceled(facts)} ${dueStays} You can set autopay again at any time.`,
  },
  autopayPaymentReturned: {
    title: (facts: Facts) => `Your bank returned ${facts.amount}. Autopay stays on`,
    text: (facts: Facts) =>
      `The payment for ${facts.day} came back (${facts.code}). ` +
      (facts.retry === ''
        ? 'We do not try it again: make a payment for it. The next debits go on as announced.'
        : `We try it once more on ${facts.retry}. The next debits go on as announced.`),
  },
  autopayPaymentUnauthorized: {
    title: () => 'Autopay needs you: your bank returned a debit as not authorized',
    text: (facts: Facts) =>
      `Your bank sent ${facts.amount} back (${facts.code}), so we take nothing more.${canceled(facts)} ` +
      `${dueStays} To go on, give your permission again on the autopay page.`,
  },
  autopayBankAccountStopped: {
    title: () => 'Autopay needs you: the bank account cannot be debited',
    text: (facts: Facts) =>
      `Nothing more is taken from it.${canceled(facts)} ${dueStays} ` +
      'To go on, choose another bank account on the autopay page.',
  },
  autopayBankAccountRemoved: {
    title: () => 'Autopay needs you: its bank account was removed',
    text: (facts: Facts) =>
      `Nothing more is taken.${canceled(facts)} ${dueStays} ` +
      'To go on, choose another bank account on the autopay page.',
  },
  ...autopayCardMessages,
  autopayDeferred: {
    title: () => 'Your due dates moved, and autopay with them',
    text: (facts: Facts) =>
      `Debits for the old dates are not taken.${canceled(facts)} The next ones follow the new dates.`,
  },
  autopayDisputed: {
    title: () => 'Autopay is paused while we look at your dispute',
    text: (facts: Facts) =>
      `Nothing is taken until you start it again.${canceled(facts)} ${dueStays}`,
  },
  autopayTotalLoss: {
    title: () => 'Autopay is paused: the vehicle is a total loss',
    text: (facts: Facts) =>
      `Nothing is taken until you start it again.${canceled(facts)} Until your insurer pays, what is due stays due.`,
  },
  autopayVehicleReturned: {
    title: () => 'Autopay is off: the vehicle was returned',
    text: (facts: Facts) => `Nothing more is taken.${canceled(facts)} We bill what is left.`,
  },
  autopayLegalHold: {
    title: () => 'Autopay is paused: the account is with our legal office',
    text: (facts: Facts) => `Nothing is taken while it is.${canceled(facts)} Call us about it.`,
  },
  autopayMayResume: {
    title: () => 'You can start autopay again',
    text: () =>
      'What held it is settled. Nothing is taken by itself: to go on, start it again on the autopay page.',
  },
  autopayPaidOff: {
    title: () => 'Autopay is off: your account is paid in full',
    text: (facts: Facts) => `Nothing more is due and nothing more is taken.${canceled(facts)}`,
  },
  autopayChargedOff: {
    title: () => 'Autopay is off: the account was charged off',
    text: (facts: Facts) =>
      `Nothing more is taken by itself.${canceled(facts)} What you owe stays owed: call us about it.`,
  },
  autopayBankruptcy: {
    title: () => 'Autopay is off: we were told of a bankruptcy',
    text: (facts: Facts) =>
      `Nothing is taken while it goes on.${canceled(facts)} You may still choose to pay.`,
  },
  autopayDeceased: {
    title: () => 'Autopay is off',
    text: (facts: Facts) =>
      `We were told that the account holder died, so nothing more is taken.${canceled(facts)} Call us: a person helps you.`,
  },
  autopayEndDateReached: {
    title: () => 'Autopay is off: its end date is reached',
    text: () =>
      `Nothing more is taken after the end date you chose. ${dueStays} You can set autopay again at any time.`,
  },
  autopayScheduleOver: {
    title: () => 'Autopay is off: its last payment is behind it',
    text: () =>
      'No payment of your contract is left to take. Anything still owed is on your overview.',
  },
  autopayDebit: {
    title: (facts: Facts) => `Autopay takes ${facts.amount} for ${facts.day}`,
    text: (facts: Facts) =>
      `${facts.why} ${leaves(facts)} You can cancel it until ` +
      (facts.byCard ? 'the cutoff of that day.' : 'its file goes to the bank.'),
  },
  autopayLastDebitMade: {
    title: (facts: Facts) => `Autopay takes your last payment: ${facts.amount} for ${facts.day}`,
    text: (facts: Facts) =>
      `${facts.why} ${leaves(facts)} ` +
      'If something is paid or charged before that day, we tell you the new amount.',
  },
  autopayDebitChanged: {
    title: (facts: Facts) => `Autopay takes ${facts.amount} for ${facts.day}, not ${facts.was}`,
    text: (facts: Facts) => `${facts.why} ${leaves(facts)}`,
  },
  autopayDebitCanceled: {
    title: (facts: Facts) => `Autopay does not take ${facts.was} for ${facts.day}`,
    text: (facts: Facts) => (facts.why === '' ? 'Nothing is owed on that day.' : facts.why),
  },
  autopaySkipped: {
    title: (facts: Facts) => `Autopay takes nothing on ${facts.day}`,
    text: (facts: Facts) => facts.why,
  },
  seeAutopay: 'See autopay',
  /** Between the last two of a list of debits, and each of them. */
  and: ' and ',
  on: (amount: string, day: string) => `${amount} on ${day}`,
}
