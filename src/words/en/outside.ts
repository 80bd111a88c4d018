// What we send by mail and by text message. Never a link: whoever gets one types our address.

type Lender = { readonly name: string; readonly host: string; readonly fraudPhone: string }

/** Kinds of factors that a notice can be about. */
const FACTORS: Readonly<Record<string, string>> = { passkey: 'a passkey' }

/** "A passkey was added". */
function about(factor: string, happened: string): string {
  const name = FACTORS[factor] ?? 'a way to sign in'
  return `${name.charAt(0).toUpperCase()}${name.slice(1)} was ${happened}`
}

export const outside = {
  factorAdded: {
    subject: (lender: Lender) => `A new way to sign in to ${lender.name}`,
    mail: (lender: Lender, factor: string) => [
      `${about(factor, 'added')} to your sign-in at ${lender.host}.`,
      'If it was you, there is nothing to do.',
      `If it was not you, somebody can sign in as you: call ${lender.fraudPhone} now, at any hour.`,
    ],
    text: (lender: Lender, factor: string) =>
      `${lender.name}: ${about(factor, 'added').toLowerCase()} to your sign-in. ` +
      `Not you? Call ${lender.fraudPhone} now.`,
  },
  factorRemoved: {
    subject: (lender: Lender) => `A way to sign in to ${lender.name} was removed`,
    mail: (lender: Lender, factor: string) => [
      `${about(factor, 'removed')} from your sign-in at ${lender.host}.`,
      'If it was you, there is nothing to do.',
      `If it was not you, call ${lender.fraudPhone} now, at any hour.`,
    ],
    text: (lender: Lender, factor: string) =>
      `${lender.name}: ${about(factor, 'removed').toLowerCase()} from your sign-in. ` +
      `Not you? Call ${lender.fraudPhone} now.`,
  },
  passkeyCopied: {
    subject: (lender: Lender) => `A passkey for ${lender.name} was switched off`,
    mail: (lender: Lender, _factor: string) => [
      `We switched off a passkey of your sign-in at ${lender.host}: it answered in a way that only a copy of it would.`,
      `Sign in another way, remove nothing, and call ${lender.fraudPhone}, at any hour: we look at it together.`,
    ],
    text: (lender: Lender, _factor: string) =>
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
}
