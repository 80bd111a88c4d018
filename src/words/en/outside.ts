// What we send by mail and by text message. Never a link: whoever gets one types our address.

type Lender = { readonly name: string; readonly host: string; readonly fraudPhone: string }

export const outside = {
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
