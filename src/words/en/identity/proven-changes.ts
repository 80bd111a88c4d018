// What the numbers of a contract are asked for besides registering: taking away what was lost,
// adding a way to sign in where nothing strong is left, and adding another account.

type Contact = { readonly phone: string; readonly hours: string }

export const provenChanges = {
  lostFactor: {
    link: 'I cannot use any of these',
    title: 'Sign in without your phone or passkey',
    proofTitle: 'Sign in without your phone or passkey',
    proofLead:
      'Then a code goes to the phone or email in your file, and we take what you lost off your sign-in. It takes about three minutes.',
    contactTitle: 'Confirm that it is you',
    contactLead:
      'We found your account. A code to the phone or email in your file shows that nobody else is using your papers.',
    contactNone: (contact: Contact) =>
      `Your file has no phone number and no email. Call ${contact.phone}: ${contact.hours}. Have your contract and your driver’s license at hand. The call takes about ten minutes: we make sure who you are and put a phone number or email into your file. Then start here again.`,
    refused: (contact: Contact) =>
      `Check each of them against your contract: it must be an account of the sign-in whose password you typed. For help call ${contact.phone}: ${contact.hours}.`,
    already: 'Found it after all?',
    noneTitle: 'This needs a call',
    none: 'Your sign-in has no app, passkey or backup codes that could be lost: its codes go to the phone or email in your file.',
    noneCall: (contact: Contact) =>
      `If you reach neither of them any more, call ${contact.phone}: ${contact.hours}. Have your contract and your driver’s license at hand. The call takes about ten minutes: we make sure who you are and put your new phone number or email into your file.`,
    noneBack: 'Back to the code',
    chooseTitle: 'What do you no longer have?',
    chooseLead: (until: string) =>
      `Thank you, now we know that it is you. Tick what you lost. What you leave goes on working. Finish before ${until}, or nothing changes.`,
    legend: 'Take off my sign-in',
    app: (name: string) => `Authenticator app “${name}”`,
    passkey: (name: string) => `Passkey “${name}”`,
    backup: (left: number) => `Backup codes: ${left} left on the list`,
    chooseMissing: 'Tick at least one that you no longer have.',
    submit: 'Take off what I ticked',
    afterwardsHeading: 'What happens then',
    afterwards: [
      'Every browser is signed out, and each of your phones and mailboxes is told.',
      'You sign in at once: with your password and a code by text message or email. Then add a new passkey or app.',
      'For 24 hours nobody can add a bank account or change how we reach you. Paying and all else works.',
    ],
    passwordToo:
      'Forgotten your password as well? That is a recovery of its own: first choose a new password, then sign in with it and come back here. Each takes about three minutes, and you hear of each.',
    addNew:
      'What you lost is off your sign-in. Add a new way now, so that a code is not all you have:',
    addPasskey: 'add a passkey',
    addApp: 'add an authenticator app',
    addOr: 'or',
  },
  newFactor: {
    title: 'Show that it is your account',
    lead: 'An email alone cannot confirm a change to how you sign in: whoever reads your mail could make it.',
    afterwardsHeading: 'What happens then',
    afterwards: [
      'You add an authenticator app or a passkey within 15 minutes.',
      'Each of your phones and mailboxes is told.',
      'For 24 hours nobody can add a bank account or change how we reach you. Paying and all else works.',
    ],
    refused: (contact: Contact) =>
      `Check each of them against your contract: it must be an account that you see here. For help call ${contact.phone}: ${contact.hours}.`,
    back: 'Back to security',
    already: 'Not now?',
    chooseTitle: 'Add a way to sign in',
    chooseLead: (until: string) =>
      `Thank you: it is your account. Until ${until} you can add one of these. From then on it confirms changes, and no paper is asked for.`,
    passkey: 'Add a passkey',
    passkeyText: 'Your finger, your face or the PIN of your device. The safest way.',
    app: 'Add an authenticator app',
    appText: 'A new code every 30 seconds, on your phone.',
    only: 'An email cannot confirm this. First add an authenticator app or a passkey: with it you come back here and go on.',
    own: 'You have an authenticator app, a passkey or backup codes: one of them confirms changes, and papers do not take its place.',
    ownLost:
      'If you have none of them any more: sign out, type your password, and on the next page choose “I cannot use any of these”. With a code to the phone or email in your file you take off what you lost, and add a new way after that.',
    held: (until: string) =>
      `For 24 hours, until ${until}, nobody can add a bank account or change how we reach you. We wrote to all your contacts.`,
  },
  newAccount: {
    link: 'Add another account',
    linkText: 'A second loan or lease of yours, under the same sign-in.',
    title: 'Add another account',
    proofTitle: 'Add another account',
    proofLead:
      'Take them from the contract of your other loan or lease. Then a code goes to the phone or email in its file, and you see it beside the first. It takes about three minutes.',
    contactTitle: 'Confirm that it is you',
    contactLead:
      'We found the account. A code to the phone or email in its file shows that nobody else is using your papers.',
    contactNone: (contact: Contact) =>
      `The file of that account has no phone number and no email. Call ${contact.phone}: ${contact.hours}. Have its contract and your driver’s license at hand. The call takes about ten minutes: we make sure who you are and put a phone number or email into the file. Then start here again.`,
    refused: (contact: Contact) =>
      `Check each of them against the contract. An account that has a sign-in already cannot be added to another. For help call ${contact.phone}: ${contact.hours}.`,
    already: 'Changed your mind?',
    back: 'Back to your accounts',
    added: 'Account added. We wrote to the contacts in both files.',
  },
}
