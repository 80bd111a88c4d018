// What we say when the answer is no: one sentence for each refusal, and what to do about it.
import type { Refusal, Repetition, Strangeness } from '#src/domain/refusal.ts'
import { formatDate, formatMoney } from '../format.ts'
import type { Locale } from '../locale.ts'
import { autopayRefusals } from './autopay/autopay-refusals.ts'
import { sharingRefusals } from './sharing/sharing-refusals.ts'

/** One sentence for each code. */
export type RefusalSentences = {
  readonly [Code in Refusal['code']]: (refusal: Extract<Refusal, { code: Code }>) => string
}

const sentences: RefusalSentences = {
  ...autopayRefusals,
  ...sharingRefusals,
  accountNotFound: () => 'There is no such account with your sign-in. Go to your accounts.',
  accountClosed: () => 'This account is paid in full, so there is nothing to pay or quote.',
  historyEnds: ({ on }) =>
    `What we know of this account ends on ${formatDate(on, 'en', 'dated')}. Nothing can be ` +
    'quoted or paid until newer records are on our books. Call us.',
  quoteDateOutOfRange: ({ first, last }) =>
    `Choose a day from ${formatDate(first, 'en', 'dated')} to ${formatDate(last, 'en', 'dated')}.`,
  quoteNotFound: () => 'We do not have that quote. Get a new one on the payoff page.',
  documentNotFound: () => 'There is no such document on this account. Look at your documents.',
  quoteSuperseded: ({ newTotal }) =>
    'Something was paid or charged since that quote. The payoff is now ' +
    `${formatMoney(newTotal, 'en')}: check it and confirm again. Nothing was taken.`,
  quoteExpired: ({ goodThrough }) =>
    `That quote was good through ${formatDate(goodThrough, 'en', 'dated')}. Get a new one on the payoff page.`,
  paymentDateOutOfRange: ({ first, last }) =>
    `Choose a day from ${formatDate(first, 'en', 'dated')} to ${formatDate(last, 'en', 'dated')}.`,
  amountTooSmall: ({ minimum }) => `Pay ${formatMoney(minimum, 'en')} or more.`,
  amountAbovePayoff: ({ payoff }) =>
    `Your payoff that day is ${formatMoney(payoff, 'en')}. Pay that much or less.`,
  amountAboveLease: ({ left }) =>
    `All that is left to pay of the lease that day is ${formatMoney(left, 'en')}. Pay that much or less.`,
  choiceNotOfLease: () =>
    'A lease is paid by what is due, what is past due, or another amount. Choose one of them.',
  nothingLeft: () => 'Every payment of the lease is made, so there is nothing to pay.',
  amountChanged: ({ now }) =>
    `The amount is now ${formatMoney(now, 'en')}: something was paid or charged since you ` +
    'looked. Check it and confirm again. Nothing was taken.',
  principalWhilePastDue: ({ pastDue }) =>
    `${formatMoney(pastDue, 'en')} is past due, and that comes before principal. Pay what is ` +
    'past due first, or choose the amount due plus extra: then one payment does both.',
  unusualAmount: ({ amount, usual, how }) =>
    `${formatMoney(amount, 'en')} is ${strange[how](formatMoney(usual, 'en'))}. Confirm below if ` +
    'you mean it.',
  nothingDue: () => 'Nothing is due now. Choose another amount if you want to pay ahead.',
  fundingAccountNotFound: () => 'Choose the bank account to pay from, or add one.',
  routingNumberWrong: () => 'This is not a routing number of a US bank. Check its 9 digits.',
  accountNumberWrong: () => 'An account number has 4 to 17 digits. Check it.',
  bankAccountNotYet: ({ firstUse }) =>
    `This account can be used from ${formatDate(firstUse, 'en', 'long')}. Choose that day or a later ` +
    'one, or another account.',
  bankAccountNotVerified: () =>
    'This bank account is not verified. Look under Ways to pay what to do, or choose another.',
  bankAccountStopped: () =>
    'Payments from this bank account are stopped. Look under Ways to pay why, or choose another.',
  bankNumberStopped: () =>
    'We do not take payments from this account. Check the numbers, add another account, or call us.',
  savedCardNotUsable: () =>
    'This card is not kept here any more, or takes no payments now. Choose another one.',
  bankAccountsFull: ({ most }) =>
    `${most} accounts and cards are the most. Remove one that you no longer use, then add this one.`,
  bankAccountsToday: ({ most }) => `${most} new bank accounts in a day are the most. Try tomorrow.`,
  bankAccountInUse: () =>
    'A payment is set from this account. Agree to cancel it, or keep the account. Nothing was changed.',
  bankAccountGoesOut: ({ confirmation }) =>
    `Payment ${confirmation} is on its way and can no longer be canceled. ` +
    'Remove this once it has gone.',
  bankAccountNotCheckable: () =>
    'This account cannot be checked again here. Add another account, or call us.',
  depositsNotThere: ({ by }) =>
    `The two deposits arrive by ${formatDate(by, 'en', 'long')}. Come back then. No try was counted.`,
  depositsWrong: ({ left }) =>
    `These are not the two amounts. Look at them in your bank’s app again. ${left === 1 ? 'One try is' : `${left} tries are`} left.`,
  depositsSpent: () =>
    'The amounts were wrong three times, so this check is over. Nothing was taken. Below is what to do.',
  depositsOver: () => 'Nothing waits for amounts here now. Below is how this account stands.',
  authorizationMissing: () => 'Tick the box to give your permission. Nothing was taken.',
  duplicatePayment: ({ confirmation, how, by }) =>
    `${by === 'card' ? 'A payment by card that is begun or paid does the same' : repeats[how]}: ${confirmation}. Confirm below if you want a second payment.`,
  cardProcessorDown: () =>
    'The page of our card processor does not open at the moment. Nothing was taken. Try again in a few minutes, or pay from a bank account.',
  paymentNotFound: () => 'There is no such payment on this account. Look at your payments.',
  paymentNotCancelable: () =>
    'This payment is canceled already, or its file has gone to the bank. Call us if it must not be taken.',
  paymentNotChangeable: () =>
    'This payment is canceled already, or its file has gone to the bank. Make another payment, or call us.',
  paymentOfCoBorrower: () =>
    'The co-borrower scheduled this payment, and only they can cancel it. Ask them.',
  formAlreadyUsed: () =>
    'This form was sent before. Here is a new one: check it and confirm again.',
  registrationNotMatched: () => 'These do not match an account. Check each against your contract.',
  usernameTaken: () => 'Somebody already uses that username. Choose another.',
  usernameUnusable: () => 'Use 6 to 64 letters and digits for the username.',
  passwordTooShort: ({ minimum }) => `Use ${minimum} characters or more.`,
  passwordTooLong: ({ maximum }) => `Use ${maximum} characters or fewer.`,
  passwordKnown: () => 'Guessing programs try this password first. Choose one that is only yours.',
  passwordHoldsContext: () =>
    'This password is mostly your name or a number of your account. Add more.',
  passwordUnchanged: () => 'This is your current password. Choose another.',
  currentPasswordWrong: () => 'This is not your current password. Type it again.',
  signInNotMatched: () => 'The username and password do not match.',
  contactNotFound: () => 'Choose where we send the code.',
  contactGone: () =>
    'This was changed somewhere else meanwhile, so nothing was changed here. Look at your profile.',
  contactSame: () => 'We already have this one for you. Type another.',
  contactsFull: ({ most }) => `${most} of a kind are the most. Remove or change one that is there.`,
  lastContact: () => 'This is the only way to reach you. Add another first, then remove this one.',
  lastPhone: () =>
    'Without this phone only email would confirm that it is you. Change it instead, or add another phone, a passkey or an authenticator app first.',
  contactHeld: () =>
    'A contact or your password was changed in the last 24 hours, so this has to wait. Nothing was changed.',
  codeWrong: () => 'This is not the code we sent. Check it and type it again.',
  codeSpent: () => 'This code works no longer. Ask for a new one.',
  authenticatorCodeWrong: () =>
    'This is not the code that your app shows now. Wait for its next one and type that.',
  authenticatorCodeUsed: () => 'This code has been used. Wait up to 30 seconds for the next one.',
  authenticatorsFull: ({ most }) => `${most} apps are the most. Remove one that you no longer use.`,
  enrollmentOver: () => 'More than 10 minutes passed. Here is a new code to scan.',
  lastFactor: () =>
    'Without it nothing but your password would be left to sign in with. Add an authenticator app or a passkey first, then remove this one.',
  backupCodeWrong: ({ number }) =>
    `This is not backup code number ${number}. Check it on your list.`,
  passkeyRefused: () =>
    'We do not know this passkey, or it could not show that it is you. Use another way.',
  passkeyTooLate: () =>
    'A passkey has five minutes to answer, and each answer counts once. Try again.',
  passkeyCopied: () =>
    'There seem to be two copies of this passkey, so we switched it off and wrote to you. Use ' +
    'another way, and call us.',
  passkeyNotAdded: () => 'This passkey could not be added. Try again, or use another device.',
  passkeysFull: ({ most }) =>
    `${most} passkeys are the most. Remove one that you no longer use, then add this one.`,
  waitBeforeTrying: () => 'Wait a few minutes, then try again. Nothing is locked.',
  tooManyFailures: () =>
    'There were 100 wrong tries in a row, so this no longer works from here. Use a passkey, a ' +
    'browser you signed in with before, or choose a new password.',
  busy: ({ retryAfterSeconds }) =>
    `Many people are using this page. Try again in ${retryAfterSeconds} seconds.`,
}

const repeats = {
  sameDay: 'The same amount is already scheduled for that day',
  afterPayoff: 'A payoff is already scheduled',
  withPayoff: 'A payment that the payoff does not count is already scheduled',
  installment: 'A scheduled payment already covers what is due',
} satisfies Record<Repetition, string>

const strange = {
  tenTimes: (usual: string) => `exactly ten times ${usual}: look at the decimal point`,
  hundredTimes: (usual: string) => `exactly a hundred times ${usual}: look at the decimal point`,
  large: (usual: string) => `more than three monthly payments of ${usual}`,
} satisfies Record<Strangeness, (usual: string) => string>

export const refusals = {
  sentence: (refusal: Refusal, _locale: Locale): string => sentenceOf(sentences, refusal),
}

/** The record has one function for each code, so the one found takes this refusal. */
export function sentenceOf(known: RefusalSentences, refusal: Refusal): string {
  const say: (refusal: never) => string = known[refusal.code]
  return say(refusal as never)
}
