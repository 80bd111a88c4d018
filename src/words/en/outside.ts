// What we send by mail and by text message. Never a link to a customer: whoever gets one types our
// address.

import { billNotices } from './bill-notices.ts'
import { cardNotices } from './cards/card-notices.ts'
import { staffMail } from './desk/staff-mail.ts'
import { paperNotices } from './documents/paper-notices.ts'
import { browserNotices } from './identity/browser-notices.ts'
import { outsideProofs } from './identity/outside-proofs.ts'
import { profileNotices } from './identity/profile-notices.ts'
import { returnNotices } from './money/returns.ts'
import { paymentNotices } from './payment-messages.ts'
import { sharingNotices } from './sharing/sharing-notices.ts'

type Lender = { readonly name: string; readonly host: string; readonly fraudPhone: string }

export const outside = {
  ...browserNotices,
  ...staffMail,
  ...outsideProofs,
  ...profileNotices,
  ...returnNotices,
  ...paymentNotices,
  ...cardNotices,
  ...billNotices,
  ...sharingNotices,
  ...paperNotices,
  passkeyAdded: {
    subject: (lender: Lender) => `A new way to sign in to ${lender.name}`,
    mail: (lender: Lender) => [
      `A passkey was added to your sign-in at ${lender.host}.`,
      'If it was you, there is nothing to do.',
      `If it was not you, somebody can sign in as you: call ${lender.fraudPhone} now, at any hour.`,
    ],
    text: (lender: Lender) =>
      `${lender.name}: a passkey was added to your sign-in. ` +
      `Not you? Call ${lender.fraudPhone} now.`,
  },
  passkeyRemoved: {
    subject: (lender: Lender) => `A way to sign in to ${lender.name} was removed`,
    mail: (lender: Lender) => [
      `A passkey was removed from your sign-in at ${lender.host}.`,
      'If it was you, there is nothing to do.',
      `If it was not you, call ${lender.fraudPhone} now, at any hour.`,
    ],
    text: (lender: Lender) =>
      `${lender.name}: a passkey was removed from your sign-in. ` +
      `Not you? Call ${lender.fraudPhone} now.`,
  },
  passkeyCopied: {
    subject: (lender: Lender) => `A passkey for ${lender.name} was switched off`,
    mail: (lender: Lender) => [
      `We switched off a passkey of your sign-in at ${lender.host}: it answered in a way that only a copy of it would.`,
      `Sign in another way, remove nothing, and call ${lender.fraudPhone}, at any hour: we look at it together.`,
    ],
    text: (lender: Lender) =>
      `${lender.name}: we switched off one of your passkeys, because there seems to be a copy of ` +
      `it. Call ${lender.fraudPhone}.`,
  },
  signInCode: {
    subject: (lender: Lender) => `Your code for ${lender.name}`,
    mail: (lender: Lender, code: string) => [
      `Your code is ${code}.`,
      `Type it on the page of ${lender.host} that asks for it. It works once, for 10 minutes.`,
      `We never ask for this code by phone or message. If you are not signing in, somebody knows your password: call ${lender.fraudPhone} now.`,
    ],
    text: (lender: Lender, code: string) =>
      `${lender.name}: your code is ${code}. It works once, for 10 minutes, on ${lender.host}. ` +
      'We never ask you for it.',
  },
  registrationCode: {
    subject: (lender: Lender) => `Your code for ${lender.name}`,
    mail: (lender: Lender, code: string) => [
      `Your code is ${code}.`,
      `Somebody is registering your account on ${lender.host}. If it is you, type the code on that page. It works once, for 10 minutes.`,
      `If it is not you, give the code to nobody and call ${lender.fraudPhone}.`,
    ],
    text: (lender: Lender, code: string) =>
      `${lender.name}: your code to register on ${lender.host} is ${code}. ` +
      'Not you? Give it to nobody and call us.',
  },
  recoveryCode: {
    subject: (lender: Lender) => `Your code for ${lender.name}`,
    mail: (lender: Lender, code: string) => [
      `Your code is ${code}.`,
      `Somebody is choosing a new password for your account on ${lender.host}. If it is you, type the code on that page. It works once, for 10 minutes.`,
      `If it is not you, give the code to nobody and call ${lender.fraudPhone}.`,
    ],
    text: (lender: Lender, code: string) =>
      `${lender.name}: your code for a new password on ${lender.host} is ${code}. ` +
      'Not you? Give it to nobody and call us.',
  },
  registered: {
    subject: (lender: Lender) => `Your account is registered with ${lender.name}`,
    mail: (lender: Lender) => [
      `Your account now has a sign-in on ${lender.host}.`,
      `If you did not register, call ${lender.fraudPhone} at once, at any hour.`,
    ],
    text: (lender: Lender) =>
      `${lender.name}: your account now has a sign-in on ${lender.host}. ` +
      `Not you? Call ${lender.fraudPhone} at once.`,
  },
  passwordReset: {
    subject: (lender: Lender) => `Your password for ${lender.name} was replaced`,
    mail: (lender: Lender) => [
      `A new password was chosen for your account on ${lender.host}, and every browser was signed out.`,
      `If it was not you, call ${lender.fraudPhone} at once, at any hour.`,
    ],
    text: (lender: Lender) =>
      `${lender.name}: a new password was chosen for your account. ` +
      `Not you? Call ${lender.fraudPhone} at once.`,
  },
  passwordChanged: {
    subject: (lender: Lender) => `Your password for ${lender.name} was changed`,
    mail: (lender: Lender) => [
      `The password of your sign-in on ${lender.host} was changed, and every other browser was signed out.`,
      `If it was not you, call ${lender.fraudPhone} at once, at any hour.`,
    ],
    text: (lender: Lender) =>
      `${lender.name}: your password was changed. Not you? Call ${lender.fraudPhone} at once.`,
  },
  reportedNotMe: {
    subject: (lender: Lender) => `Your sign-in to ${lender.name} is closed`,
    mail: (lender: Lender) => [
      `Somebody who was signed in as you on ${lender.host} reported that something there was not you. We signed out every browser, and your password works no longer.`,
      'To get back in, open our page and choose “Forgot your username or password?”. Have your contract at hand.',
      `For 24 hours no bank account can be added and no contact changed. If you did not report anything, or if money is missing, call ${lender.fraudPhone} now, at any hour.`,
    ],
    text: (lender: Lender) =>
      `${lender.name}: your sign-in was closed after a report. Open ${lender.host} yourself to ` +
      `choose a new password. Questions: ${lender.fraudPhone}.`,
  },
  recoveryStarted: {
    subject: (lender: Lender) => `Choose a new password for ${lender.name}`,
    mail: (lender: Lender) => [
      `Our staff closed your sign-in on ${lender.host} and signed out every browser, so that only you can open it again.`,
      'To get back in, open our page yourself and choose “Forgot your username or password?”. Have your contract at hand. Nobody of ours ever asks for your password or for a code.',
      `If nobody has spoken with you about this, call ${lender.fraudPhone} now, at any hour.`,
    ],
    text: (lender: Lender) =>
      `${lender.name}: our staff closed your sign-in. Open ${lender.host} yourself to choose a new ` +
      `password. Not agreed with you? Call ${lender.fraudPhone}.`,
  },
  authenticatorAdded: {
    subject: () => 'An authenticator app was added to your sign-in',
    mail: (lender: Lender) => [
      `An authenticator app was added to your sign-in on ${lender.host}. Its codes now confirm that it is you.`,
      `If it was you, there is nothing to do. If it was not, call ${lender.fraudPhone} now, at any hour: somebody knows your password.`,
    ],
    text: (lender: Lender) =>
      `${lender.name}: an authenticator app was added to your sign-in. ` +
      `Not you? Call ${lender.fraudPhone} now.`,
  },
  authenticatorRemoved: {
    subject: () => 'An authenticator app was removed from your sign-in',
    mail: (lender: Lender) => [
      `An authenticator app was removed from your sign-in on ${lender.host}. Its codes work no longer.`,
      `If it was you, there is nothing to do. If it was not, call ${lender.fraudPhone} now, at any hour: somebody knows your password.`,
    ],
    text: (lender: Lender) =>
      `${lender.name}: an authenticator app was removed from your sign-in. ` +
      `Not you? Call ${lender.fraudPhone} now.`,
  },
  backupCodesMade: {
    subject: () => 'New backup codes for your sign-in',
    mail: (lender: Lender) => [
      `New backup codes were made for your sign-in on ${lender.host}. The codes that you had before work no longer.`,
      `If it was you, there is nothing to do. If it was not, call ${lender.fraudPhone} now, at any hour: somebody knows your password.`,
    ],
    text: (lender: Lender) =>
      `${lender.name}: new backup codes were made. Your old ones work no longer. ` +
      `Not you? Call ${lender.fraudPhone} now.`,
  },
  backupCodeUsed: {
    subject: () => 'A backup code was used to sign in',
    mail: (lender: Lender) => [
      `One of your backup codes was used on ${lender.host}. It works no longer.`,
      `If it was you, there is nothing to do. If it was not, call ${lender.fraudPhone} now, at any hour: somebody knows your password.`,
    ],
    text: (lender: Lender) =>
      `${lender.name}: one of your backup codes was used. ` +
      `Not you? Call ${lender.fraudPhone} now.`,
  },
}
