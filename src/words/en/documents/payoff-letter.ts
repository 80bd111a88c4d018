// The payoff letter, and the button that asks for it.
export const payoffLetter = {
  make: 'Get the payoff letter (PDF)',
  makeText: 'Signed, with a code by which a dealer can check it. It is kept under Documents.',
  title: (name: string, day: string) => `Payoff letter, ${name}, ${day}`,
  heading: (day: string) => `To close this loan on ${day}`,
  clearedOnly: (amount: string, day: string, until: string, then: string) =>
    `Counts cleared money only. If the ${amount} of ${day} is not returned by ${until}, the amount becomes ${then}.`,
  clearedOnlyMany: (until: string, then: string) =>
    `Counts cleared money only. If nothing is returned by ${until}, the amount becomes ${then}.`,
  promise: (time: string) =>
    `Pay exactly this by ${time} that day and the balance is $0.00. No trailing interest.`,
  what: 'What it is made of',
  amount: 'Amount',
  principal: 'Principal',
  principalCleared: 'Principal, cleared money only',
  interest: (from: string, to: string, days: number) =>
    `Interest, ${from} to ${to}: ${days} ${days === 1 ? 'day' : 'days'}`,
  interestNone: 'Interest: no day to charge',
  chargedOff: 'Left of the charged-off balance',
  lateCharges: 'Late charges',
  fees: 'Fees',
  none: 'Fees and charges',
  lateChargesToCome: 'Late charge before that day',
  unapplied: 'Money we already hold, taken off',
  total: (day: string) => `Total on ${day}`,
  days: {
    heading: (day: string) => `If the money arrives on another day, through ${day}`,
    lead: (perDiem: string) => `Each day adds ${perDiem} of interest until it arrives.`,
    still: 'No interest is added, whichever day it is.',
    day: 'Money reaches us',
    amount: 'Payoff',
    cleared: 'Cleared money only',
    counted: 'If nothing is returned',
    online: 'online only',
  },
  send: {
    heading: 'Where to send it',
    mail: 'By mail, with the account number on the check:',
    electronic:
      'Details for a wire or an ACH credit stand on the page of the check only, so that nobody can change them on paper.',
  },
  follows: {
    heading: 'What follows',
    zero: 'The balance is $0.00 on receipt.',
    lien: 'We release the lien once the money has cleared.',
    over: 'What is too much goes back to the customer.',
    less: 'If less arrives, the loan stays open for the rest.',
    lessDropped: (most: string) =>
      `If no more than ${most} is missing, we drop it and the loan closes; for more it stays open.`,
    changes:
      'A new payment, charge or return changes the amount: the check says whether this letter still holds.',
  },
}
