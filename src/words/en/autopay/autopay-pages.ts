// The pages of autopay: where it stands, setting it, stopping it.
export const autopayPages = {
  title: 'Autopay',
  states: {
    active: 'On',
    paused: 'Paused',
    needsAttention: 'Needs you',
    ended: 'Off',
    none: 'Off',
  },
  none: {
    lead: 'Let each payment be taken on the day you choose. We announce every debit, to the cent, before it is taken.',
    set: 'Set autopay',
    points: [
      'The last payment is included, at its true amount: it leaves $0.00.',
      'You stop any debit until its cutoff, here, without a call.',
      'If anything changes, we tell you here and by e-mail, and why.',
    ],
    how: 'How it works',
  },
  next: {
    heading: 'Next three debits',
    headingFew: 'Debits to come',
    lead: (account: string) => `From ${account}, exact to the cent`,
    byOther: 'From what your co-borrower pays with',
    nothing: 'Nothing is taken',
    counts: (day: string) => `Counts as paid on ${day}.`,
    set: 'Set and announced.',
    later: 'Will be announced before it is taken.',
    interest: (days: string) => `Interest, ${days}`,
    principal: 'Principal',
    after: 'Principal after',
    see: 'See this payment',
    lastOfLease: (day: string, amount: string) =>
      `On ${day} autopay takes ${amount}, the last payment of the lease, if nothing else changes. Then it ends.`,
    last: (day: string, amount: string) =>
      `On ${day} autopay takes ${amount} and closes the loan at $0.00, if nothing else changes.`,
    lastLead: 'The last payment is included.',
    leftOut: (amount: string, day: string) =>
      `${amount} is due on ${day}, before the first debit. Make a payment for it.`,
    pay: 'Make a payment',
  },
  plan: {
    heading: 'Your plan',
    change: 'Change',
    amount: 'Amount',
    day: 'Day',
    weekend: 'Weekend, holiday',
    weekendText: 'Leaves your bank the next banking day, counts on its own day',
    weekendCard: 'Charged on its own day all the same',
    charges: 'Late charges',
    chargesTaken: 'Taken with a payment',
    chargesNotTaken: 'Not taken',
    from: 'From',
    begins: 'Begins',
    ends: 'Ends',
    never: 'After the last payment',
    permission: 'Your permission',
    given: (moment: string) => `Given ${moment}. A copy went to you by e-mail.`,
  },
  amounts: {
    installment: 'The payment of your contract',
    plusExtra: (amount: string) => `The payment of your contract plus ${amount} to principal`,
    fixed: (amount: string) => `${amount} each time`,
  },
  days: {
    dueDate: 'On the due date',
    daysBefore: (days: number) =>
      days === 1 ? '1 day before it is due' : `${days} days before it is due`,
    dayOfMonth: (day: string) => `On day ${day} of the month`,
    twiceAMonth: (first: string, second: string) =>
      `Divided over days ${first} and ${second} of each month`,
    everyTwoWeeks: (day: string) => `Divided over paydays, every two weeks counted from ${day}`,
  },
  history: {
    heading: 'Why autopay did what it did',
    made: (amount: string, day: string) => `Debit set: ${amount} for ${day}`,
    skipped: (day: string) => `Nothing taken on ${day}`,
    replaced: (amount: string, day: string) => `Taken back: ${amount} for ${day}`,
    byYou: 'By you',
    byUs: 'By the rules of your plan',
    byBank: 'By your bank',
    byStaff: 'By our staff',
  },
  stop: {
    link: 'Pause or stop',
    title: 'Pause or stop autopay',
    lead: 'You can stop any debit until its cutoff. Your due dates stay the same, so pay another way.',
    stopped: 'These debits are canceled',
    none: 'No debit is set at this moment.',
    going: 'These can no longer be stopped here',
    goingText: (phone: string) =>
      `They went to the bank. Your bank can still stop one if you ask it 3 business days before; or call us at ${phone}.`,
    until: (moment: string) => `until ${moment}`,
    pauseHeading: 'Pause it',
    pauseText: 'Nothing is taken until you start it again. Your plan is kept.',
    pause: 'Pause autopay',
    stopHeading: 'Stop it for good',
    stopText: 'You take your permission back. You can set autopay again at any time.',
    stop: 'Stop autopay',
    keep: 'Keep autopay as it is',
    resume: 'Start autopay again',
  },
  attention: {
    lead: 'Autopay takes nothing until you put it right.',
    fix: 'Choose where it is taken from and give your permission again',
    paused: 'Autopay is paused. Nothing is taken until you start it again.',
    held: (phone: string) =>
      `It cannot be started here. Call ${phone} if you want to talk about it. You may pay yourself at any time.`,
  },
  co: {
    lead: 'Your co-borrower set autopay for this account. Only they change or stop it.',
    call: (phone: string) => `If it should not go on, talk to them or call ${phone}.`,
  },
  /** On the page that cancels one debit. */
  one: 'Autopay set this payment. Only this one is canceled: the next debits go on as planned and do not take what it would have paid.',
  /** On the pages that change one debit. */
  oneChangedLead: 'Autopay set this payment, and you change only this one.',
  oneChanged:
    'It stays as you set it. The next debits go on as planned: they do not take what you leave out here, and extra money for the next payments makes them smaller.',
  overview: {
    heading: 'Autopay',
    active: (amount: string, day: string) => `Takes ${amount} for ${day}.`,
    /** Before a payment by hand. */
    paidBefore: 'If that payment is already paid by then, autopay takes nothing for it.',
    idle: 'Nothing is to be taken next.',
    none: 'Every payment by itself, announced before it is taken.',
    see: 'See autopay',
  },
  menu: 'State, next debits, changes, stopping it',
}
