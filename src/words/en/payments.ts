// Making a payment, seeing it and canceling it.
import type { Phrase } from '../phrase.ts'
import { amount } from './payment-amount.ts'
import { attempts, change, cutoff } from './payment-change.ts'
import { cancel, list } from './payment-list.ts'
import { review } from './payment-review.ts'
import { states } from './payment-states.ts'

export const payments = {
  title: 'Make a payment',
  steps: {
    label: 'Steps',
    amount: 'Amount',
    review: 'Review',
    done: 'Done',
    doneWords: 'Done:',
  },
  kinds: { checking: 'Checking', savings: 'Savings', card: 'Card' },
  kindsWithin: { checking: 'Checking', savings: 'Savings', card: 'Card' },
  amount,
  from: {
    heading: 'From which account?',
    free: 'Free',
    fee: (amount: string) => `${amount} fee`,
    add: 'Add a bank account',
    none: 'You have no bank account here yet. Add the one you want to pay from; it takes a minute and is free.',
  },
  when: {
    heading: 'When?',
    field: 'Count it as paid on',
    today: 'Today',
    dueDate: (day: string) => `Due date, ${day}`,
    cutoffToday: (time: string) => `To count today, send it by ${time}.`,
    cutoff: (day: string, time: string) => `To count ${day}, send it by ${time} that day.`,
    left: (time: string) => `That is in ${time}.`,
    range: (from: string, to: string) => `From ${from} to ${to}.`,
    duration: (minutes: number) => {
      const hours = Math.floor(minutes / 60)
      const rest = minutes % 60
      const h = hours === 0 ? '' : `${hours} hour${hours === 1 ? '' : 's'}`
      const m = rest === 0 && hours > 0 ? '' : `${rest} minute${rest === 1 ? '' : 's'}`
      return [h, m].filter(Boolean).join(' ')
    },
  },
  effect: {
    heading: 'What this payment does',
    empty: 'Choose an amount and an account, then press Update to see what your payment does.',
    interest: (days: number) => `Interest, ${days} day${days === 1 ? '' : 's'}`,
    interestPlain: 'Interest',
    interestSpan: (from: string, to: string) => `Interest, ${from} to ${to}`,
    principal: 'Principal',
    charges: 'Fees and late charges',
    held: 'Held for you: more than you owe',
    howWeGotThis: 'How we got this',
    principalAfter: 'Principal after',
    interestAfter: 'Interest left unpaid',
    nextAfter: (day: string) => `Next payment, due ${day}`,
    stillPastDue: (day: string) => `Still past due, since ${day}`,
    fee: 'Fee for paying',
    total: 'Taken in all',
    leaves: (account: string) => `Leaves ${account}`,
    saved: 'Interest saved by the extra',
    update: 'Update',
    review: 'Review payment',
    notYet: 'Nothing is taken until you confirm on the next page.',
    bar: (parts: string) => `How the payment is split: ${parts}.`,
  },
  review,
  /**
   * What the obligor agrees to, kept with the payment
   * (Regulation E, 12 CFR 1005.10(b); Nacha WEB authorization).
   */
  authorization: (permission: {
    lender: string
    amount: string
    account: string
    bank: string
    day: string
  }) =>
    `I authorize ${permission.lender} to take ${permission.amount} once from ` +
    `${permission.account} at ${permission.bank} on or after ${permission.day}. If my bank returns it, I still owe ` +
    'the amount.',
  /** Beside it, where paying this way has a price. */
  authorizationFee: (fee: string) =>
    `${fee} of it is the fee for paying this way and does not count on my account.`,
  done: {
    dates: 'Dates of this payment',
    ahead: 'Still to come',
    copy: 'Copy',
    copied: 'Copied',
    status: 'Payment scheduled',
    statusCanceled: 'Payment canceled',
    headline: (amount: string, day: string) => `${amount} on ${day}`,
    from: (account: string) => `From ${account}. Nothing has left your bank yet.`,
    fee: (fee: string, total: string) =>
      `With the fee of ${fee} for paying this way, ${total} in all. The fee does not count on the account.`,
    byOther: 'Scheduled by the co-borrower. No money has moved yet.',
    canceled: 'Nothing was taken and nothing will be.',
    confirmation: 'Confirmation number',
    again: 'You sent this payment before. It is scheduled once; this is the same confirmation.',
    sent: 'Sent by you',
    sentByOther: 'Sent',
    counts: 'Counts as paid',
    countsText: 'Interest stops here',
    leaves: 'Leaves your bank',
    leavesText: 'Not before this day',
    cleared: 'Cleared',
    clearedText: 'Can no longer be returned for lack of funds',
    unauthorized: (day: string) => `Your bank can still return it as unauthorized until ${day}.`,
    unauthorizedShow: 'Can it be returned after that?',
    cancel: 'Cancel this payment',
    cancelUntil: (moment: string) => `You can cancel until ${moment}.`,
    applied: 'How it will be applied',
    appliedNote:
      'If something else is paid or charged before that day, the split is made again on that day.',
    principalAfter: 'Principal after',
    changes: 'What changes',
    nextPayment: <T>(amount: T, day: string, perDiem: string): Phrase<T> => [
      'Next payment: ',
      amount,
      ` on ${day}. Interest keeps running at ${perDiem} a day.`,
    ],
    stillPastDue: <T>(amount: T, day: string, perDiem: string): Phrase<T> => [
      'Still past due: ',
      amount,
      `, the oldest part since ${day}. Interest keeps running at ${perDiem} a day.`,
    ],
    closes: 'Your loan closes that day with a balance of $0.00.',
    ifReturned: 'If your bank returns it, the amount is due again and we tell you in Messages.',
    receipt: 'A receipt is in your messages.',
    permission: 'Your permission',
    toOverview: 'Back to overview',
    all: 'All payments',
  },
  list,
  states,
  change,
  attempts,
  cutoff,
  cancel,
  errors: {
    amount: 'Type an amount in dollars, such as 150.00.',
    extra: 'Type how much extra you want to pay, such as 150.00.',
    date: 'Type a day as month, day and year.',
    from: 'Choose the account to pay from.',
    choice: 'Choose how much you want to pay.',
  },
  closed: {
    title: 'There is nothing to pay',
    text: 'You owe nothing on this account.',
  },
}
