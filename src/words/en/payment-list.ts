// The list of scheduled payments, and canceling one.

export const list = {
  heading: 'Scheduled and canceled',
  title: 'Payments',
  lead: 'What you have scheduled and canceled. Payments that counted are in your activity.',
  already: 'Already scheduled',
  make: 'Make a payment',
  scheduled: 'Scheduled',
  canceled: 'Canceled',
  none: 'No payment is scheduled',
  noneText: 'A payment you schedule stands here until it counts.',
  activity: 'See all activity',
  date: 'Counts as paid',
  amount: 'Amount',
  from: 'From',
  confirmation: 'Confirmation',
  state: 'State',
  byOther: 'By the co-borrower',
  notLeft: 'Nothing has left your bank yet.',
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
