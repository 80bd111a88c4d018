// Setting and changing autopay.
export const autopayForm = {
  titleSet: 'Set autopay',
  titleChange: 'Change autopay',
  steps: ['Choose', 'Check'],
  stepsLabel: 'Steps',
  amount: {
    heading: 'How much each time?',
    installment: 'The payment of your contract',
    installmentNote: 'Less where a part is paid already',
    plusExtra: 'That and extra to principal',
    extra: 'Extra each time',
    fixed: 'A fixed amount',
    fixedNote: 'Never less than the payment; what is above it goes to principal',
    fixedField: 'Amount each time',
  },
  day: {
    heading: 'On which day?',
    dueDate: 'On the due date',
    daysBefore: 'Some days before it',
    daysField: 'Days before the due date',
    dayOfMonth: 'On a day of the month',
    dayField: 'Day of the month, 1 to 31',
    dayHint: (days: number) =>
      `At most ${days} days before the due date. In a shorter month, its last day.`,
    twiceAMonth: 'Divided over two paydays a month',
    first: 'First payday, day of the month',
    second: 'Second payday, day of the month',
    everyTwoWeeks: 'Divided over paydays every two weeks',
    payday: 'One of your paydays',
    splitNote: 'The payment is complete by its due date',
  },
  when: {
    heading: 'From when until when?',
    begins: 'Begins on',
    ends: 'Ends on',
    endsHint: 'Leave it empty to go on until the last payment.',
  },
  charges: 'Also take late charges and fees that I owe',
  chargesHint: 'Without it they are never taken by autopay.',
  from: {
    heading: 'Where is it taken from?',
    none: 'You have nothing here that it can be taken from yet.',
    add: 'Add a bank account',
  },
  preview: {
    heading: 'The first three debits',
    empty: 'Choose, then see here what would be taken and when.',
    update: 'Update',
    review: 'Review autopay',
    notYet: 'Nothing is set yet.',
  },
  errors: {
    amount: 'Choose how much to take each time.',
    extra: 'Type how much extra to take, such as 50.',
    fixed: 'Type the amount to take, such as 550.',
    day: 'Choose a day.',
    days: 'Type a number of days, such as 3.',
    dayOfMonth: 'Type a day of the month from 1 to 31.',
    twice: 'Type two different days of the month, the earlier one first.',
    payday: 'Type the date of one of your paydays.',
    begins: 'Type a date such as 12/05/2026.',
    from: 'Choose where it is taken from.',
  },
  review: {
    title: 'Check autopay',
    heading: 'Your plan',
    permission: 'Your permission',
    agree: 'I give this permission.',
    agreeMissing: 'Tick the box to give your permission. Nothing was set.',
    set: 'Turn autopay on',
    changed: 'Change autopay',
    back: 'Back to change it',
    twice: 'Pressing it twice sets it once.',
  },
  /** The exact words agreed to: 12 CFR 1005.10(b). */
  authorization: (facts: {
    lender: string
    account: string
    bank: string
    byCard: boolean
    ending: string
    amount: string
    day: string
    begins: string
    ends: string | null
    charges: 'taken' | 'notTaken'
    phone: string
  }) =>
    (facts.byCard
      ? `I authorize ${facts.lender} to charge my card ${facts.account} again and again for my account ending ${facts.ending}. `
      : `I authorize ${facts.lender} to debit my ${facts.account} at ${facts.bank} again and again for my account ending ${facts.ending}. `) +
    `Amount: ${facts.amount}, less where a part is paid already, and the last payment at its true amount. ` +
    `Day: ${facts.day}, from ${facts.begins} ${facts.ends === null ? 'until nothing is left to pay' : `through ${facts.ends}`}. ` +
    (facts.charges === 'taken'
      ? 'Late charges and fees that I owe are taken with a payment. '
      : 'Late charges and fees are not taken. ') +
    'Each debit is announced before it is taken, 10 days before when it is more than usual. ' +
    (facts.byCard
      ? 'I can stop a debit until the cutoff of its day'
      : 'I can stop a debit until the cutoff of the day its file goes to the bank') +
    ', and take this permission back ' +
    `at any time, on the autopay page or by calling ${facts.phone}.`,
}
