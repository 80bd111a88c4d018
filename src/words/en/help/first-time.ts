// Help for who registers.
import type { HelpFacts, HelpTopic } from './help-topic.ts'

export const firstTime = {
  'first-registration': ({ proof, code, passwordMinimum }: HelpFacts): HelpTopic => ({
    title: 'I am here for the first time',
    answer: `Register with ${proof.needs}. Then we send a code to the phone or email in your file, and you choose how you sign in.`,
    why: [
      'The account number stands on your contract and on every letter from us.',
      proof.asksBirthDate
        ? 'The birth date and the identity number are your own, not those of the other person who signed.'
        : 'The VIN, the 17 letters and digits of the vehicle, stands on your contract, on your insurance card, and behind the windshield on the driver’s side. The identity number is your own, not that of the other person who signed.',
      'The code shows that nobody else is using your papers. It goes only to a phone or email that you gave us before.',
    ],
    steps: [
      'On the sign-in page choose “Register your account”.',
      `Type ${proof.needs}. Spaces and dashes do not matter.`,
      `Have a code sent, and type its ${code.digits} digits.`,
      `Choose a username, and a password of ${passwordMinimum} characters or more.`,
      'If your file has no phone and no email, call us: once it has one, you register here.',
    ],
    time: `About three minutes. After the first step you have ${proof.minutes} minutes.`,
  }),
  'numbers-do-not-match': ({ proof, signIn }: HelpFacts): HelpTopic => ({
    title: 'The page says that my numbers do not match',
    answer:
      'One of the three is different in our file, or you have registered before. The page does not say which, so that nobody can find out your numbers by trying.',
    why: [
      'The most common reasons: the digits of the other person who signed; the account number of an earlier contract; a letter or digit misread.',
      proof.asksBirthDate
        ? 'Our file may also be without your birth date. Then you cannot register until it is added.'
        : 'A VIN has 17 letters and digits and never I, O or Q: what looks like them is 1 or 0.',
      `After ${proof.tries} tries that do not match, this account pauses for registering: first for ${signIn.firstWait}, then longer, never more than ${signIn.longestWait}.`,
    ],
    steps: [
      'Compare all three with your contract, character by character.',
      'If you may have registered before, choose “Forgot your username or password?” instead: it shows you your username.',
      'If all three are right, call us. We look at what your file says.',
    ],
    time: 'At once, or a call during our hours.',
  }),
  'co-borrower': (): HelpTopic => ({
    title: 'Two of us signed the contract',
    answer: 'Each of you registers, with your own identity number, username and password.',
    why: [
      'Both see the account, what is due and what was paid. Neither sees the other’s phone, email, bank accounts or sign-ins.',
      'A payment that one of you set is shown to the other as paid by the co-borrower, and only the one who set it can cancel it.',
    ],
    steps: [
      'Register with the same account number and your own identity number.',
      'The code goes to your own phone or email in the file. If only the other person’s is there, call us.',
      'Do not share one password: then nobody could tell who did what.',
    ],
    time: 'About three minutes each.',
  }),
  'second-account': (): HelpTopic => ({
    title: 'I have a second loan or lease',
    answer: 'Add it to the sign-in you have. Then you see both, and need no second password.',
    why: [
      'We ask for the numbers of the other contract and send a code to the phone or email in its file: the two may have been signed years apart.',
      'An account that has a sign-in of its own already cannot be added to another.',
    ],
    steps: [
      'Sign in, and choose “Add another account” in the menu under your name.',
      'Type the numbers of the other contract, and then the code.',
    ],
    time: 'About three minutes.',
  }),
  'already-registered': ({ fraudPhone }: HelpFacts): HelpTopic => ({
    title: 'My account seems to be registered already',
    answer:
      'Each person can register an account once. Recover your sign-in: you see the username and choose a new password. If it was not you, call us first.',
    why: [
      'When somebody registers for you, every phone and email in your file gets a message. Nobody can register without a code to one of them.',
      'A second registration is answered like numbers that do not match, so that a stranger learns nothing. You are told of it.',
    ],
    steps: [
      'Search your mail and texts for a message that your account is registered.',
      'Choose “Forgot your username or password?” on the sign-in page. A new password signs out every browser, whoever was in it.',
      'Then open “Sign-in and security” and look at what happened and from where. Remove passkeys and apps that are not yours.',
      `If anything there was not you, press “This was not me” beside it and call ${fraudPhone}, at any hour.`,
    ],
    time: 'About three minutes.',
  }),
}
