// An account that is not simply being paid: closed, charged off, or known from a filing.

const plural = (count: number, unit: string) => `${count} ${unit}${count === 1 ? '' : 's'}`

export const accountStates = {
  closed: {
    title: 'Paid in full',
    on: (day: string) => `Paid in full on ${day}`,
    nothingOwed: 'You owe nothing on this account.',
    title2: 'Your title',
    lien: 'The lien is released after your last payment has cleared. Call us if you need a letter about it.',
    lienCleared: (day: string) =>
      `Your last payment cleared on ${day}, so the lien can be released now. Call us if you need a letter about it.`,
    lienClears: (day: string) =>
      `The lien is released after your last payment has cleared, on ${day}. Call us if you need a letter about it.`,
    credit: (amount: string) => `We hold ${amount} more than you owed. Call us to get it back.`,
  },
  chargedOff: {
    heading: 'Still owed',
    since: (day: string) => `Charged off on ${day}`,
    noInterest: 'No interest runs on it any more.',
    noInstallments: 'There are no monthly payments and no due dates. All of it is due.',
    lowers: 'Every payment lowers what is owed, cent for cent.',
    was: 'Charged off',
    recovered: 'Paid and recovered since',
    talk: (phone: string) => `To agree on how to pay it, call ${phone}.`,
    pay: 'Make a payment',
  },
  filed: {
    heading: 'Principal left',
    asOf: (day: string) => `As filed for ${day}`,
    title: 'Known from a public filing',
    text:
      'Nothing is known after that day, so nothing can be quoted or paid here. Every month in ' +
      'your activity is as the filing reports it.',
    behind: (days: number) => `${plural(days, 'day')} past due, as reported`,
    current: 'Current, as reported',
  },
}
