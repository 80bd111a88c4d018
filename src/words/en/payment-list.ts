// The list of scheduled payments, and canceling one.

export const list = {
  heading: 'Your payments',
  title: 'Payments',
  lead: 'What you have paid here, and what is set: where each payment stands, with its dates.',
  already: 'Already scheduled',
  make: 'Make a payment',
  none: 'No payment has been made here',
  noneText: 'A payment you make stands here, with its number, for as long as the account exists.',
  activity: 'See all activity',
  date: 'Counts as paid',
  amount: 'Amount',
  from: 'From',
  confirmation: 'Confirmation',
  state: 'State',
  byOther: 'By the co-borrower',
  initiated: (day: string) => `Set ${day}`,
  withdrawn: (day: string) => `Leaves the bank ${day}`,
  left: (day: string) => `Left the bank ${day}`,
  clears: (day: string) => `Clears ${day}`,
  cameBack: (times: number) =>
    times === 1 ? 'Returned once, then paid' : `Returned ${times} times, then paid`,
  unauthorizedUntil: (day: string) => `Unauthorized return until ${day}`,
}

export const cancel = {
  see: 'See the payment',
  title: 'Cancel this payment?',
  text: (amount: string, day: string) => `${amount} for ${day} will not be taken.`,
  dueStays: 'What is due stays due. If you still want to pay, schedule another payment.',
  confirm: 'Cancel the payment',
  keep: 'Keep it',
  notYours: 'Only the co-borrower can cancel this payment',
  notYoursText: (phone: string) =>
    `They scheduled it from their own bank account. Ask them to cancel it, or call ${phone}.`,
  tooLate: 'This payment cannot be canceled any more',
  tooLateText: (phone: string) =>
    `It is canceled already, or its file has gone to the bank. Call ${phone} if it must not be taken.`,
  done: 'The payment is canceled. Nothing was taken.',
}
