// Help for who fears that somebody else is at work.
import type { HelpFacts, HelpTopic } from './help-topic.ts'

export const safety = {
  fraud: ({ fraudPhone, host, mailFrom }: HelpFacts): HelpTopic => ({
    title: 'Somebody tries to get in, or a message is fake',
    answer: `Call ${fraudPhone}, at any hour. We never ask for a password or a code by phone, text or email, and our messages never hold a link.`,
    why: [
      `Sign in only at ${host}. Type it yourself or use your own bookmark.`,
      'Who asks for a code or a password is not us, whatever number the phone shows. Hang up, and call the number on your contract.',
      'A code that you did not ask for means that somebody knows your password or your contract numbers. The code keeps them out as long as you give it to nobody.',
      mailFrom === null
        ? 'A sender’s name is easy to fake, so it proves nothing. What counts is that there is no link and no question for a code.'
        : `Our mail comes from ${mailFrom}. A sender is easy to fake, so it proves nothing by itself. What counts is that there is no link and no question for a code.`,
    ],
    steps: [
      'Press no link, open no attachment, and give no code to anybody.',
      'Sign in at our own address, and look under “Sign-in and security” at what happened and from where.',
      'If something there was not you, press “This was not me” beside it. Every browser is signed out, and your password opens nothing until you choose a new one.',
      `Call ${fraudPhone} and tell us what you saw.`,
    ],
    time: 'The phone for fraud is answered at any hour.',
  }),
  'gave-a-code': ({ fraudPhone, holdHours }: HelpFacts): HelpTopic => ({
    title: 'I gave somebody my code or password',
    answer: `Call ${fraudPhone} now, at any hour. Then choose a new password: it signs out whoever is in.`,
    why: [
      'With your password and one code, a person can see your account and pay from a bank account that is in it. For adding a bank account, changing a phone or email, or changing how you sign in we ask again, and a code by email does not count.',
      `A new password ends every session at once, and no browser stays trusted. For ${holdHours} hours afterwards nobody can add a bank account, or change or remove a phone or email, whoever it is.`,
    ],
    steps: [
      `Call ${fraudPhone}.`,
      'On the sign-in page choose “Forgot your username or password?”, and choose a new password that you use nowhere else. If you are signed in, “This was not me” under “Sign-in and security” shuts everybody out first.',
      'Sign in, and open “Sign-in and security”. Remove passkeys and authenticator apps that are not yours, and make new backup codes.',
      'Look at your payments. One that is scheduled and not yet sent can be canceled there.',
      'If it was the password of your email too, change that one first: codes go there.',
    ],
    time: 'A few minutes; do it now rather than later.',
  }),
  'change-password': ({ freshMinutes, passwordMinimum }: HelpFacts): HelpTopic => ({
    title: 'How do I change my password?',
    answer:
      'Under “Sign-in and security”, if you know the old one. If not, choose “Forgot your username or password?” on the sign-in page.',
    why: [
      'There is no date by which you have to change it. Do it when somebody may know it, or when you use it elsewhere too.',
      'Afterwards every other browser is signed out, and every phone and email of yours is told.',
      'A password on the lists that guessing programs try first is refused, and one that is mostly your username, our name or a number of your account.',
    ],
    steps: [
      'Sign in, and open “Sign-in and security” from the menu under your name.',
      'Beside “Password” choose “Change it”.',
      `Confirm that it is you, if you have not done so within the last ${freshMinutes} minutes. A code by email does not count; if you have nothing else, take the other way.`,
      `Type the old password, and a new one of ${passwordMinimum} characters or more.`,
    ],
    time: 'About two minutes.',
  }),
  'shared-computer': ({ session }: HelpFacts): HelpTopic => ({
    title: 'I use a shared or public computer',
    answer: 'Sign out when you are done, and do not let the page or the browser remember anything.',
    why: [
      `Where you say so, nothing is remembered, no browser can be trusted, and ${session.sharedMinutes} minutes without a click sign you out. Otherwise it takes ${session.idleMinutes} minutes.`,
      'Closing the browser mostly ends the session too.',
      'Pages behind sign-in are not kept by the browser. What you downloaded or printed stays.',
      'A cookie tells us later that you used this browser before. It opens nothing.',
    ],
    steps: [
      'On the sign-in page tick “This is a shared or public computer”, and leave “Remember my username on this device” empty.',
      'Use a private window if you can, and tell the browser not to save the password.',
      'Do not add a passkey on that computer.',
      'Choose “Sign out” in the menu under your name, then close the window.',
      'Left in a hurry? From any other device open “Sign-in and security” and sign out there.',
    ],
    time: 'No extra time.',
  }),
}
