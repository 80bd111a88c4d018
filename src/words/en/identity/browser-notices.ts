// Notices of a sign-in, of a browser that is trusted, and of a sign-in that was given up.

type Lender = { readonly name: string; readonly host: string; readonly fraudPhone: string }

/** "Firefox on Windows", "203.0.113.9", "Tue, Nov 24, 11:52 am ET". */
export type SignInFacts = {
  readonly device: string
  readonly network: string
  readonly when: string
  /** Whoever signed in ticked the box that the browser be trusted. */
  readonly isTrusted: boolean
}

export const browserNotices = {
  signInClosed: {
    subject: (lender: Lender) => `You closed your sign-in to ${lender.name}`,
    mail: (lender: Lender) => [
      `Your sign-in on ${lender.host} is closed, as was asked there. Every browser is signed out. Your account and what you owe stay as they are, and statements come on paper.`,
      'If it was you, there is nothing to do. To come back, open our page and register with your contract at hand.',
      `If it was not you, call ${lender.fraudPhone} now, at any hour.`,
    ],
    text: (lender: Lender) =>
      `${lender.name}: your sign-in was closed. Your account stays as it is. ` +
      `Not you? Call ${lender.fraudPhone} now.`,
  },
  unusualSignIn: {
    subject: (lender: Lender) => `A sign-in to ${lender.name} that we did not expect`,
    mail: (lender: Lender, _code: string, from: SignInFacts) => [
      `Somebody signed in on ${lender.host}: ${from.when}, with ${from.device}, from the network ${from.network}.`,
      ...(from.isTrusted
        ? [
            'The box to trust this browser was ticked: for 30 days it signs in with your password alone. Changes that matter still ask for more.',
          ]
        : []),
      'If it was you, there is nothing to do. We write when a browser is new to us, after wrong tries, or after a long time.',
      `If it was not you, open our page yourself, go to “Sign-in and security” and press “This was not me”. Or call ${lender.fraudPhone} now, at any hour.`,
    ],
    text: (lender: Lender, _code: string, from: SignInFacts) =>
      `${lender.name}: somebody signed in with ${from.device}, network ${from.network}, ${from.when}. ` +
      `${from.isTrusted ? 'It is trusted for 30 days. ' : ''}` +
      `Not you? Call ${lender.fraudPhone} now.`,
  },
  deviceTrusted: {
    subject: (lender: Lender) => `A browser is trusted by your sign-in to ${lender.name}`,
    mail: (lender: Lender) => [
      `For 30 days a browser signs in on ${lender.host} with your password alone. Changes that matter still ask for more.`,
      `If it was not you, call ${lender.fraudPhone} now, at any hour: somebody knows your password.`,
    ],
    text: (lender: Lender) =>
      `${lender.name}: for 30 days a browser signs in with your password alone. ` +
      `Not you? Call ${lender.fraudPhone} now.`,
  },
}
