// The bank accounts somebody pays from: the list, one of them, and what to do in each state.
import { add } from './add-bank-account.ts'
import { removal } from './bank-account-removal.ts'

export const bankAccounts = {
  title: 'Ways to pay',
  lead: 'What you can pay from. Only you see it, a co-borrower does not.',
  menu: 'What you can pay from, and what is verified',
  none: 'Nothing to pay from yet',
  noneText: 'Add what you want to pay from. It takes a minute and is free.',
  open: 'Open',
  openNamed: (account: string) => `Open ${account}`,
  isDefault: 'Default',
  known: 'You had added this account before. Here it is.',
  added: 'The account is added.',
  verifiedNow: 'That is right: the account is verified. You can pay from it now.',
  removed: 'The bank account is removed.',
  usableFrom: (day: string) => `This account can be used from ${day}.`,
  notUsable: 'This account cannot be used now.',
  states: {
    unverified: 'Not verified',
    checking: 'Being verified',
    verified: 'Verified',
    failed: 'Check failed',
    stopped: 'Stopped',
  },
  next: {
    verified: (day: string) => `Verified on ${day}. You can pay from it.`,
    prenote: (firstUse: string) =>
      `We announced it to your bank. This account can be used from ${firstUse}. You can already ` +
      'schedule payments for that day or later.',
    depositsComing: (arrive: string) =>
      `Two deposits under $1.00 arrive by ${arrive}. Type both amounts here that day, and this ` +
      'account can be used from then on.',
    depositsThere: (until: string) =>
      `Two deposits under $1.00 should be in the account. Type both amounts here by ${until}.`,
    unverified: 'Nothing is taken from it before it is verified.',
    failed: {
      numbers:
        'Your bank does not know this account, or it is closed. Remove it here, look at the numbers ' +
        'on a check, and add it again.',
      refused:
        'Your bank does not let us take payments from it. Ask your bank, or pay from another account.',
      expired: 'The two amounts were not typed in time. Nothing was taken.',
      wrongAmounts: 'The amounts were wrong three times. Nothing was taken.',
      notSent: 'We could not send the check to your bank. Nothing was taken.',
      other: (phone: string) => `Your bank sent the check back. Call us at ${phone}.`,
    },
    stopped: {
      numbers:
        'Your bank returned a payment because the account is closed or its numbers are wrong. We ' +
        'take nothing from it any more. Add another account and pay from that one.',
      refused: (phone: string) =>
        'Your bank returned a payment because it has no permission from you for it. We take nothing ' +
        `from it any more. If you want to pay from it again, call us at ${phone}.`,
      other: (phone: string) =>
        `We take nothing from it until this is cleared up. Call us at ${phone}, or pay from another ` +
        'account.',
    },
  },
  again: {
    heading: 'Verify this account',
    prenote: 'Announce it to your bank',
    microDeposits: 'Send two deposits',
    textPrenote: (firstUse: string) =>
      `We announce it to your bank, without taking anything. If the bank does not object, you can pay from it from ${firstUse}.`,
    textDeposits: (arrive: string) => `Two new deposits under $1.00 arrive by ${arrive}.`,
  },
  verify: {
    heading: 'Type the two amounts',
    lead: 'Look for two small deposits from us in your bank’s app, in either order.',
    first: 'First amount',
    second: 'Second amount',
    hint: 'In cents or dollars, such as 7 or 0.07.',
    wrong: 'Type an amount under one dollar, such as 0.07.',
    submit: 'Verify account',
    left: (left: number) => (left === 1 ? 'One try is left.' : `${left} tries are left.`),
  },
  name: {
    heading: 'Name',
    nickname: 'Your name for this account (optional)',
    submit: 'Save name',
    saved: 'The name is saved.',
  },
  standing: {
    heading: 'Default account',
    text: 'The default is offered first when you pay.',
    is: 'This is the one that is offered first when you pay.',
    submit: 'Make it the default',
    saved: 'It is offered first from now on.',
  },
  facts: {
    heading: 'This account',
    kind: 'Kind',
    bank: 'Bank',
    added: 'Added',
    state: 'State',
  },
  pay: 'Make a payment',
  remove: 'Remove this account',
  back: 'All ways to pay',
  add,
  removal,
}
