// Adding a bank account to pay from.

export const bankAccount = {
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
  submit: 'Add bank account',
  back: 'Back',
}
