// That a paper was attached or taken off, as it leaves the portal.
type Lender = { readonly name: string; readonly host: string; readonly fraudPhone: string }

export const paperNotices = {
  paperAttached: {
    subject: (lender: Lender) => `A paper from ${lender.name} is under Documents`,
    mail: (lender: Lender) => [
      'We attached a paper to your account. You can download it under Documents.',
      `To see it, type ${lender.host} yourself: we never send a link. If something is wrong, call ${lender.fraudPhone}.`,
    ],
    text: (lender: Lender) =>
      `${lender.name}: a paper was attached to your account. See it under Documents on ${lender.host}.`,
  },
  paperMailed: {
    subject: (lender: Lender) => `${lender.name} is mailing you a paper`,
    mail: (lender: Lender) => [
      'You asked our staff for a copy of a paper of your account. It goes with the next mail to the address in your profile. There is no fee.',
      `If you did not ask for it, call ${lender.fraudPhone}. To see which paper it is, type ${lender.host} yourself: we never send a link.`,
    ],
    text: (lender: Lender) =>
      `${lender.name}: a copy of a paper goes by mail to your address, as asked on a call. Not you? Call ${lender.fraudPhone}.`,
  },
  papersByMail: {
    subject: (lender: Lender) => `Papers of ${lender.name} come by mail again`,
    mail: (lender: Lender) => [
      'As you asked our staff, your papers come by mail from the next one on, without a fee. What was online stays there.',
      `If you did not ask for it, call ${lender.fraudPhone}. You can choose anew under Your profile: type ${lender.host} yourself.`,
    ],
    text: (lender: Lender) =>
      `${lender.name}: your papers come by mail again, as asked on a call. Not you? Call ${lender.fraudPhone}.`,
  },
  paperRemoved: {
    subject: (lender: Lender) => `${lender.name} took a paper off your account`,
    mail: (lender: Lender) => [
      'A paper that did not belong to your account was taken off it. Two of us looked at that before.',
      `To see what is there, type ${lender.host} yourself: we never send a link. If something is wrong, call ${lender.fraudPhone}.`,
    ],
    text: (lender: Lender) =>
      `${lender.name}: a paper that did not belong to your account was taken off it. See ${lender.host}.`,
  },
}
