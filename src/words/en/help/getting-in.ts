// Help for who stands before the sign-in page.
import type { HelpFacts, HelpTopic } from './help-topic.ts'

export const gettingIn = {
  'locked-out': ({ signIn }: HelpFacts): HelpTopic => ({
    title: 'Sign-in is paused, or I am locked out',
    answer:
      'A pause ends by itself, and the page says when. Nobody has to unlock your account, and nothing in it was changed.',
    why: [
      `After ${signIn.tries} wrong passwords in a row, sign-in with that username pauses: first for ${signIn.firstWait}, then longer each time, never more than ${signIn.longestWait}. This keeps out whoever guesses, and it happens for every username, also for ones that nobody has.`,
      'When many wrong passwords come from one network, such as an office, everybody on it waits. When somebody tries passwords on our whole site, browsers that are new to us wait a moment, too.',
      `After ${signIn.most} wrong passwords in a row, your password is no longer accepted in browsers that you never used here. A passkey, and a browser in which you signed in before, still let you in.`,
    ],
    steps: [
      'Wait as long as the page says. Trying in the meantime neither helps nor makes it longer.',
      'Is there a computer or phone on which you signed in before? Use that browser: it has tries of its own that no stranger can use up.',
      'If you have a passkey, sign in with it: a pause after wrong passwords does not stop it.',
      'If you no longer know the password, choose a new one. That ends the pause of your username.',
    ],
    time: `From ${signIn.firstWait} to ${signIn.longestWait}, as the page says. Choosing a new password takes about three minutes.`,
  }),
  'wrong-password': ({ signIn }: HelpFacts): HelpTopic => ({
    title: 'My username and password are not accepted',
    answer:
      'Most often Caps Lock is on, there is a typing mistake, or the browser filled in an old password.',
    why: [
      'Passwords are case-sensitive, and blanks in them count. Usernames are not: capital and small letters are the same there.',
      'The page never says which of the two was wrong, and it answers the same for a username that nobody has. So nobody can find out by trying who is a customer of ours.',
      'If “This was not me” was pressed in your account, the old password works no longer. Choose a new one.',
    ],
    steps: [
      'Look whether Caps Lock is on.',
      'Type the password yourself, instead of letting the browser fill it in. If there is a “Show” button beside it, press it and read what you typed.',
      'Look at the username. You chose it when you registered; it may be your email address. It is not your account number.',
      `Still not? Choose “Forgot your username or password?” rather than guessing on: after ${signIn.tries} wrong tries you would have to wait.`,
    ],
    time: 'At once. The other way, with a new password, takes about three minutes.',
  }),
  'forgotten-username': ({ proof, code }: HelpFacts): HelpTopic => ({
    title: 'I forgot my username',
    answer: 'We show it to you after two steps. Nothing is changed by looking.',
    why: [
      'Your username is shown only to who knows the numbers of your contract and holds the phone or mailbox in your file.',
    ],
    steps: [
      'On the sign-in page choose “Forgot your username or password?”.',
      `Type ${proof.needs}.`,
      `Have a code sent to the phone or email in your file, and type its ${code.digits} digits.`,
      'The page now shows your username. If you remember the password, go back and sign in. If not, choose a new one there.',
    ],
    time: `About three minutes. The page keeps what you have shown for ${proof.minutes} minutes.`,
  }),
  'forgotten-password': ({ proof, code, holdHours, passwordMinimum }: HelpFacts): HelpTopic => ({
    title: 'I forgot my password',
    answer:
      'You choose a new one yourself, at any hour. We cannot read your password, and nobody here can choose one for you.',
    why: [
      'The numbers of a contract are known to others too. So we also send a code to a phone or email that is already in your file.',
      `Afterwards every browser is signed out and every phone and email of yours is told. For ${holdHours} hours nobody can add a bank account, or change or remove a phone or email. You can still pay from the bank accounts you have here.`,
    ],
    steps: [
      'On the sign-in page choose “Forgot your username or password?”.',
      `Type ${proof.needs}.`,
      `Have a code sent to the phone or email in your file, and type its ${code.digits} digits.`,
      `Choose a password of ${passwordMinimum} characters or more. A sentence that only you would think of is good.`,
      'Sign in with it, and confirm as you always do: a new password alone opens nothing.',
    ],
    time: `About three minutes. The page keeps what you have shown for ${proof.minutes} minutes.`,
  }),
  browser: ({ host, formMinutes }: HelpFacts): HelpTopic => ({
    title: 'The page does not work in my browser',
    answer: 'Cookies for this site must be allowed. JavaScript is not needed.',
    why: [
      'One cookie holds your session until you sign out, your time is up, or you close the browser. Without it we cannot know that a form comes from you, and do not accept it.',
      'Every page works without JavaScript. Only passkeys, the “Show” button, the Caps Lock hint and copying with one press need it.',
      `A page that you left open is too old after a while: before sign-in after ${formMinutes} minutes. Its form is then shown again or refused, and nothing is changed.`,
      'A very old browser may show these pages out of place, or be unable to send our forms.',
    ],
    steps: [
      'Open the page anew instead of going back to an old one, and send the form again.',
      `Allow cookies for ${host} in the settings of the browser.`,
      'Try a private window: it starts without old cookies and add-ons. When you close it, you are signed out.',
      'Update the browser, or use another one or your phone.',
      'If it stays, call us. Tell us what the page says; if it shows a reference, read it to us.',
    ],
    time: 'A few minutes.',
  }),
  'signed-out': ({ session }: HelpFacts): HelpTopic => ({
    title: 'I was signed out',
    answer: `After ${session.idleMinutes} minutes without a click you are signed out, and after ${session.hours} hours in any case. Sign in again and go on.`,
    why: [
      'So nobody can go on in your name at a screen that you left. Closing the browser, and choosing a new password anywhere, sign you out too.',
      'A payment counts when you have seen its confirmation number. If you did not get that far, nothing was paid.',
    ],
    steps: [
      'Sign in again: you come back to the page you were on.',
      'If you were paying, look at your payments first. A payment that was made stands there with its number.',
      '“Sign-in and security” in the menu under your name says until when this browser is signed in, and where else you are.',
      'If you did not expect it, look there at what happened, and read “Somebody tries to get in, or a message is fake”.',
    ],
    time: 'At once.',
  }),
}
