// Signing in, registering, and what a person can see about who signed in.
import { accessActivity } from './access-activity.ts'

type Contact = { readonly phone: string; readonly hours: string }

export const identity = {
  duration(seconds: number): string {
    const [count, unit] =
      seconds < 60
        ? [seconds, 'second']
        : seconds < 3600
          ? [Math.ceil(seconds / 60), 'minute']
          : [Math.ceil(seconds / 3600), 'hour']
    return `${count} ${unit}${count === 1 ? '' : 's'}`
  },
  password: {
    show: 'Show',
    hide: 'Hide',
    capsLock: 'Caps Lock is on. Passwords are case-sensitive.',
  },
  signIn: {
    title: 'Sign in to your account',
    username: 'Username',
    password: 'Password',
    passwordHint: 'Passwords are case-sensitive.',
    remember: 'Remember my username on this device',
    shared: 'This is a shared or public computer',
    sharedHint: 'Nothing is remembered here, and 5 minutes without a click sign you out.',
    submit: 'Sign in',
    wrongHeading: 'We could not sign you in',
    wrong: 'The username and password do not match, or the password was given up after a report.',
    typeAgain: 'Type your password again',
    pauses: 'After 5 wrong tries in a row sign-in pauses, first for 30 seconds, then longer.',
    pausedFor: (wait: string) => `Sign-in with this username is paused. Try again in ${wait}.`,
    networkPausedFor: (wait: string) =>
      `Too many tries came from your network, by whomever. Try again in ${wait}.`,
    networkPausedWhy:
      'Another connection, such as your phone’s own, works at once. Nothing is locked.',
    sitePausedFor: (wait: string) =>
      `Somebody is trying wrong passwords on our whole site, so new browsers wait. Try again in ${wait}.`,
    sitePausedWhy:
      'A passkey, or a browser you signed in with before, works at once. Nothing is locked.',
    closedHeading: 'The password no longer works in this browser',
    closed:
      'There were 100 wrong tries in a row with this username, so nobody can go on guessing it here.',
    closedNext:
      'Your account is safe. Sign in with a passkey or with a browser you used before, or',
    closedReset: 'choose a new password',
    pausedHeading: 'Sign-in is paused',
    pausedWhy:
      'The pause protects your account from someone guessing. Waiting is all you need to do: nothing is locked.',
    passwordAgain: 'Type your password again. It is case-sensitive.',
    usernameMissing: 'Type your username.',
    passwordMissing: 'Type your password.',
    busyHeading: 'Many people are signing in',
    busy: (wait: string) => `Nothing is wrong with your account. Try again in ${wait}.`,
    forgot: 'Forgot your username or password?',
    firstTime: 'First time here?',
    register: 'Register your account',
    stale: 'This page had been open for too long. Type your password once more.',
  },
  notice: {
    factorsRemoved:
      'Done: what you lost is off your sign-in. Sign in with your password and a code by text message or email.',
    lostFactor:
      'Lost your phone or passkey? Sign in with your password first; then choose “I cannot use any of these”. Nothing has changed so far.',
    signedOut: 'You are signed out.',
    idle: (minutes: number) => `You were signed out after ${minutes} minutes without activity.`,
    ended: 'Your session has ended. Sign in again.',
    needed: 'Sign in to see that page.',
    recovered: 'Your new password is saved. Sign in with it.',
    registered: 'You are registered. Sign in with the username and password you chose.',
  },
  confirm: {
    title: 'Confirm that it is you',
    lead: 'Your password was right. A code to a phone or mailbox of yours shows that it is really you: a stolen password alone opens nothing.',
    againLead:
      'Before this we ask once more who you are, if you have not shown it in the last five minutes.',
    where: 'Where do we send the code?',
    byText: (number: string) => `Text message to ${number}`,
    byMail: (address: string) => `Email to ${address}`,
    send: 'Send the code',
    sent: (to: string, until: string) => `We sent a code to ${to}. It works once, until ${until}.`,
    code: 'Code',
    codeHint: '6 digits. Blanks do not matter.',
    codeMissing: 'Type the 6 digits of the code.',
    submit: 'Continue',
    again: 'No code after a minute?',
    againText:
      'Look into your spam folder, or send another code. The last one sent is the one that works.',
    wrongHeading: 'The code does not match',
    spentHeading: 'This code works no longer',
    spent: 'Codes work for 10 minutes and for 5 tries. Send yourself a new one.',
    pausedHeading: 'Codes are paused',
    paused: (wait: string) =>
      `There were many tries or many codes. Go on in ${wait}. Nothing is locked.`,
    demo: 'This is a demo: nothing leaves this machine.',
    demoMailbox: 'Read the code in its mailbox',
    noneHeading: 'We cannot send you a code',
    none: (contact: Contact) =>
      `We have no phone number and no email of yours. Call ${contact.phone}: ${contact.hours}. Have your contract at hand.`,
  },
  genuine: {
    heading: 'Is this really us?',
    address: 'Sign in only at this address:',
    noLinks: 'Our messages never contain a link to sign in.',
    neverAsk: 'We never ask for your password or a code by phone, text or email.',
  },
  contact: {
    heading: 'Locked out, or something looks wrong?',
    call: 'Call',
    fraud: 'Report fraud at any hour:',
  },
  register: {
    title: 'Register your account',
    steps: (step: number) => `Step ${step} of 3`,
    proofTitle: 'Show us which account is yours',
    proofLead:
      'Then comes a code to your phone or email on file, and you choose how you sign in. It takes about three minutes.',
    refusedHeading: 'We could not match these three',
    refused: (contact: Contact) =>
      `Check each of them against your contract. If you registered before, sign in instead. For help call ${contact.phone}: ${contact.hours}.`,
    signInInstead: 'Sign in instead',
    pausedHeading: 'This is paused for a while',
    paused: (wait: string) =>
      `There were several tries that did not match. Try again in ${wait}. Nothing is locked.`,
    contactTitle: 'Confirm that it is you',
    contactLead:
      'We found your account. A code to the phone or email in your file shows that nobody else is using your papers.',
    contactNone: (contact: Contact) =>
      `Your file has no phone number and no email. Call ${contact.phone}: ${contact.hours}. Have your contract at hand. Once your file has a phone or an email, you register here.`,
    chooseTitle: 'Choose how you sign in',
    chooseLead: (until: string) =>
      `Thank you: it is your account. Finish before ${until}, or you start again from the account number.`,
    username: 'Choose a username',
    usernameHint: '6 to 64 letters and digits; dots, dashes and @ are allowed. Your email works.',
    password: 'Choose a password',
    passwordHint:
      '15 characters or more. A sentence only you would think of is good, and spaces are welcome.',
    submit: 'Register and sign in',
    expired: 'More than 15 minutes passed. Please start again: nothing was saved.',
    already: 'Already registered?',
    usernameTaken: 'Somebody already uses that username. Choose another.',
    usernameUnusable:
      'Use 6 to 64 letters and digits; dots, dashes, + and @ may stand between. Your account number and VIN cannot be your username.',
    passwordTooShort: (minimum: number) => `Use ${minimum} characters or more.`,
    passwordTooLong: (maximum: number) => `Use ${maximum} characters or fewer.`,
    passwordKnown:
      'This password is on the lists that guessing programs try first. Choose one that is only yours.',
    passwordHoldsContext:
      'This password is mostly your username, our name or a number of your account. Add more of your own.',
  },
  recover: {
    title: 'Forgotten username or password',
    proofTitle: 'Forgotten username or password',
    proofLead:
      'Then comes a code to your phone or email on file: we show you your username, and you choose a new password. It takes about three minutes.',
    contactTitle: 'Confirm that it is you',
    contactLead:
      'We found your account. A code to the phone or email in your file shows that nobody else is using your papers.',
    contactNone: (contact: Contact) =>
      `Your file has no phone number and no email. Call ${contact.phone}: ${contact.hours}. Have your contract at hand. Once your file has a phone or an email, you start here again.`,
    refused: (contact: Contact) =>
      `Check each of them against your contract. If you never registered, register instead. For help call ${contact.phone}: ${contact.hours}.`,
    already: 'Remembered it?',
    chooseTitle: 'Choose a new password',
    username: 'Your username is',
    chooseLead: 'If you only looked for it, sign in now: nothing changes. Else choose a password.',
    password: 'New password',
    submit: 'Save the new password',
    hold: 'Every browser is signed out, and each of your contacts is told. You sign in with the new password and a code.',
  },
  activity: accessActivity,
}
