// Help for the rest: the phone, what it costs, and how to reach a person.
import type { HelpFacts, HelpTopic } from './help-topic.ts'

export const using = {
  phone: ({ host }: HelpFacts): HelpTopic => ({
    title: 'Does it work on a phone or a screen reader?',
    answer: 'Yes, all of it, in the browser of the phone. There is no app to install.',
    why: [
      'Every page fits a small screen, works with the keyboard alone, with a screen reader, at 400 percent zoom and in dark colors. In English and in Spanish.',
      'Nothing is downloaded but the page itself, so it works on a slow connection too.',
    ],
    steps: [
      `Open ${host} in the browser, and keep it as a bookmark or on the home screen.`,
      'On a phone of your own, add a passkey: then your finger or face signs you in.',
      'Change language and colors at the foot of every page.',
      'If something is in your way, tell us which page and what did not work.',
    ],
    time: 'At once.',
  }),
  'change-contact': ({ holdHours }: HelpFacts): HelpTopic => ({
    title: 'How do I change my phone, email or address?',
    answer:
      'Under “Your profile” in the menu under your name. A new phone or email counts when you have typed the code that went to it.',
    why: [
      'First we ask again who you are. A code by email does not count for that: who has nothing else first shows the numbers of the contract. And a phone cannot confirm its own change while you have another way.',
      `Every phone and email of yours is told, the old and the new. For ${holdHours} hours after a change no bank account can be added, and no phone or email changed or removed. So whoever got in could not shut you out.`,
      'The profile is yours alone, for all of your accounts here. A co-borrower has their own.',
    ],
    steps: [
      'Sign in, and open “Your profile”.',
      'Choose “Change” beside the phone or email, or “Add a phone” or “Add an email”.',
      'Type the code that we send there.',
      'For the mailing address choose “Change the address”. It needs no code.',
      'If you cannot sign in, read “I no longer have that phone number or mailbox”.',
    ],
    time: 'A few minutes.',
  }),
  'close-sign-in': ({ holdHours }: HelpFacts): HelpTopic => ({
    title: 'I no longer want to sign in here',
    answer:
      'You can close your sign-in under “Sign-in and security”. Your account and what you owe stay as they are.',
    why: [
      'Everything that opens it goes: your password, passkeys, apps and backup codes. Every browser is signed out, and each of your contacts is told.',
      'A payment that is scheduled is still made. Statements and letters come on paper from then on.',
      `For ${holdHours} hours after a recovery or a changed contact it cannot be closed, so that whoever got in could not shut you out.`,
      'It cannot be opened again, but you can register anew at any time.',
    ],
    steps: [
      'Cancel scheduled payments that you do not want, and check your mailing address.',
      'Open “Sign-in and security”, and choose “Close this sign-in” at the foot of the page.',
      'Read what changes, tick the box, and press “Close the sign-in”.',
    ],
    time: 'A minute. To come back: about three minutes, with your contract at hand.',
  }),
  fees: (): HelpTopic => ({
    title: 'What does it cost?',
    answer:
      'Nothing: neither these pages, nor registering, nor paying from a bank account costs a fee.',
    why: [
      'Before you confirm a payment, the page says so once more: bank payments are free.',
      'A late charge is another matter: it comes from your contract, with the clause that allows it. What you owe of it, and why, is shown with your next payment and under “Terms”.',
      'What your phone company takes for a text message, or your bank for a payment that it sends back, is between you and them.',
    ],
    steps: [
      'See what is due and of what it consists: open any amount with “Show the working”.',
      'If a charge looks wrong, call us, or read “Complaints” at the foot of this page.',
    ],
    time: 'At once.',
  }),
  'pay-without-signing-in': ({ phone, hours, address }: HelpFacts): HelpTopic => ({
    title: 'My payment is due and I cannot sign in',
    answer: `Call ${phone} (${hours}) before the due date, and ask how to pay this time.`,
    why: [
      'On these pages nobody can pay without signing in: else a stranger could see what you owe.',
      'If your contract has a late charge, it also says how many days after the due date there is none.',
      'A payment that you scheduled here stays scheduled, whether you can sign in or not.',
    ],
    steps: [
      'Try “Forgot your username or password?” first: it takes about three minutes, at any hour.',
      `Otherwise call ${phone} with your account number at hand, and write down what you agreed, with day and name.`,
      `Our postal address is ${address}. Write your account number on whatever you send.`,
      'Never pay through a link in a message, or to somebody who called you.',
    ],
    time: 'Three minutes here, or a call during our hours.',
  }),
  'reach-us': ({ phone, hours, fraudPhone, email, address }: HelpFacts): HelpTopic => ({
    title: 'How do I reach a person?',
    answer: `Call ${phone}: ${hours}. For fraud call ${fraudPhone}, at any hour.`,
    why: [
      `Write to ${email}, or by post to ${address}.`,
      'Please never send a whole SSN, a password, a code or a bank account number by email.',
      'Whoever you talk to cannot see your password, and cannot choose one for you.',
    ],
    steps: [
      'Have your account number at hand. It stands on your contract and on every letter from us.',
      'If a page went wrong, read us the reference that it shows.',
      'If you are not content with the answer, read “Complaints” at the foot of this page.',
    ],
    time: hours,
  }),
}
