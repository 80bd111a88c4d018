// What we send when a person's profile changes: the code to a new contact, and a notice to all.

type Lender = { readonly name: string; readonly host: string; readonly fraudPhone: string }

export const profileNotices = {
  contactCode: {
    subject: (lender: Lender) => `Your code for ${lender.name}`,
    mail: (lender: Lender, code: string) => [
      `Your code is ${code}.`,
      `Somebody wants ${lender.name} to reach them here. If it is you, type the code on the page of ${lender.host} that asks for it. It works once, for 10 minutes.`,
      'If it is not you, give the code to nobody and do nothing: without it nothing is changed.',
    ],
    text: (lender: Lender, code: string) =>
      `${lender.name}: your code to be reached here is ${code}. It works once, for 10 minutes, on ` +
      `${lender.host}. Not you? Give it to nobody.`,
  },
  phoneAdded: noticeOf('A phone number was added'),
  phoneReplaced: noticeOf('A phone number was changed'),
  phoneRemoved: noticeOf('A phone number was removed'),
  emailAdded: noticeOf('An email address was added'),
  emailReplaced: noticeOf('An email address was changed'),
  emailRemoved: noticeOf('An email address was removed'),
  addressChanged: noticeOf('The mailing address was changed'),
}

function noticeOf(what: string) {
  return {
    subject: (lender: Lender) => `${what} at ${lender.name}`,
    mail: (lender: Lender) => [
      `${what} in your profile on ${lender.host}.`,
      `If it was you, there is nothing to do. If it was not, call ${lender.fraudPhone} now, at any hour: somebody is in your account.`,
    ],
    text: (lender: Lender) =>
      `${lender.name}: ${what.charAt(0).toLowerCase()}${what.slice(1)} in your profile. ` +
      `Not you? Call ${lender.fraudPhone} now.`,
  }
}
