// The help pages: their frame, and their answers by address.
import { codes } from './codes.ts'
import { firstTime } from './first-time.ts'
import { gettingIn } from './getting-in.ts'
import { safety } from './safety.ts'
import { using } from './using.ts'

export const help = {
  title: 'Help',
  lead: 'Choose what happened. Each answer says what to do now, how long it takes, and whom to call.',
  groups: {
    gettingIn: 'I cannot get in',
    codes: 'Codes and the second step',
    firstTime: 'Registering',
    safety: 'Fraud and safety',
    using: 'Costs, phones, and reaching us',
  },
  why: 'What is behind it',
  steps: 'What to do now',
  time: 'How long it takes',
  person: 'A person who helps',
  call: 'Call',
  fraud: 'For fraud, at any hour:',
  never: 'We never ask for your password or a code.',
  related: 'Also asked',
  all: 'All help',
  accessibility: 'What you can count on with a screen reader or keyboard',
  check: 'Is a letter really from us? Check its code',
  go: {
    signIn: 'Go to sign-in',
    recover: 'Recover username or password',
    register: 'Register your account',
  },
  /** Where the trouble happens, each a link to its answer. */
  links: {
    'locked-out': 'What a pause means, and what works meanwhile',
    'wrong-password': 'Why it may not be accepted',
    'forgotten-password': 'How this works, and what happens afterwards',
    'code-does-not-arrive': 'The code does not arrive?',
    'new-number': 'No longer your phone or email?',
    'lost-phone': 'What to do if your phone is lost or new',
    'first-registration': 'Where these stand, and what comes next',
    'numbers-do-not-match': 'Why they may not match',
  },
  topics: { ...gettingIn, ...codes, ...firstTime, ...safety, ...using },
}
