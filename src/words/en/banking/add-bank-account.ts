// Adding a bank account to pay from.

export const add = {
  title: 'Add a bank account',
  lead:
    'Both numbers stand at the bottom of a check and in your bank’s app. We keep them encrypted ' +
    'and show only the last four digits.',
  kind: 'Kind of account',
  kindMissing: 'Choose checking or savings.',
  routing: 'Routing number',
  routingHint: '9 digits. The first number at the bottom left of a check.',
  routingWrong: 'This is not a routing number of a US bank. Check its 9 digits.',
  number: 'Account number',
  numberHint: '4 to 17 digits. Not the number of your card.',
  numberWrong: 'Type 4 to 17 digits, without letters.',
  again: 'Account number again',
  againMissing: 'Type the account number once more.',
  againWrong: 'The two account numbers differ. Type both again.',
  name: 'Name of the bank',
  nameHint: 'As you call it, so that you recognize it when you pay.',
  nameMissing: 'Type the name of the bank.',
  nickname: 'Your name for this account (optional)',
  nicknameHint: 'Such as “Household”. Up to 40 characters.',
  nicknameWrong: 'Use 40 characters or fewer.',
  holder: 'Whose name is on the account?',
  holderMine: (name: string) => `Mine: ${name}`,
  holderMineNote: 'A joint account counts, if your name is on it.',
  holderOther: 'Somebody else’s',
  holderMissing: 'Say whose name is on the account.',
  holderRefused: (phone: string) =>
    'We can take payments only from an account that is in your own name: its owner has to give us ' +
    `permission. Choose an account of yours, or call us at ${phone}.`,
  next: {
    heading: 'What happens next',
    prenote: (firstUse: string) =>
      'We announce the account to your bank, without taking anything. If the bank does not object, ' +
      `you can pay from it from ${firstUse}.`,
    microDeposits: (arrive: string) =>
      `We send two deposits under $1.00, which arrive by ${arrive}. You type both amounts here, ` +
      'and you can pay from the account from then on. They are yours to keep.',
    free: 'It costs nothing, and nothing is taken without your permission.',
  },
  copy: {
    heading: 'One that you use already',
    lead: 'These are verified on another account of yours, so there is nothing to type.',
    button: 'Use here',
    named: (account: string) => `Use here: ${account}`,
    from: (bank: string, vehicle: string) => `${bank}. From your account for the ${vehicle}.`,
  },
  submit: 'Add bank account',
  back: 'Back',
}
