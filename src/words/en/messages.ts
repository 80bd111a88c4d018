// Messages in the portal. Each says what happened and when, with its confirmation number.
import { bankMessages } from './banking/bank-messages.ts'
import { cardMessages } from './cards/cards.ts'
import type { MessageFacts } from './message-facts.ts'
import { orderMessages } from './money/orders.ts'
import { returnMessages, returnReasons } from './money/returns.ts'
import { notSentReasons, sendingMessages } from './money/sending.ts'
import { paymentMessages } from './payment-messages.ts'
import { sharingMessages } from './sharing/sharing-messages.ts'

export const messages = {
  title: 'Messages',
  lead: 'Receipts and notices about this account. Only you see them.',
  none: 'No messages yet',
  noneText: 'A receipt arrives here when you make a payment.',
  unread: 'New',
  confirmation: 'Confirmation number',
  seePayment: 'See this payment',
  seeBankAccount: 'See this bank account',
  /** The last paragraph of a message that also goes by e-mail. */
  mailEnd: (lender: { readonly host: string; readonly fraudPhone: string }) =>
    `Sign in at ${lender.host} to see it. If something is wrong, call ${lender.fraudPhone}.`,
  reasons: { ...returnReasons, ...notSentReasons },
  templates: {
    ...returnMessages,
    paymentDue: {
      title: (facts: MessageFacts) => `Payment due: ${facts.amount} on ${facts.day}`,
      text: () =>
        'You can pay until the cutoff of that day. Money that you have set to come by then is not counted here.',
    },
    statementReady: {
      title: (facts: MessageFacts) => `Statement through ${facts.day}`,
      text: () => 'It is under Documents, and stays there.',
    },
    statementCorrected: {
      title: (facts: MessageFacts) => `Corrected statement through ${facts.day}`,
      text: () =>
        'It takes the place of the one before, and says what changed and why. Both are under Documents; statements after it that go on from there were corrected too.',
    },
    vehicleInterestReady: {
      title: (facts: MessageFacts) => `Interest on your vehicle loan: ${facts.amount}`,
      text: () =>
        'The statement of the year that ended before this message is under Documents, to keep with tax papers.',
    },
    defermentOffered: {
      title: () => 'An offer to put off payments',
      text: (facts: MessageFacts) =>
        `It is under Documents, to read and sign by ${facts.day}. Nothing changes until everybody who owes has signed it and we have recorded it: until then each payment stays due on its date.`,
    },
    privacyNoticeGiven: {
      title: () => 'Our privacy notice',
      text: () =>
        'What we share of your personal information, and with whom. It is under Documents, to keep.',
    },
    paperAttached: {
      title: (facts: MessageFacts) => `New under Documents: ${facts.paper}`,
      text: () => 'We attached this paper to your account. You can download it under Documents.',
    },
    paperRemoved: {
      title: (facts: MessageFacts) => `Taken off your account: ${facts.paper}`,
      text: () =>
        'This paper did not belong to your account. Two of us looked at that before it was taken off.',
    },
    paperMailed: {
      title: (facts: MessageFacts) => `On its way by mail: ${facts.paper}`,
      text: (facts: MessageFacts) =>
        `You asked our staff for a copy of this paper. It goes with the next mail, without a fee, to the address under Your profile. If you did not ask, call us at ${facts.phone}.`,
    },
    paymentPastDue: {
      title: (facts: MessageFacts) => `Past due: ${facts.amount}`,
      text: (facts: MessageFacts) =>
        `Your payment of ${facts.day} is not in. Pay what is past due as soon as you can: a late charge may follow, and on a loan interest goes on.`,
    },
    ...sendingMessages,
    ...orderMessages,
    ...paymentMessages,
    ...bankMessages,
    ...cardMessages,
    ...sharingMessages,
  },
  other: {
    title: 'A notice about your account',
    text: (phone: string) => `Call ${phone} if you want to know more about it.`,
  },
}
