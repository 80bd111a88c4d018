// Why a debit takes what it takes, and why it takes nothing.
export const autopayReasons = {
  installment: (number: string, of: string) => `Payment ${number} of ${of}.`,
  part: (part: string, parts: string) => `Part ${part} of ${parts}, by your paydays.`,
  extra: (amount: string) => `${amount} of it goes to principal as extra.`,
  fixed: 'The fixed amount you chose.',
  alreadyPaid: (number: string, of: string) => `Payment ${number} of ${of} is already paid.`,
  covered: (number: string, of: string) =>
    `A payment that is already scheduled covers payment ${number} of ${of}.`,
  reduced: (amount: string) => `${amount} less than usual: that part is paid or scheduled already.`,
  closes: 'The last payment, at its true amount: it leaves $0.00.',
  lastPayment: 'The last payment of the lease: with it all of them are made.',
  pastDueApart: (amount: string) =>
    `${amount} is past due and is not taken with it. Make a payment for it.`,
  chargesApart: (amount: string) =>
    `Late charges and fees of ${amount} are not taken with it. Make a payment for them.`,
  chargesTaken: (amount: string) => `With ${amount} of late charges and fees, as you allowed.`,
  noticed: (amount: string) =>
    `${amount} is due, but it is too late to announce more than this. Pay the rest yourself.`,
  setOtherwise: 'Another amount is set for it.',
  canceled: 'It was canceled. Pay another way by the due date.',
  paused: 'Nothing is taken while autopay is paused. Pay another way by the due date.',
  needsAttention: 'Nothing is taken until you put autopay right. Pay another way by the due date.',
}
