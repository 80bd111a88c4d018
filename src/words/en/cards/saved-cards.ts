// Cards that are kept to pay with again.
export const savedCards = {
  title: 'Save a card',
  lead: 'You pay with it without typing it again. You type it on the page of our card processor, never here.',
  how: {
    heading: 'How it goes',
    steps: [
      'You give your permission here.',
      'The page of our card processor opens. You type your card there; its number never reaches us.',
      'You come back here, and the card stands among what you can pay from.',
    ],
    free: 'Saving a card is free, and nothing is charged by it.',
  },
  permission: 'Your permission',
  authorization: (lender: string) =>
    `I allow ${lender} to have its card processor keep the card that I type on its page, and to ` +
    'charge it for payments that I agree to and for autopay that I set from it. I can remove it at ' +
    'any time.',
  agree: 'I allow this.',
  agreeMissing: 'Tick the box to give your permission. Nothing was saved.',
  go: 'Continue to the card processor',
  twice: 'Pressing twice saves one card.',
  down: 'The page of our card processor does not open at the moment. Nothing was saved. Try again in a few minutes.',
  kept: 'The card is saved. You can pay with it now.',
  goodThrough: (day: string) => `Good through ${day}`,
  ready: (day: string) => `Good through ${day}. You can pay with it.`,
  expired: (day: string) => `It was good through ${day}. Save the new card to pay with it.`,
  stopped: 'The card’s bank says that it pays no more. Remove it, and save another one.',
  states: { good: 'Saved', expired: 'Expired', stopped: 'Stopped' },
  visit: {
    open: {
      heading: 'Not saved yet',
      text: 'No card was saved on the page of the card processor so far. Go on there, or leave it.',
    },
    over: {
      heading: 'No card was saved',
      text: 'The page of the card processor was closed or never opened. Nothing is kept.',
    },
    refused: {
      heading: 'This card is not kept',
      notDebit: 'It is not a debit card, and we take debit cards only. Our processor forgot it.',
      other: 'We cannot charge this card again. Our processor forgot it.',
    },
    lookAgain: 'Look again',
    again: 'Save another card',
  },
  facts: { heading: 'This card', brand: 'Card', expires: 'Good through', added: 'Saved' },
  nickname: 'Your name for this card (optional)',
  removal: {
    text: 'Our card processor forgets it, and you can no longer pay with it here. You can save it again at any time.',
    submit: 'Remove card',
  },
  pay: 'Pay with this card',
  remove: 'Remove this card',
  choose: {
    heading: 'Which card?',
    other: 'Another card',
    otherNote: 'You type it on the next page',
  },
  note: 'It is charged when you press the button',
  cancelText: 'Once it is paid it cannot be canceled.',
  payAuthorization: (permission: {
    lender: string
    total: string
    amount: string
    fee: string | null
    card: string
    day: string
  }) =>
    `I authorize ${permission.lender} to charge ${permission.total} once to my card ` +
    `${permission.card} on ${permission.day}` +
    (permission.fee === null
      ? '. '
      : `: ${permission.amount} for my account and a fee of ${permission.fee}. `) +
    'If my bank takes the money back, I still owe the amount.',
  payNow: (total: string) => `Pay ${total} now`,
  payTwice: 'Pressing twice charges it once.',
  /** A debit of autopay that is set. */
  debit: {
    from: (card: string) => `From ${card}. It has not been charged yet.`,
    charges: 'Your card is charged',
    chargesTheirs: 'The card is charged',
    chargesText: 'At the cutoff of this day',
    wouldCharge: 'Was to be charged',
  },
  charging: {
    heading: 'Being charged',
    detail: 'We are asking the bank of your card. Look again in a minute; it is charged once.',
  },
  asked:
    'The bank of your card wants to ask you first. Go on to the page of the card processor to answer it.',
}
