// Codes and notices about what the numbers of a contract are asked for after registering.

type Lender = { readonly name: string; readonly host: string; readonly fraudPhone: string }

export const outsideProofs = {
  lostFactorCode: {
    subject: (lender: Lender) => `Your code for ${lender.name}`,
    mail: (lender: Lender, code: string) => [
      `Your code is ${code}.`,
      `Somebody who knows your password says on ${lender.host} that a phone or passkey is lost. If it is you, type the code on that page. It works once, for 10 minutes.`,
      `If it is not you, give the code to nobody and call ${lender.fraudPhone} now.`,
    ],
    text: (lender: Lender, code: string) =>
      `${lender.name}: your code to remove a lost phone or passkey is ${code}. ` +
      'Not you? Give it to nobody and call us.',
  },
  newAccountCode: {
    subject: (lender: Lender) => `Your code for ${lender.name}`,
    mail: (lender: Lender, code: string) => [
      `Your code is ${code}.`,
      `Somebody is adding your account to their sign-in on ${lender.host}. If it is you, type the code on that page. It works once, for 10 minutes.`,
      `If it is not you, give the code to nobody and call ${lender.fraudPhone}.`,
    ],
    text: (lender: Lender, code: string) =>
      `${lender.name}: your code to add an account to your sign-in is ${code}. ` +
      'Not you? Give it to nobody and call us.',
  },
  factorsRecovered: {
    subject: (lender: Lender) => `Lost ways to sign in to ${lender.name} were removed`,
    mail: (lender: Lender) => [
      `Apps, passkeys or backup codes that were said to be lost are off your sign-in on ${lender.host}, and every browser was signed out.`,
      'For 24 hours nobody can add a bank account or change how we reach you.',
      `If it was not you, call ${lender.fraudPhone} at once, at any hour.`,
    ],
    text: (lender: Lender) =>
      `${lender.name}: lost ways to sign in were removed, all browsers signed out. ` +
      `Not you? Call ${lender.fraudPhone} at once.`,
  },
  factorProved: {
    subject: (lender: Lender) => `A new way to sign in to ${lender.name}`,
    mail: (lender: Lender) => [
      `A way to sign in was added on ${lender.host} by somebody who knew the numbers of your contract.`,
      'For 24 hours nobody can add a bank account or change how we reach you.',
      `If it was you, there is nothing to do. If it was not, call ${lender.fraudPhone} at once, at any hour.`,
    ],
    text: (lender: Lender) =>
      `${lender.name}: a way to sign in was added with your contract’s numbers. ` +
      `Not you? Call ${lender.fraudPhone} at once.`,
  },
  accountAdded: {
    subject: (lender: Lender) => `An account was added to a sign-in at ${lender.name}`,
    mail: (lender: Lender) => [
      `An account of yours now shows under a sign-in on ${lender.host}, beside another.`,
      `If you did not add it, call ${lender.fraudPhone} at once, at any hour.`,
    ],
    text: (lender: Lender) =>
      `${lender.name}: an account of yours was added to a sign-in. ` +
      `Not you? Call ${lender.fraudPhone} at once.`,
  },
  registrationRepeated: {
    subject: (lender: Lender) => `Somebody tried to register your account with ${lender.name}`,
    mail: (lender: Lender) => [
      `Somebody typed the numbers of your account on ${lender.host} to register it or to add it to a sign-in. You have a sign-in already, so nothing was changed.`,
      `If it was you, sign in as always, or choose “Forgot your username or password?” there. If it was not, call ${lender.fraudPhone}, at any hour: somebody knows the numbers of your contract.`,
    ],
    text: (lender: Lender) =>
      `${lender.name}: somebody tried to register your account again. Nothing changed. ` +
      `Not you? Call ${lender.fraudPhone}.`,
  },
}
