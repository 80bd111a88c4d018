// The page of what a customer takes along: files, a calendar, a ledger to check, everything.
export const yourData = {
  title: 'Your data',
  menu: 'Files, a calendar and a copy of everything',
  lead: 'Everything we know about this account is yours to take along and to check.',
  files: {
    title: 'For your own programs',
    lead: 'Every payment, charge and correction of this account, as a file.',
    csv: 'Activity as CSV',
    csvText: 'For a spreadsheet: one row for each payment and charge.',
    json: 'Activity as JSON',
    jsonText: 'For a program: the same rows, with names that stay the same in every language.',
    ofx: 'Activity as OFX',
    ofxText: 'For finance programs: an OFX 2 loan statement with principal and interest.',
    noOfx:
      'OFX, the format of finance programs, has no form for a lease. CSV and JSON have it all.',
  },
  ledger: {
    title: 'Check our arithmetic',
    lead: 'Your contract and every event, with what our ledger says, in one file.',
    download: 'Download the ledger',
    how: 'Anybody with Keyturn on a computer can have every cent computed again. It needs no connection to us:',
    command: (file: string) => `keyturn calc ledger < ${file}`,
    says: 'It prints the split of each payment, what you owe and what closes the loan. After "differences" stands every figure that is not the same as ours. An empty list, [ ], means that all are.',
    explain: 'With --explain it shows how each figure came to be.',
    follows:
      'Late charges and forgiven remainders are not in the file: the calculator finds them from your contract.',
    reported:
      'Months that another company reported are taken as they were reported, for nobody can compute them again.',
    lease:
      'The calculator recomputes loans. For a lease, every figure is worked out on its own page under Terms.',
    terms: 'See the terms',
  },
  calendar: {
    title: 'Payments in your calendar',
    lead: 'Due dates, autopay debits and payments that are set, in the calendar of your phone or computer. It follows every change.',
    secret:
      'Your calendar reads it at a secret address. Whoever has the address sees days and amounts: no name, no account number. Share it with nobody you would not show them to.',
    none: 'No address has been made.',
    since: (moment: string) => `There is an address, made ${moment}. We keep no copy of it.`,
    ended: 'For an account that is closed or comes from a filing there is nothing to come.',
    make: 'Make an address',
    again: 'Make a new address',
    replaces: 'A new address replaces the old one, which stops working at once.',
    end: 'End the address',
    isEnded: 'The address works no longer.',
    sentTwice:
      'This form was sent before. The address it made was shown then; make a new one if you do not have it.',
    madeTitle: 'Your calendar address',
    madeLead: 'It is shown once. Copy it now.',
    address: 'Address',
    copy: 'Copy the address',
    copied: 'Copied',
    how: 'Add it in your calendar as a subscription ("Subscribe", "From URL"), not as a file: a file would never change again.',
    open: 'Open in this device’s calendar',
    back: 'Back to your data',
    feed: {
      name: (lender: string) => `${lender}: payments`,
      entries: {
        due: (amount: string) => `Payment due: ${amount}`,
        debit: (amount: string) => `Autopay debit: ${amount}`,
        payment: (amount: string) => `Payment you set: ${amount}`,
        other: (amount: string) => `Payment by the co-borrower: ${amount}`,
      },
      counts: (day: string) => `Counts as paid on ${day}`,
    },
  },
  everything: {
    title: 'A copy of everything',
    lead: 'All that we know about you, of every account, in one ZIP file.',
    link: 'See what is in it',
    inside: 'What is in it',
    contents: {
      you: 'How you are reached, your address, what you chose and when, how and from where you signed in',
      accounts:
        'For each account its contract, vehicle, payments, permissions for autopay and messages',
      activity:
        'Every payment, charge and correction, and the ledger that anybody can compute again',
      papers: 'Every paper, as the PDF it was',
      index: 'A page that leads through it (index.html)',
    },
    without:
      'Left out on purpose: your Social Security number and date of birth, whole numbers of bank accounts and cards, passwords and codes. Phones and emails are masked as in the portal.',
    others: 'Nothing in it is of a co-borrower’s bank, contacts or messages.',
    keep: 'Keep it where only you can read it. That you downloaded it stands in your activity under Sign-in and security.',
    download: 'Download everything',
    index: {
      title: (lender: string) => `Everything ${lender} knows about you`,
      lead: (name: string, moment: string) => `${name}. Made ${moment}.`,
      you: 'You',
      asOf: 'As of',
      state: 'State',
      states: { open: 'Open', closed: 'Closed' },
      principal: 'Principal owed',
      due: 'Due now and next',
      vin: 'VIN',
      files: {
        'account.json':
          'vehicle, payments, permissions, bank accounts by their last four digits, messages',
        'activity.json': 'every payment, charge and correction',
        'activity.ofx': 'the same for finance programs, as an OFX loan statement',
        'contract.json': 'the terms that were signed',
        'ledger.json': 'the ledger, for the calculator (keyturn calc ledger)',
      },
      papers: (folder: string) => `Papers, where there are any, are in the folder ${folder}.`,
    },
  },
}
