// What became of a payment: where it stands, why it came back, and what can be done.
import type { PaymentStanding } from '#src/domain/account/payment-standing.ts'
import type { Bucket } from '#src/domain/contract/loan.ts'
import type { ReturnAction } from '#src/domain/rules/ach-returns.ts'

/** Why nothing was sent, and what to do about it. */
type NotSent = { readonly why: string; readonly todo: string }

export const states = {
  /** `day` is the day it cleared, or until which it can be returned for lack of funds. */
  short: {
    scheduled: () => 'Scheduled',
    onItsWay: () => 'On its way',
    returnable: (day: string) => `Returnable until ${day}`,
    cleared: (day: string) => `Cleared ${day}`,
    retrying: () => 'Returned, tried again',
    returned: () => 'Returned',
    held: () => 'Not taken yet',
    notSent: () => 'Not sent',
    canceled: () => 'Canceled',
  } satisfies Record<PaymentStanding, (day: string) => string>,
  /** Above the amount on the page of one payment. */
  heading: {
    scheduled: 'Payment scheduled',
    onItsWay: 'Payment on its way',
    returnable: 'Payment applied',
    cleared: 'Payment cleared',
    retrying: 'Payment returned, tried once more',
    returned: 'Payment returned',
    held: 'Payment not taken yet',
    notSent: 'Payment not sent',
    canceled: 'Payment canceled',
  } satisfies Record<PaymentStanding, string>,
  note: {
    scheduled: 'Nothing has left your bank yet.',
    onItsWay: 'With the bank since its cutoff.',
    countsFrom: (day: string) => `Counts from ${day}.`,
  },
  detail: {
    onItsWay: (account: string) => `From ${account}. It has gone to the bank.`,
    applied: (account: string) => `From ${account}. It is applied to your account.`,
    back: (account: string) => `From ${account}. It does not count now.`,
    held: (account: string) => `From ${account}. No money has moved.`,
    notSent: (account: string) => `From ${account}. No money has moved.`,
    paidByOther: 'Paid by the co-borrower.',
    backByOther: 'Paid by the co-borrower. It does not count now.',
    notSentByOther: 'Scheduled by the co-borrower. No money has moved.',
  },
  times: {
    counted: 'Counted as paid',
    wouldCount: 'Was to count',
    left: 'Left your bank',
    wouldLeave: 'Was to leave your bank',
    leftTheirs: 'Left the bank',
    leavesTheirs: 'Leaves the bank',
    clearedText: 'No return for lack of funds came',
    returned: 'Returned by your bank',
    returnedTheirs: 'Returned by the bank',
    returnedText: 'The amount is due again',
    canceled: 'Canceled',
    canceledText: 'Nothing was taken',
    notSent: 'Not sent',
    held: 'Refused by our bank',
    heldText: 'Nothing was taken',
    sentAgain: 'Tried once more',
  },
  tooLate: {
    lead: 'It can no longer be changed or canceled here.',
    text: (day: string, phone: string) =>
      `It has gone to the bank, and the money leaves on ${day}. Call ${phone} if it must ` +
      'not be taken. Your bank must honor a stop order that you give it 3 business days or more ' +
      'before a debit.',
  },
  /** For whoever may still cancel. */
  afterwards:
    'After that it can no longer be canceled here. Your bank must honor a stop order that you ' +
    'give it 3 business days or more before a debit.',
  unauthorized: (day: string) => `Your bank can still return it as unauthorized until ${day}.`,
  unauthorizedTheirs: (day: string) => `The bank can still return it as unauthorized until ${day}.`,
  unauthorizedOver: (day: string) => `The time to return it as unauthorized ended on ${day}.`,
  back: {
    lead: (amount: string, why: string) => `Your bank returned ${amount}: ${why}.`,
    leadPlain: (amount: string) => `Your bank returned ${amount}.`,
    leadTheirs: (amount: string) => `The co-borrower's bank returned ${amount}.`,
    again: (day: string) =>
      `We try once more on ${day}. Have the money there by then; you need not do anything else. ` +
      'Until it comes the amount is due.',
    againSent:
      'The same debit has gone to the bank once more. You need not do anything. Until its money ' +
      'comes the amount is due.',
    dueAgain: 'The amount is due again, from the day on which it had counted.',
    next: {
      represent: 'It is not tried again. Pay it again when the money is there.',
      stop: 'You or your bank stopped it. Nothing more is taken for it. Pay in another way, or call us.',
      revoke:
        'Your bank says that you did not permit it. Nothing more is taken from that account until ' +
        'you permit it anew. If you did not make this payment, tell us at once.',
      fixAccount:
        'That bank account cannot be debited, so nothing more is taken from it. Add the right one, then pay again.',
      correct:
        'Something about the debit was not as you permitted it. We look into it and write to you.',
      deceased: 'We look into it and write to you. Nothing more is taken from that account.',
      ownMistake: 'The mistake is ours, not yours. We look into it and write to you.',
      creditRefused: 'We look into it and write to you.',
      askedByOurBank: 'Our own bank asked for it back. We look into it and write to you.',
      betweenBanks: 'The banks settle it between them. We write to you if anything changes.',
      review:
        'A person at our office looks into it and writes to you. Nothing more is taken from that account.',
    } satisfies Record<ReturnAction, string>,
    paidLater: (back: string, paid: string) =>
      `That was on ${back}. It was tried again, was paid, and counts from ${paid}.`,
    tries: (count: number) => (count === 1 ? 'It was tried once.' : `It was tried ${count} times.`),
  },
  held: {
    lead: 'Our own bank refused the file that this payment was in.',
    text:
      'Nothing has left your bank, and the payment does not count now. We write to you within ' +
      'five banking days: either it goes again and still counts from its day, or it does not go.',
    retry:
      'Nothing has left your bank. We write to you within five banking days whether it is tried ' +
      'again.',
    todo: 'You need not do anything. If you would rather pay in another way, cancel it first.',
    theirs: 'The bank file with this payment was refused. It does not count now.',
  },
  notSent: {
    lead: (why: string) => `This payment was not sent: ${why}.`,
    theirs: 'This payment was not sent. No money moves for it.',
    reasons: {
      accountClosed: {
        why: 'nothing was owed any more',
        todo: 'There is nothing to do.',
      },
      bankAccountStopped: {
        why: 'your bank had sent back an earlier payment from this bank account',
        todo: 'Pay from another bank account, or put this one right first.',
      },
      bankAccountNotVerified: {
        why: 'the bank account could not be checked in time',
        todo: 'Finish checking it, or pay from another one.',
      },
      bankAccountRemoved: {
        why: 'the bank account was removed',
        todo: 'Pay from another one.',
      },
      amountAboveOwed: {
        why: 'less than that was still owed',
        todo: 'Look at what is owed now, and pay that.',
      },
      historyEnds: {
        why: 'nobody collects on this account here',
        todo: 'Call us.',
      },
      bankDataUnusable: {
        why: 'the numbers of the bank account cannot be used',
        todo: 'Remove it and add it again, then pay.',
      },
      fileRefused: {
        why: 'our own bank refused the file that it was in',
        todo: 'Pay again. If this cost you a late charge, call us: we take it off.',
      },
      autopayEnded: {
        why: 'autopay had ended before',
        todo: 'Make the payment here if it is still due.',
      },
    } as Readonly<Record<string, NotSent>>,
    other: {
      why: 'something about it was no longer right',
      todo: 'Make it again, or call us.',
    } as NotSent,
    dueStays: 'No money moved, and what is due stays due.',
  },
  payAgain: 'Pay again',
  appliedNow: 'How it was applied',
  appliedNote: 'By the ledger of your account, as it stands now.',
  chosen: (what: string) => `You chose: ${what}.`,
  order: (order: readonly string[], version: string) =>
    `Order of your contract (${version}): ${order.join(', ')}.`,
  buckets: {
    interest: 'interest',
    principal: 'principal',
    lateCharges: 'late charges',
    fees: 'fees',
  } satisfies Record<Bucket, string>,
  working: 'See its arithmetic',
  takenBack: 'See the entry that was taken back',
  byOther: 'Paid by the co-borrower',
  last: (amount: string, day: string) => `Last payment: ${amount}, counted ${day}.`,
  lastByOther: (amount: string, day: string) =>
    `Last payment: ${amount}, by the co-borrower, counted ${day}.`,
  attention: {
    returned: (amount: string) => `Your payment of ${amount} was returned`,
    retrying: (amount: string) => `Your payment of ${amount} was returned and is tried again`,
    held: (amount: string) => `Your payment of ${amount} has not been taken yet`,
    notSent: (amount: string) => `Your payment of ${amount} was not sent`,
    see: 'See why, and what to do',
  },
}
