// Changing a scheduled payment, what it was before, attempts that failed, and the cutoff's clock.

export const change = {
  title: 'Change your payment',
  link: 'Change this payment',
  confirm: (amount: string) => `Change it to ${amount}`,
  done: 'The payment is changed. It keeps its number; a receipt is in your messages.',
  history: 'What it was before',
  was: (amount: string, day: string) => `${amount} for ${day}`,
  until: (moment: string) => `Until ${moment}`,
}

export const attempts = {
  lead: 'This attempt did not go through: no money moves.',
  number: 'Its number:',
  heading: 'Attempts that did not go through',
  text: 'No money moves for any of these.',
  when: 'Tried',
  amount: 'Amount',
  why: 'Why',
  confirmation: 'Number',
  reasons: {
    amountChanged: 'The amount had changed since it was shown',
    quoteSuperseded: 'The payoff had changed since it was shown',
    amountTooSmall: 'Less than the smallest payment',
    amountAbovePayoff: 'More than was owed',
    amountAboveLease: 'More than all that was left to pay',
    choiceNotOfLease: 'A lease has no such choice',
    paymentDateOutOfRange: 'Its day could not be chosen',
    nothingDue: 'Nothing was due',
    principalWhilePastDue: 'What was past due came first',
    fundingAccountNotFound: 'The bank account was not there',
    bankAccountNotYet: 'The bank account was still being checked',
    bankAccountNotVerified: 'The bank account was not verified',
    bankAccountStopped: 'The bank account was stopped',
    accountClosed: 'Nothing was owed',
    historyEnds: 'Nobody collects on this account here',
  } as Readonly<Record<string, string>>,
  other: 'It was refused',
}

export const cutoff = {
  own: (moment: string) => `In your time: ${moment}.`,
  left: (time: string) => `${time} left.`,
  over: 'The time is over.',
}
