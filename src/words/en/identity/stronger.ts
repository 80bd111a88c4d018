// After the first sign-ins with a code: a safer way, offered once.
export const stronger = {
  title: 'Make your next sign-in safer',
  lead: 'You signed in with a code that was sent. Text messages can be taken over together with a phone number, and whoever reads your mail can use a code in it. Two other ways cannot be taken from you like that.',
  passkey: 'A passkey',
  passkeyText: 'Your finger, your face or the PIN of this device. No password, no code.',
  passkeyAdd: 'Add a passkey',
  app: 'An authenticator app',
  appText: 'An app on your phone makes the codes. It works without a signal.',
  appAdd: 'Add an authenticator app',
  minutes: 'Either takes about two minutes.',
  notNow: 'Not now, go on',
  later: 'You find both later under “Sign-in and security”. We do not ask again.',
}
