// The review of a payment, and the permission to take it.
import type { Phrase } from '../phrase.ts'

export const review = {
  title: 'Review your payment',
  heading: 'Check your payment',
  youPay: 'You pay',
  from: 'From',
  countsAsPaid: 'Counts as paid',
  fee: 'Fee',
  feeText: 'Bank payments are free',
  feeCited: (citation: string, total: string) =>
    `On top of what you pay, and not counted on your account: ${total} is taken in all. Allowed by: ${citation}.`,
  cancelUntil: 'You can cancel until',
  cancelText: 'Then its file goes to the bank',
  change: 'Change',
  changeWhat: { amount: 'the amount', from: 'the bank account', when: 'the day' },
  leaves: (day: string) => `Leaves your bank ${day}`,
  bank: (name: string, added: string) => `${name}, added ${added}`,
  choices: {
    pastDue: 'What is past due',
    due: 'The amount due',
    duePlusExtraPrincipal: (due: string, extra: string) =>
      `Amount due ${due} plus ${extra} extra to principal now`,
    duePlusExtraNext: (due: string, extra: string) =>
      `Amount due ${due} plus ${extra} extra to your next payment`,
    principal: 'Extra to principal alone',
    payoff: (number: string) => `Payoff, quote ${number}`,
    payoffPlain: 'Payoff',
    other: 'An amount you chose',
  },
  permission: 'Your permission',
  agree: 'I agree to this payment.',
  agreeMissing: 'Tick the box to give your permission.',
  repeats: {
    sameDay: <T>(amount: string, day: string, confirmation: T): Phrase<T> => [
      `${amount} is already scheduled for ${day}: `,
      confirmation,
    ],
    afterPayoff: <T>(amount: string, day: string, confirmation: T): Phrase<T> => [
      `A payoff of ${amount} is already scheduled for ${day}: `,
      confirmation,
    ],
    withPayoff: <T>(amount: string, day: string, confirmation: T): Phrase<T> => [
      `${amount} is already scheduled for ${day}, and the payoff does not count it: `,
      confirmation,
    ],
    installment: <T>(amount: string, day: string, confirmation: T): Phrase<T> => [
      `${amount} scheduled for ${day} already covers what is due: `,
      confirmation,
    ],
  },
  repeatsSee: 'See that payment',
  repeatsAgree: 'Yes, make this payment as well.',
  repeatsMissing: 'Tick the box if you want both payments.',
  unusual: {
    tenTimes: (amount: string, usual: string) =>
      `${amount} is exactly ten times ${usual}. Look at the decimal point.`,
    hundredTimes: (amount: string, usual: string) =>
      `${amount} is exactly a hundred times ${usual}. Look at the decimal point.`,
    large: (amount: string, usual: string) =>
      `${amount} is more than three monthly payments of ${usual}.`,
  },
  unusualAgree: (amount: string) => `Yes, I mean ${amount}.`,
  unusualMissing: 'Tick the box if you mean this amount.',
  pay: (amount: string) => `Pay ${amount}`,
  back: 'Back',
  twice:
    'Pressing twice pays once. If something fails, nothing is taken and you get a reference number.',
  changed: 'The amount changed since you saw it. Check it again below.',
}
