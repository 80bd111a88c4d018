// Paying by card on the processor's page, and what became of it.
import { sandbox } from './sandbox.ts'
import { savedCards } from './saved-cards.ts'

export const cards = {
  sandbox,
  saved: savedCards,
  link: 'Pay with a debit card',
  title: 'Pay with a debit card',
  reviewTitle: 'Review your card payment',
  lead: 'It counts the day you pay, at any hour. You type the card on the page of our card processor, never here.',
  bankInstead: 'Pay from a bank account',
  how: {
    heading: 'How it goes',
    steps: [
      'You review the amount here and give your permission.',
      'The page of our card processor opens. You type your card there; its number never reaches us.',
      'You come back here, and see at once whether it was paid.',
    ],
    debit: 'Debit cards only. A credit card is not charged.',
    any: 'Debit and credit cards.',
  },
  update: 'Update',
  review: 'Review payment',
  notYet: 'Nothing is taken until you pay on the page of the card processor.',
  rows: {
    from: 'From',
    card: 'A debit card',
    anyCard: 'A card',
    cardNote: 'You type it on the next page',
    counts: 'Counts as paid',
    countsNote: 'The day you pay',
    fee: 'Fee for paying by card',
    feeNone: 'Paying by card is free',
    feeCited: (citation: string) => `Allowed by: ${citation}`,
    total: 'Your card is charged',
    dispute: 'Can it come back?',
    cancelText:
      'You can turn back until you pay on the next page. Once it is paid it cannot be canceled.',
  },
  authorization: (permission: {
    lender: string
    total: string
    amount: string
    fee: string | null
    day: string
  }) =>
    `I authorize ${permission.lender} to charge ${permission.total} once to the card that I type ` +
    `on the page of its card processor on ${permission.day}` +
    (permission.fee === null
      ? '. '
      : `: ${permission.amount} for my account and a fee of ${permission.fee}. `) +
    'If my bank takes the money back, I still owe the amount.',
  agree: 'I agree to this payment.',
  go: (total: string) => `Continue to pay ${total}`,
  twice: 'Pressing twice opens one payment.',
  pageName: (ending: string) => `Payment on your account ending in ${ending}`,
  feeName: 'Fee for paying by card',
  /** A payment by card does what this one would. */
  repeats: (amount: string, confirmation: string) =>
    `A payment of ${amount} does the same: ${confirmation}.`,
  down: 'The page of our card processor does not open at the moment. Nothing was taken. Try again in a few minutes, or pay from a bank account.',
  states: {
    started: {
      heading: 'Not paid yet',
      detail: 'Nothing was taken. Go on to the page of the card processor, or drop this payment.',
    },
    taking: {
      heading: 'Being confirmed',
      detail:
        'Your card was accepted, and the processor is confirming the payment. Look again in a minute.',
    },
    releasing: {
      heading: 'Not taken',
      detail: 'We are letting go of the money that your card’s bank had set aside.',
    },
    failed: { heading: 'Not paid', detail: 'Nothing was taken. What is due stays due.' },
    paid: {
      heading: 'Paid',
      detail: 'It counts on your account.',
      goingBack:
        'We are sending it back to the card. It counts on your account until the processor has sent it; then we tell you in Messages.',
      soon: 'It counts on your account as soon as that day is open, within minutes.',
    },
    disputed: {
      heading: 'Taken back',
      detail:
        'The bank of the card took the money back because of a dispute. It does not count any more.',
    },
    refunded: {
      heading: 'Sent back',
      detail: 'The money was sent back to the card. It does not count any more.',
    },
  },
  reasons: {
    notPaid: 'Nobody paid on the page of the card processor.',
    notOpened: 'The page of the card processor was never opened.',
    released: 'The card’s bank did not pay.',
    declined: 'The card’s bank did not pay. It does not tell us why: ask it, or pay another way.',
    declinedFunds: 'There was too little money on the card.',
    declinedExpired: 'The card has expired. Save the new one to pay with it.',
    declinedGone: 'The card’s bank says that this card does not pay any more.',
    declinedOwnerAsked:
      'The card’s bank wanted to ask you first, which it cannot when autopay charges the card. Pay this one yourself.',
    notDebit:
      'It was not a debit card, and we take debit cards only. Your bank may show the amount as pending for some days; it is not charged.',
    accountClosed: 'The account was closed before the payment came.',
    amountChanged:
      'What is owed changed before the payment came. Your bank may show the amount as pending for some days; it is not charged.',
    amountDiffers: 'The processor asked for another amount than you agreed to. It was let go of.',
  } as Readonly<Record<string, string>>,
  byOther: 'Paid by the co-borrower',
  headline: (amount: string) => `${amount} by card`,
  otherBrand: 'Card',
  details: 'Details',
  begun: 'Begun',
  paidOn: 'Paid',
  fee: 'Fee',
  continue: 'Continue to the card processor',
  lookAgain: 'Look again',
  drop: 'Drop this payment',
  payAgain: 'Make another payment',
  overview: 'To the overview',
  all: 'All payments',
  permission: 'Your permission',
  dispute: (day: string) => `Your bank can still take it back because of a dispute until ${day}.`,
  listHeading: 'By card',
  listColumns: {
    day: 'Day',
    card: 'Card',
    number: 'Confirmation',
    amount: 'Amount',
    state: 'State',
  },
}

export const cardMessages = {
  cardPaid: {
    title: (facts: { amount: string; day: string }) =>
      `Paid by card: ${facts.amount}, counted ${facts.day}`,
    text: () => 'It counts on your account. Keep the confirmation number as your receipt.',
  },
  cardNotTaken: {
    title: (facts: { amount: string }) => `Payment by card not taken: ${facts.amount}`,
    text: () =>
      'We let go of the money that your card’s bank had set aside, and what is due stays due. The page of the payment says why.',
  },
  cardWentBack: {
    title: (facts: { amount: string }) => `Payment by card taken back: ${facts.amount}`,
    text: () =>
      'The money went back to the card, so it does not count on your account any more and is due again. The page of the payment says why.',
  },
  cardRefundFailed: {
    title: (facts: { amount: string }) => `Sent back, but it did not arrive: ${facts.amount}`,
    text: () =>
      'Your card’s bank did not take the money that we had sent back. We have it again, and the payment counts from its own day, as before. We look for another way with you.',
  },
  cardDisputeOver: {
    title: (facts: { amount: string }) =>
      `The dispute is over, and it counts again: ${facts.amount}`,
    text: () =>
      'Your card’s bank decided the dispute of this payment and gave us the money again. The payment counts on your account from its own day, as before the dispute. Ask your card’s bank if you do not agree.',
  },
  cardSentBack: {
    title: (facts: { amount: string }) => `Payment by card sent back: ${facts.amount}`,
    text: () =>
      'We sent the money back to the card; your bank shows it within 5 to 10 banking days. The payment does not count on your account any more, and what it had paid is owed again.',
  },
}
