// A payment's receipt, and the letter that a loan is paid in full.
export const receipt = {
  make: 'Get the receipt (PDF)',
  makeText: 'Signed, with a code by which anybody can check it. It is kept under Documents.',
  title: (name: string, day: string) => `Payment receipt, ${name}, ${day}`,
  heading: (day: string) => `We received your payment of ${day}`,
  detail: (day: string, amount: string) => `${amount} of ${day}`,
  confirmation: 'Confirmation number',
  cleared: (day: string, until: string) =>
    `It cleared on ${day}. A bank can still return it as unauthorized until ${until}.`,
  returnable: (day: string, until: string) =>
    `It counts. A bank can still return it for lack of funds until ${day}, and as unauthorized until ${until}.`,
  rule: (version: string) =>
    `Split in the order of the contract (rules "${version}"); the whole order stands under Terms.`,
  what: 'Where it went',
  amount: 'Amount',
  total: 'Payment',
  after: { loan: 'Principal after it', lease: 'Lease payments left after it' },
  check: 'Check that this paper is ours',
  corrected: 'Genuine, but a figure was corrected',
  correctedText:
    'We made this paper, and the money that it names counts. A figure of it was corrected since: whoever gave it to you can get a new one.',
}

export const paidInFull = {
  make: 'Get the paid-in-full letter (PDF)',
  title: (name: string, day: string) => `Paid in full, ${name}, ${day}`,
  heading: (day: string) => `This loan was paid in full on ${day}`,
  detail: (day: string) => `Nothing is owed since ${day}`,
  nothing: 'Nothing is owed on this account.',
  cleared: (day: string, until: string) =>
    `The last payment cleared on ${day}. A bank can still return it as unauthorized until ${until}.`,
  returnable: (day: string, until: string) =>
    `A bank can still return the last payment for lack of funds until ${day}, and as unauthorized until ${until}.`,
  lien: 'The lien is released once the last payment has cleared.',
  what: 'What was paid while we served this loan',
  amount: 'Amount',
  last: (day: string) => `Last payment, ${day}`,
  interest: 'Interest, in all',
  principal: 'Principal, in all',
  charges: 'Late charges and fees, in all',
  held: 'Held for you, to be sent back',
  owed: 'Still owed',
}
