// Papers that an account can have at any time: of a year, of the whole loan, coupons, a permission.
export const askedPapers = {
  what: 'What',
  amount: 'Amount',
  paid: 'Paid',
  interest: 'Interest',
  principal: 'Principal',
  charges: 'Charges',
  other: 'Other',
  total: 'In all',
  otherChanges: 'Changed by something else than a payment',
  otherNote:
    '“Other” is money held for you, or money toward a balance that was charged off before.',
  opening: (day: string) => `At the beginning of ${day}`,
  closing: (day: string) => `At the end of ${day}`,
  principalPaid: 'Principal paid',
  servedSince: (day: string) =>
    `This loan came to us on ${day}. What was paid to others before that day is not known to us and not counted here.`,
}

export const yearInterest = {
  offer: (year: string) => `Interest summary of ${year}`,
  offerText: 'What you paid in that year: interest, principal, late charges and fees.',
  title: (name: string, year: string) => `Interest summary of ${year}, ${name}`,
  heading: (year: string) => `What you paid in ${year}`,
  total: 'Interest paid',
  detail: (year: string, amount: string) => `Interest paid in ${year}: ${amount}`,
  counts: 'Each payment stands in the month in which it counts. What was returned is not in it.',
  months: 'Month by month',
  month: 'Month',
  balance: 'How the principal changed',
  noForm: 'A summary of your account, not a tax form.',
  checked: (year: string) => `Interest paid in ${year}`,
}

export const vehicleInterest = {
  offer: (year: string) => `Vehicle loan interest statement of ${year}`,
  offerText: 'What we must tell you of the interest of a vehicle loan, to keep with tax papers.',
  title: (name: string, year: string) => `Vehicle loan interest statement of ${year}, ${name}`,
  heading: (year: string) => `Interest on your vehicle loan in ${year}`,
  total: (year: string) => `Interest we received from you in ${year}`,
  detail: (year: string, amount: string) => `Interest received in ${year}: ${amount}`,
  facts: 'What we must tell you',
  value: 'Value',
  lender: 'Lender',
  address: 'Address',
  phone: 'Phone for questions about it',
  made: 'Day on which the loan was made',
  opening: (day: string) => `Principal at the beginning of ${day}`,
  openingMade: 'Principal on the day on which the loan was made',
  vehicle: 'Vehicle',
  vin: 'Vehicle identification number (VIN)',
  vinUnknown: 'Not known to us',
  unknown: 'What is not known to us',
  unknownRows: {
    isNew: 'Whether the vehicle was new, and you its first owner',
    assembly: 'Whether it was assembled in the United States',
    use: 'Whether you use it for yourself and not for a business',
    lien: 'Whether our lien is the first one',
  },
  unknownValue: 'Not in our records',
  rule: (citation: string, least: string, after: string, from: string, through: string) =>
    `Given under ${citation} for interest of ${least} or more in a year on vehicle loans made after ${after}, in the tax years ${from} to ${through}.`,
  noForm:
    'It is a statement of your lender and no form of the tax office. Whether you may deduct this interest depends on your tax return and on what is not known to us.',
  checked: (year: string) => `Interest received in ${year}`,
}

export const amortization = {
  offer: 'Amortization schedule',
  offerText: 'Every payment that came and every one to come, with totals of each year.',
  title: (name: string, day: string) => `Amortization schedule, ${name}, ${day}`,
  heading: (day: string) => `Your loan from beginning to end, as of ${day}`,
  detail: (day: string, amount: string) => `As of ${day}, principal ${amount}`,
  ends: (day: string) =>
    `If each payment to come is made on its due date and nothing more is paid, nothing is owed after ${day}.`,
  endsNot:
    'If each payment to come is made on its due date and nothing more is paid, something is left after the last one.',
  over: 'Nothing is left to be paid.',
  moves: 'What comes earlier, later, or in another amount changes every row after it.',
  balance: 'How the principal comes down',
  paidSoFar: 'Principal paid so far',
  now: (day: string) => `At the end of ${day}`,
  ahead: 'Principal still to be paid',
  left: 'Left after the last payment',
  rows: 'Payment by payment',
  date: 'Date',
  payment: 'Payment',
  after: 'Principal after',
  states: {
    paid: 'Paid',
    catchUp: 'What is past due, and charges',
    ahead: (number: string) => `Payment ${number}, to come`,
  },
  year: (year: string) => `In ${year}`,
  allPaid: 'Paid so far',
  allAhead: 'To come',
  checked: (day: string) => `Principal on ${day}`,
}

export const coupons = {
  offer: 'Payment coupons of a year',
  offerText: 'One coupon for each payment of the next 12 months, to send with a check.',
  title: (name: string, from: string, to: string) => `Payment coupons, ${name}, ${from} to ${to}`,
  heading: (from: string, to: string) => `Payment coupons, ${from} to ${to}`,
  detail: (count: number, from: string, to: string) =>
    count === 1 ? `1 coupon, ${to}` : `${count} coupons, ${from} to ${to}`,
  use: 'Cut off the coupon of the payment, and send it with a check that has your account number on it. It counts on the day on which it reaches us.',
  holds:
    'Each amount holds if every payment before it came in full on its due date. What is past due, late charges and fees are in none of them.',
  autopay: 'Send none for a payment that autopay takes.',
  one: (number: string, day: string) => `Payment ${number}, due ${day}`,
  due: 'Due',
  checked: 'Due dates',
}

export const autopayCopy = {
  offer: 'Copy of your autopay permission',
  offerText: 'Word for word as you gave it, with its day and its terms.',
  make: 'Get a copy (PDF)',
  title: (name: string, day: string) => `Autopay permission, ${name}, ${day}`,
  heading: 'Your permission for autopay',
  detail: (day: string) => `Given on ${day}`,
  given: (moment: string, by: string) => `Given by ${by} on ${moment}, in these words:`,
  terms: 'Its terms',
  term: 'Term',
  value: 'As agreed',
  givenOn: 'Given on',
  kept: 'We keep these words with your account. This is your copy of them.',
  checked: 'Permission given on',
}

export const askForm = {
  link: 'Ask for a paper',
  title: 'Ask for a paper',
  lead: 'Made at once, signed, with a code by which anybody can check it. It is kept under Documents.',
  which: 'Which paper?',
  make: 'Make this paper',
  missing: 'Choose the paper that you want.',
  none: 'There is no paper to ask for now',
  noneText: 'Statements, receipts and letters are under Documents once they are made.',
}
