// How much to pay: the choices, and what each holds.

export const amount = {
  heading: 'How much?',
  pastDue: 'What is past due',
  due: 'Amount due',
  dueWithNext: 'Past due and the next payment',
  dueAll: 'Everything that is due',
  pastDueNote: 'The monthly payments that are late.',
  leavesOpen: (parts: readonly string[]) => `It leaves open ${parts.join(' and ')}.`,
  paymentDue: (day: string) => `the payment due ${day}`,
  holds: (parts: readonly string[]) => parts.join(', '),
  pastDuePart: (amount: string) => `${amount} past due`,
  duePart: (amount: string, day: string) => `${amount} due ${day}`,
  charges: (amount: string) => `${amount} of late charges and fees`,
  dueOn: (day: string) => `Due ${day}`,
  dueNow: 'Due now',
  nothingDue: 'Nothing is due now',
  duePlusExtra: 'Amount due plus extra',
  plusExtraNote: 'You say where the extra goes',
  extra: 'Extra',
  extraGoes: 'The extra goes to',
  toPrincipal: 'Principal now',
  toPrincipalSaves: (amount: string) => `Principal now, saves ${amount} of interest`,
  toNext: 'My next payment',
  toNextLeaves: (day: string, amount: string) =>
    `My next payment, due ${day}: ${amount} is left of it`,
  principal: 'Extra to principal alone',
  principalNote: 'Beside your monthly payments, which stay as they are',
  principalField: 'Amount',
  principalHint: (interest: string) =>
    `Interest up to that day, ${interest}, comes first by your contract; all the rest lowers principal.`,
  principalPastDue: (amount: string) =>
    `Money for principal alone has to wait: ${amount} is past due and comes first. The amount due plus extra does both in one payment.`,
  toNextDue: (day: string) => `My next payment, due ${day}`,
  payoff: 'Payoff',
  payoffOn: (day: string) => `Closes the loan on ${day}`,
  other: 'Another amount',
  otherRange: (least: string) => `From ${least} up to your payoff`,
  otherField: 'Amount',
  reducesNext: 'If it is more than what is due, the rest lowers principal.',
  chargesWait: (amounts: { all: string; charges: string }) =>
    `Less than ${amounts.all} goes to your monthly payments, oldest first, and leaves the ${amounts.charges} of late charges and fees open. From ${amounts.all} up they are paid too, and the rest lowers principal.`,
}
