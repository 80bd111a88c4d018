// Help for the second step of signing in.
import type { HelpFacts, HelpTopic } from './help-topic.ts'

export const codes = {
  'code-does-not-arrive': ({ code, mailFrom }: HelpFacts): HelpTopic => ({
    title: 'The code does not arrive',
    answer:
      'Wait a minute and look into the spam folder. Then send another code, or choose another way on the same page.',
    why: [
      'A mailbox may hold mail back or put it into spam or junk. A phone without signal gets no text, and some plans block texts from companies.',
      'The page shows the end of the number or the beginning of the address that we used. It is the one in your file, which may be an old one.',
      mailFrom === null
        ? 'Our mail has a subject that begins with “Your code”. It holds no link.'
        : `Our mail comes from ${mailFrom}, with a subject that begins with “Your code”. It holds no link.`,
    ],
    steps: [
      'Look into the spam or junk folder, and search your mail for “Your code”.',
      'Compare the number or address on the page with yours. If it is an old one, read “I no longer have that phone number or mailbox”.',
      'Send another code, or choose the other phone or email if the page offers one. Only the last code works, and only in the browser that asked for it.',
      'Or choose another way under the form: an authenticator app, a backup code, or your passkey, if you have one.',
    ],
    time: `Most codes come within a minute. A code works for ${code.minutes} minutes and ${code.tries} tries. After ${code.sends} codes within an hour you wait ${code.sendWait} for each further one.`,
  }),
  'new-number': (): HelpTopic => ({
    title: 'I no longer have that phone number or mailbox',
    answer:
      'Sign in another way if you can, and put the new one into “Your profile”. If nothing is left to confirm with, call us.',
    why: [
      'Codes go only to a phone or email that is already in your file. A new one that anybody could type here would let in whoever knows your password.',
      'For the same reason we never change it because of an email, and your profile asks for more than a code by email.',
    ],
    steps: [
      'If the page offers another phone or email, choose that one.',
      'If you have an authenticator app, a backup code or a passkey, use it: none of them needs a phone number. Then open “Your profile” and change what is old.',
      'If the phone and the email in your file are both gone, call us with your contract at hand. When your file has the new one, sign in with a code to it.',
      'Then add a passkey or an authenticator app under “Sign-in and security”, so that a changed number does not keep you out again.',
    ],
    time: 'With another way: at once. By phone: during our hours.',
  }),
  'lost-phone': ({
    backupCodes,
    fraudPhone,
    proof,
    holdHours,
    takesCodes,
  }: HelpFacts): HelpTopic => ({
    title: 'I lost my phone, or I have a new one',
    answer:
      'Nobody gets in with the phone alone: your password is still needed, or the finger, face or PIN for a passkey. Sign in another way and remove what was on the phone.',
    why: [
      'An authenticator app lives on the phone and does not always move to a new one. Passkeys that your devices share come along when you sign in to the new phone; one kept on the old phone alone does not.',
      'With the same number on the new phone, codes by text come as before.',
      `After you took something off in this way, every browser is signed out, every phone and email of yours is told, and for ${holdHours} hours nobody can add a bank account, or change or remove a phone or email.`,
    ],
    steps: [
      takesCodes
        ? `Sign in with your password and another way: a backup code from your list of ${backupCodes}, a passkey on another device, or a code by text message to another phone of yours.`
        : `Sign in with your password and another way: a backup code from your list of ${backupCodes}, or a passkey on another device.`,
      'Under “Sign-in and security” remove the lost phone’s passkey and authenticator app, sign out everywhere else, and if you trusted its browser, choose “Trust no longer”.',
      'Add the new phone there: a passkey, an authenticator app or both. Make a new set of backup codes if you used the old one.',
      `If none of these is left${takesCodes ? ', or only a code by email' : ''}, type your password, and on the next page choose “I cannot use any of these”. With ${proof.needs}, and a code to the phone or email in your file, you take off what you lost.`,
      'If you reach neither the phone nor the email in your file, call us with your contract at hand.',
      `If the phone was stolen, let your phone company block its number, and call ${fraudPhone}, at any hour.`,
    ],
    time: 'A few minutes, at any hour. A call only if phone and email are both gone.',
  }),
  'second-step': ({
    apps,
    backupCodes,
    freshMinutes,
    code,
    trustDays,
    takesCodes,
  }: HelpFacts): HelpTopic => ({
    title: 'Why a second step, and which ways are there?',
    answer:
      'A password can be stolen without your noticing. The second step shows that it is really you, so a stolen password alone opens nothing.',
    why: [
      'A passkey: your finger, your face or the PIN of your device. It needs no password, and cannot be tricked out of you.',
      `An authenticator app: a code on your phone, without a signal. You can have up to ${apps}.`,
      takesCodes
        ? `A code by text message or email to a phone or mailbox in your file: ${code.digits} digits that work once. Text messages can be taken over together with the number, and whoever reads your mail can use a code in it. Email is the weakest way.`
        : 'A code by text message or email is no second step here: others can read both on the way. It is only used to register and to recover.',
      `Backup codes: ${backupCodes} codes on paper, for the day the phone is lost. Each works once.`,
      trustDays === null
        ? 'The second step is asked for at every sign-in. No browser can be excused from it.'
        : `In a browser that you choose to trust, your password alone signs you in for ${trustDays} days. Nowhere else. You see these browsers under “Sign-in and security” and can trust them no longer at any time.`,
      `Before something that matters, such as adding a bank account, we ask again if you have not confirmed within the last ${freshMinutes} minutes. A code by email does not count for that. Who has nothing else first shows the numbers of the contract, and then adds a passkey or an app.`,
    ],
    steps: [
      'Sign in, and open “Sign-in and security” from the menu under your name.',
      'Add a passkey, or an authenticator app if your devices know no passkeys.',
      'Make backup codes, print them, and keep them away from the phone.',
    ],
    time: 'Two minutes for a passkey. The second step itself takes seconds.',
  }),
  passkeys: ({ host }: HelpFacts): HelpTopic => ({
    title: 'What is a passkey?',
    answer:
      'A passkey replaces password and code: you sign in with your finger, your face or the PIN of your device. It works only at our own address.',
    why: [
      'Your device keeps a secret that never leaves it or the devices it shares it with, and signs for us with it. We get neither the secret nor your finger or face.',
      `Because the device checks the address ${host}, a copied page gets nothing. A passkey cannot be guessed either, so a pause after wrong passwords does not stop it.`,
      'It needs JavaScript and a phone or computer that knows passkeys. Everything else here works without one.',
    ],
    steps: [
      'Sign in with your password, and open “Sign-in and security”.',
      'Choose “Add or remove passkeys”, give it a name, and follow what your device says.',
      'Next time choose “Sign in with a passkey”. You need not type your username.',
      'Add one on each device that you use, or one that your devices share. Remove it there when you give a device away.',
    ],
    time: 'About two minutes.',
  }),
}
