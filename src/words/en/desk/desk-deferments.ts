/** Offers to put off payments, made on paper. */
export const deskDeferments = {
  link: 'Offers to put off payments',
  title: 'Offers to put off payments',
  lead: 'A paper to sign. Making one changes nothing of the account: no due date, no interest, no payment.',
  months: 'Months that payments move',
  figures: (count: number) => (count === 1 ? 'By one month' : `By ${count} months`),
  moved: 'Payments that move first',
  movedValue: (number: string, due: string, then: string) => `Payment ${number}: ${due} to ${then}`,
  nextDue: 'Next payment due',
  lastDue: 'Last payment due',
  to: (before: string, after: string) => `${before}, then ${after}`,
  meanwhile: (from: string, to: string) => `Interest from ${from} to ${to}, if nothing is paid`,
  working: (days: string, principal: string, rate: string) =>
    `${days} days on ${principal} at ${rate}`,
  more: 'More interest over the rest of the loan',
  moreNote: (before: string, after: string) =>
    `${before} as it is, ${after} with it, each payment on its due date`,
  fee: 'Fee',
  feeNote: (citation: string) => `Asked under: ${citation}`,
  charges: 'Late charges and fees owed already, which stay owed',
  through: 'Good through',
  language: 'Language of the paper',
  languageMissing: 'Choose the language of the paper.',
  monthsMissing: (most: number) =>
    most === 1 ? 'Only one month is possible.' : `Choose from 1 to ${most} months.`,
  languages: { en: 'English', es: 'Spanish' },
  make: 'Make the offer',
  makeText:
    'Whoever owes is told, and finds it under Documents; who gets paper gets it by mail. A newer offer takes the place of this one.',
  done: 'Made. Whoever owes is told of it.',
  offers: 'Offers made before',
  none: 'None was made.',
  made: 'Made on',
  what: 'Offer',
  open: 'Open PDF',
  openNamed: (day: string) => `Open PDF: offer of ${day}`,
  state: 'State',
  states: { genuine: 'Can be accepted', superseded: 'Replaced', expired: 'Over' },
  refusals: {
    lease:
      'This is a lease. Its end, its miles and its residual would move as well: there is no such offer here. Talk to the lessee about an extension of the lease.',
    filed: 'This account is known from public filings alone.',
    closed: 'This account is closed.',
    chargedOff: 'This loan was charged off: no payment of it has a due date.',
    nothingOwed: 'Nothing is owed on this loan.',
    nothingToMove: 'With so many months nothing would move. Choose other months.',
    accountChanged:
      'Something was recorded on the account meanwhile. Look at the figures once more.',
  },
}
