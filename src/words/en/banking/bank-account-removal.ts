// Taking a bank account off, and what goes with it.

export const removal = {
  title: (account: string) => `Remove ${account}?`,
  text: 'You will no longer be able to pay from it here. You can add it again at any time.',
  uses: 'This is set from it',
  autopay: 'Autopay. It stops, and takes nothing until you choose what else to take it from.',
  cancelAutopay: 'Stop autopay and cancel what is listed',
  cancel: 'Cancel these payments too',
  cancelOne: 'Cancel this payment too',
  cancelHint: 'What is due stays due: set another payment, so that it is not late.',
  cancelMissing: 'Agree to cancel what is set from it, or keep this.',
  payment: (amount: string, day: string) => `${amount} on ${day}`,
  goesOut: (confirmation: string) =>
    `Payment ${confirmation} is on its way and can no longer be canceled. ` +
    'Remove this once it has gone.',
  sent: 'Payments that your bank has already go on as they are.',
  submit: 'Remove account',
  keep: 'Keep it',
}
