// What staff get by mail: the only message with a link in it, for the desk alone.

type Lender = { readonly name: string }

export const staffMail = {
  staffLink: {
    subject: (lender: Lender) => `Your way in to the desk of ${lender.name}`,
    mail: (_lender: Lender, link: string) => [
      'Open this link on the device you work with. It asks for your finger, your face or a number, and makes a passkey that signs you in from then on.',
      link,
      'It works once, for a day. If you do not know what it is for, leave it and tell an administrator.',
    ],
    text: (lender: Lender, link: string) => `${lender.name}: open ${link}`,
  },
}
