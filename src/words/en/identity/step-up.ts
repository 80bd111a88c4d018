// Before something that matters: when it has to wait.
export const stepUp = {
  heldTitle: 'This waits for a day',
  held: (until: string) =>
    `The way into your account was changed a short while ago. For 24 hours after that nobody can add a bank account, or change or remove a phone or email, whoever it is. It is open again on ${until}.`,
  heldAnyway:
    'Everything else works: paying from the bank accounts that you have here, and all your papers.',
  heldNotYou: (phone: string) => `Was it not you who changed it? Call ${phone} now, at any hour.`,
}
