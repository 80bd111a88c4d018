// An offer to put off payments, on paper and at the check.
const months = (count: number) => (count === 1 ? 'one month' : `${count} months`)

export const deferment = {
  title: (name: string, day: string) => `Offer to put off payments, ${name}, ${day}`,
  heading: (count: number) => `Offer to put off payments by ${months(count)}`,
  detail: (count: number, through: string) => `By ${months(count)}, good through ${through}`,
  offer: 'This is an offer. It changes nothing yet.',
  offerText: (through: string) =>
    `It takes effect once everybody named below has signed it, it has reached us by ${through}, and we have recorded it. Until we tell you that we have, each payment stays due on its date.`,
  moves: (count: number) => `Payments that move by ${months(count)}`,
  payment: 'Payment',
  number: (number: string) => `Payment ${number}`,
  dueNow: 'Due now',
  dueThen: 'Due then',
  unpaid: 'Unpaid of it',
  after: (count: number) => `Each payment after these is due ${months(count)} later too.`,
  dates: 'What the dates become',
  what: 'What',
  today: 'Now',
  afterwards: 'Then',
  nextDue: 'Next payment due',
  lastDue: 'Last payment due',
  costs: 'What it costs',
  amount: 'Amount',
  meanwhile: (from: string, to: string) =>
    `Interest that builds up from ${from} to ${to}, if nothing is paid:`,
  working: (days: string, principal: string, rate: string) =>
    `${days} days on principal of ${principal} at ${rate}`,
  leftBefore: 'Interest of the rest of the loan as it is now',
  leftAfter: 'Interest of the rest of the loan with this offer',
  more: 'More interest with this offer, in all',
  fee: 'Fee for it',
  charges: 'Late charges and fees owed already, which stay owed',
  accrues:
    'Yours is a simple interest loan: interest goes on each day on the principal while payments are put off, and is paid first out of the next payment. The rest of the loan is worked out as if each payment came on its due date, and what is past due today.',
  chargesStay: 'Late charges and fees that are owed already are not put off.',
  autopay:
    'Autopay and payments that you have set go on as they are until we have recorded this. You may pay at any time before the new dates.',
  feeBy: (citation: string) => `The fee is asked under: ${citation}.`,
  signing: 'To accept, sign here',
  signingText: (phone: string) =>
    `Everybody who owes signs. Send the whole paper to this address, or call ${phone} to ask how else it can reach us:`,
  signature: 'Signature',
  date: 'Date',
  check: {
    genuineText:
      'We wrote this offer, and it can be accepted through its last day. It changes nothing until it is signed and recorded.',
    expiredText: 'We wrote this offer. Its last day has passed: ask us for a new one.',
    superseded: 'Genuine, but replaced',
    supersededText:
      'We wrote this offer. A newer one was made, or the account changed since: this one cannot be accepted any more.',
    through: 'Good through',
    nextDue: 'Next payment due with it',
    lastDue: 'Last payment due with it',
  },
}
