// What is due next on a loan, and what is set for it.

const plural = (count: number, unit: string) => `${count} ${unit}${count === 1 ? '' : 's'}`

export const next = {
  heading: 'Next payment',
  headingPastDue: 'Amount due',
  pay: 'Make a payment',
  payoff: 'Get a payoff quote',
  dueOn: (day: string) => `Due ${day}`,
  nothingDue: 'Nothing is due now',
  pastDue: (amount: string, days: number) =>
    `${amount} is past due, the oldest part by ${plural(days, 'day')}.`,
  arrived: (day: string) => `Your payment of ${day} has not arrived.`,
  current: (amount: string, day: string) => `${amount} of this is due ${day}.`,
  charges: (amount: string) => `Late charges and fees of ${amount} are part of it.`,
  noLateChargeUntil: (day: string, amount: string) =>
    `No late charge if it arrives by ${day}; after that one of ${amount} is added.`,
  lateChargeFor: (due: string, day: string, amount: string) =>
    `For the payment of ${due} there is no late charge if it arrives by ${day}; after that ` +
    `one of ${amount} is added.`,
  noLateCharge: 'Your contract has no late charge.',
  scheduled: (amount: string, day: string) => `${amount} is scheduled for ${day}.`,
  byAutopay: (amount: string, day: string) => `Autopay takes ${amount} for ${day}.`,
  scheduledByOther: (amount: string, day: string) =>
    `${amount} is scheduled for ${day} by the co-borrower.`,
  nothingLeft: 'Nothing has left your bank yet.',
  nothingLeftTheirs: 'No money has moved yet. Only the co-borrower can cancel it.',
  onItsWay: (amount: string) => `${amount} is on its way.`,
  onItsWayByOther: (amount: string) => `${amount} is on its way, paid by the co-borrower.`,
  countsOn: (day: string, leaves: string) =>
    `Counts on ${day}, leaves the bank ${leaves}. It can no longer be canceled here.`,
  see: 'See, change or cancel',
  seeOnly: 'See the payment',
  covering: (due: string) => `With it, the payment due ${due} is covered.`,
  closing: 'It pays off everything and closes the loan.',
  splitShow: 'How this payment will be split',
  afterTerm: 'The last due date has passed. What is left is due now.',
}
